import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { type HostOptions, type StaticHost, startHost } from "../src/build/static-host.ts";
import { type Machine, thisMachine } from "./browser.ts";

/** A host that serves the site, whoever wrote it. */
export type RunningHost = Pick<StaticHost, "url" | "close">;

/** A kind of host that the site must work on. */
export interface Place {
  readonly name: string;
  /** The program it needs. */
  readonly program?: "python3" | "nginx";
  /** Whether it sends a site's own 404.html for an address that it does not know. */
  readonly sends404: boolean;
  /** Whether an address of a folder without its closing slash leads to the folder. */
  readonly addsSlash: boolean;
  /** Serves a folder; each of its `sites` has a 404.html. */
  start(root: string, sites: readonly string[]): Promise<RunningHost>;
}

const likePages =
  (slashless: NonNullable<HostOptions["slashless"]>): Place["start"] =>
  (root) =>
    startHost({ root, slashless });

export const places: readonly Place[] = [
  { name: "Python's http.server", program: "python3", sends404: false, addsSlash: true, start: startPython },
  { name: "nginx", program: "nginx", sends404: true, addsSlash: true, start: startNginx },
  { name: "a host like GitHub Pages", sends404: true, addsSlash: true, start: likePages("redirect") },
];

/** The same host, where a folder's address lacks its closing slash and nobody redirects. */
export const slashlessPlaces: readonly Place[] = [
  { name: "a host that sends folders without their slash", sends404: true, addsSlash: true, start: likePages("send") },
  {
    name: "a host that refuses folders without their slash",
    sends404: true,
    addsSlash: false,
    start: likePages("refuse"),
  },
];

/**
 * The sentence that says why a place cannot be tried on this machine; null where it can. As root on Debian, nginx is
 * installed first if it is missing, in at most 4 minutes.
 */
export function whyNot({ name, program }: Place, machine: Machine = thisMachine): string | null {
  if (!program || isInstalled(program, machine)) return null;
  if (program === "nginx" && machine.hasApt) {
    machine.tell("nginx is not here: apt-get installs it, in at most 4 minutes.");
    machine.run(["apt-get", "update", "-qq"], 120);
    machine.run(["apt-get", "install", "-qq", "--yes", "--no-install-recommends", "nginx-light"], 120);
    if (isInstalled(program, machine)) return null;
  }
  const sentence = `The site is not tried on ${name}: the program ${program} is missing here.`;
  machine.tell(sentence);
  return sentence;
}

const isInstalled = (program: string, machine: Machine): boolean =>
  machine.run([program, program === "nginx" ? "-v" : "--version"], 30);

async function startPython(root: string): Promise<RunningHost> {
  const options = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", root];
  const program = spawn("python3", options, { stdio: ["ignore", "pipe", "ignore"] });
  const [, port] = await said(program.stdout, /port (\d+)/);
  return { url: `http://127.0.0.1:${port}/`, close: () => stop(program) };
}

/** The first match in what a program prints. */
async function said(output: Readable, pattern: RegExp): Promise<RegExpExecArray> {
  let all = "";
  for await (const piece of output.iterator({ destroyOnReturn: false })) {
    all += piece;
    const found = pattern.exec(all);
    if (found) return found;
  }
  throw new Error(`The program ended before it said ${pattern}; it said: ${all}`);
}

async function startNginx(root: string, sites: readonly string[]): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), "nginx-"));
  const port = await freePort();
  await writeFile(join(folder, "nginx.conf"), nginxConfig(root, sites, folder, port));
  const program = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const failed = said(program.stderr, /\[emerg\].*/).then(([words]) => Promise.reject(new Error(words)));
  await Promise.race([answers(`http://127.0.0.1:${port}/`), failed]);
  failed.catch(() => undefined);
  const close = async (): Promise<void> => {
    await stop(program);
    await rm(folder, { recursive: true });
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

/** For each site what the site's page about hosts recommends, and beside it only what keeps the program in one folder. */
function nginxConfig(root: string, sites: readonly string[], folder: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${folder}/pid;
events {}
http {
  include ${nginxTypes()};
  access_log off;
  ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${sites.map((site) => recommended().replaceAll("/lesson/", `/${site}`)).join("\n")}
  }
}
`;
}

function recommended(): string {
  const page = readFileSync(new URL("../content/hosting.mdx", import.meta.url), "utf8");
  const [, config] = /^```nginx\n(.*?)^```/ms.exec(page) ?? [];
  if (!config?.includes("/lesson/"))
    throw new Error("content/hosting.mdx has no block of nginx for the folder /lesson/.");
  return config;
}

/** The list of media types that came with nginx, beside the configuration that it says it was built for. */
function nginxTypes(): string {
  const [, config = ""] = /--conf-path=(\S+)/.exec(spawnSync("nginx", ["-V"], { encoding: "utf8" }).stderr) ?? [];
  const types = join(dirname(config), "mime.types");
  if (!existsSync(types)) throw new Error(`nginx has no list of media types at ${types}.`);
  return types;
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Comes back when something answers at a URL. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((later) => setTimeout(later, 20));
  }
}

function stop(program: ChildProcess): Promise<void> {
  return new Promise((stopped) => {
    program.on("exit", () => stopped());
    program.kill("SIGTERM");
  });
}
