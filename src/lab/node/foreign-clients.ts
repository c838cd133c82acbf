import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** A response as a client hands it to its user. */
export interface Answer {
  readonly status: number;
  readonly fields: Headers;
  readonly content: string;
}

/** For tests: an HTTP client that others wrote. It follows no redirects. */
export interface Client {
  readonly name: string;
  /** Why it cannot be used here; false where it can. */
  readonly missing: string | false;
  ask(url: string, method: string, fields?: Readonly<Record<string, string>>, content?: string): Promise<Answer>;
  close(): void;
}

/** Node's fetch, which is undici. */
export const fetchClient: Client = {
  name: "fetch",
  missing: false,
  ask: async (url, method, headers = {}, content = "") => {
    const response = await fetch(url, { method, headers, body: content === "" ? null : content, redirect: "manual" });
    return { status: response.status, fields: response.headers, content: await response.text() };
  },
  close: () => {},
};

export const curlClient: Client = {
  name: "curl",
  missing: missing("curl"),
  ask: async (url, method, fields = {}, content = "") => {
    const options = Object.entries(fields).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
    if (content !== "") options.push("--data-binary", content);
    const { output, notes } = await curl(
      ...options,
      ...(method === "HEAD" ? ["--head", "-o", "-"] : ["-X", method]),
      ...["-w", '%{stderr}{"status": %{http_code}, "fields": %{header_json}}', url],
    );
    const head: { status: number; fields: Record<string, string[]> } = JSON.parse(notes);
    const lines = Object.entries(head.fields).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return { status: head.status, fields: new Headers(lines), content: method === "HEAD" ? "" : output };
  },
  close: () => {},
};

/** Run curl, without its progress meter: what it writes to its output, and beside it. Throws where it fails. */
export async function curl(...options: string[]): Promise<{ output: string; notes: string }> {
  const program = spawn("curl", ["-sS", "--max-time", "10", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const code = new Promise((resolve) => program.on("close", resolve));
  const [output, notes] = await Promise.all([text(program.stdout), text(program.stderr)]);
  if ((await code) !== 0) throw new Error(`curl ended with ${await code}: ${notes}`);
  return { output, notes };
}

/** Python's http.client: one process, which keeps its connections. */
export function pythonClient(): Client {
  let program: ChildProcessByStdio<Writable, Readable, null> | null = null;
  let lines: AsyncIterator<string> | null = null;
  return {
    name: "Python",
    missing: missing("python3"),
    ask: async (url, method, fields = {}, content = "") => {
      program ??= spawn("python3", [new URL("python-client.py", import.meta.url).pathname], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      lines ??= createInterface(program.stdout)[Symbol.asyncIterator]();
      const { host, pathname, search } = new URL(url);
      program.stdin.write(`${JSON.stringify({ host, method, target: pathname + search, fields, content })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error("Python gave up.");
      const answer: { status: number; fields: [string, string][]; content: string } = JSON.parse(value);
      return { ...answer, fields: new Headers(answer.fields) };
    },
    close: () => program?.stdin.end(),
  };
}

/** Why a program cannot be used: a sentence for the output of the tests. */
export function missing(program: string): string | false {
  return spawnSync(program, ["--version"]).error ? `${program} is not installed on this machine` : false;
}
