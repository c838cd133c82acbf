import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { decodePath } from "./decode-path.ts";
import { listFiles } from "./list-files.ts";

/** What a badly set up host does with a file. */
export interface Fault {
  /** Answers with this status code, and without the file. */
  readonly status?: number;
  /** Sends the file with this Content-Type. */
  readonly type?: string;
  /** Adds these fields to the answer. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Milliseconds before the answer. */
  readonly delay?: number;
}

/** Faults by the end of a file's path: `/lab/worker.js` or `.js`. */
export type Faults = Readonly<Record<string, Fault>>;

export interface HostOptions {
  /** Folder to serve. */
  readonly root: string;
  /** Path under which the host serves it, with a slash at both ends. */
  readonly under?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly faults?: Faults;
  /**
   * What it makes of a folder's address without its closing slash: it redirects to the address with the slash, which is
   * the default, sends the folder's page right there, or knows no such address.
   */
  readonly slashless?: "redirect" | "send" | "refuse";
  /** Compresses what it sends, for clients that take gzip. */
  readonly compressed?: boolean;
}

export interface StaticHost {
  /** Address of the site's root, with a closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** A host that remembers the requests that reached it: `GET /index.html`. */
export interface RecordingHost extends StaticHost {
  readonly requests: readonly string[];
}

/** A host whose folder can be changed while it serves. */
export interface ChangingHost extends RecordingHost {
  /** Serve another folder from now on, as after a new version is put in the place of the old. */
  put(root: string): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves a folder on this machine as static hosts do: a folder by its `index.html`, and for every address that it does
 * not know, the nearest `404.html` above it.
 * @throws when the folder cannot be read or the port is taken
 */
export async function startHost({
  root,
  under = "/",
  port = 0,
  faults = {},
  slashless = "redirect",
  compressed = false,
}: HostOptions): Promise<ChangingHost> {
  let folder = { root, files: new Set(await listFiles(root)) };
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const { root, files } = folder;
    requests.push(`${request.method} ${request.url}`);
    const packed = compressed && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const answer = (status: number, fields: Record<string, string>, text: Buffer | string = ""): void => {
      const content = packed ? gzipSync(text) : text;
      response.writeHead(status, {
        "Content-Length": Buffer.byteLength(content),
        "Cache-Control": "no-cache",
        ...(compressed && { Vary: "Accept-Encoding" }),
        ...(packed && { "Content-Encoding": "gzip" }),
        ...fields,
      });
      response.end(request.method === "HEAD" ? undefined : content);
    };
    const send = async (status: number, file: string, type?: string): Promise<void> =>
      answer(
        status,
        { "Content-Type": type ?? types[extname(file)] ?? "application/octet-stream", ...fault?.fields },
        await readFile(join(root, file)),
      );

    const { pathname, search } = new URL(request.url ?? "/", "http://host");
    const path = pathname.startsWith(under) ? `/${decodePath(pathname.slice(under.length))}` : undefined;
    const [, fault] = Object.entries(faults).find(([end]) => path?.endsWith(end)) ?? [];
    if (fault?.delay) await wait(fault.delay);
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { Allow: "GET, HEAD" });
    if (fault?.status)
      return answer(fault.status, { "Content-Type": "text/plain", ...fault.fields }, `Status code ${fault.status}\n`);

    const file = path?.slice(1).replace(/(^|\/)$/, "$1index.html");
    if (file !== undefined && files.has(file)) return send(200, file, fault?.type);
    const index = `${file}/index.html`;
    if (files.has(index) && slashless === "redirect") return answer(301, { Location: `${pathname}/${search}` });
    if (files.has(index) && slashless === "send") return send(200, index);
    const notFound = path === undefined ? undefined : nearest("404.html", path, files);
    if (notFound !== undefined) return send(404, notFound);
    return answer(404, { "Content-Type": "text/plain" }, "Not found\n");
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    requests,
    put: async (root) => {
      folder = { root, files: new Set(await listFiles(root)) };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The file of that name in the folder of a path, or in the nearest folder above it that has one. */
function nearest(name: string, path: string, files: ReadonlySet<string>): string | undefined {
  const folders = path.split("/").slice(1, -1);
  return folders
    .map((_, index) => [...folders.slice(0, folders.length - index), name].join("/"))
    .concat(name)
    .find((file) => files.has(file));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
}
