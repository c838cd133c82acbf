import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { promisify } from "node:util";
import { memoryStore } from "../library-store.ts";
import { curl, missing } from "./foreign-clients.ts";
import { library, type MockServer, startMockServer } from "./mock-server.ts";

// What clients do by themselves: follow, remember, resume, keep the connection.

let server: MockServer;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = await startMockServer(
    library(memoryStore(), ({ request }) => asked.push(`${request.method} ${request.target}`)),
  );
});

afterEach(() => server.close());

const at = (target: string): string => new URL(target, server.url).href;

describe("curl", { skip: missing("curl"), timeout: 60_000 }, () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "curl-"));
  });
  after(() => rm(folder, { recursive: true }));

  /** What curl writes of a request: its content, then a line of the format. */
  async function write(format: string, ...options: string[]): Promise<string> {
    return (await curl(...options, "-o", join(folder, "content"), "-w", format)).output;
  }

  test("follows a form's 303 with GET", async () => {
    const { output } = await curl("-L", "-d", "title=Dune", at("/books"));
    assert.deepEqual(asked, ["POST /books", "GET /books/4"]);
    assert.match(output, /<h1>Dune<\/h1>/);
  });

  test("repeats method and content after 307, and turns POST into GET after 301", async () => {
    await curl("-L", "-d", "title=Dune", at("/desk"));
    await curl("-L", at("/catalogue"));
    assert.deepEqual(asked, ["POST /desk", "POST /books", "GET /books/4", "GET /catalogue", "GET /books"]);
  });

  test("keeps the entity tag, and learns by 304 that its copy is good", async () => {
    const tag = join(folder, "tag");
    const options = ["--etag-save", tag, "--etag-compare", tag, at("/books")];
    assert.equal(await write("%{http_code}", ...options), "200");
    assert.equal(await write("%{http_code}", ...options), "304");
  });

  test("asks for what changed since a time", async () => {
    assert.equal(await write("%{http_code}", "-z", "8 Jan 2025", at("/books/1")), "304");
    assert.equal(await write("%{http_code}", "-z", "6 Jan 2025", at("/books/1")), "200");
  });

  test("goes on where a download broke off", async () => {
    const { output: whole } = await curl(at("/books/1/chapter.txt"));
    const { output: rest } = await curl("--continue-at", "100", at("/books/1/chapter.txt"));
    assert.equal(rest, whole.slice(100));
  });

  test("is known by its cookie", async () => {
    const jar = join(folder, "jar");
    await curl("-b", jar, "-c", jar, at("/visits"));
    assert.match((await curl("-b", jar, "-c", jar, at("/visits"))).output, /this is your visit 2/);
  });

  test("waits for 100 Continue before it sends the content", async () => {
    const { output } = await curl("-i", "-H", "Expect: 100-continue", "-d", "title=Dune", at("/books"));
    assert.match(output, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 303 See Other\r\n/);
  });

  test("sends its content in chunks", async () => {
    const json = '{"title": "Dune"}';
    const fields = ["-H", "Transfer-Encoding: chunked", "-H", "Content-Type: application/json"];
    assert.match((await curl("-i", ...fields, "-d", json, at("/books"))).output, /^HTTP\/1\.1 201 Created\r\n/);
  });

  test("uses one connection for two requests", async () => {
    const twice = ["-o", join(folder, "other"), at("/quiet-room"), at("/books")];
    assert.equal(await write("%{num_connects}", ...twice), "10");
  });

  test("gets the end of the connection after HTTP/1.0", async () => {
    const { output } = await curl("-i", "--http1.0", at("/books"));
    assert.match(output, /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(output, /\r\nConnection: close\r\n/);
  });

  test("offers HTTP/2, and gets HTTP/1.1", async () => {
    assert.match((await curl("-i", "--http2", at("/books"))).output, /^HTTP\/1\.1 200 OK\r\n/);
  });

  test("takes the server for a proxy: a target in absolute form is answered, a tunnel is not", async () => {
    const { output } = await curl("-x", server.url, "http://library.example/books/1");
    assert.match(output, /Alice’s Adventures/);
    await assert.rejects(curl("-p", "-x", server.url, "http://library.example/"), /501/);
  });

  test("asks about the server as a whole", async () => {
    const { output } = await curl("-i", "-X", "OPTIONS", "--request-target", "*", server.url);
    assert.match(output, /^HTTP\/1\.1 204 No Content\r\n/);
    assert.match(output, /\r\nAllow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n/);
  });

  test("is refused without a Host field", async () => {
    assert.match((await curl("-i", "-H", "Host:", at("/"))).output, /^HTTP\/1\.1 400 Bad Request\r\n/);
  });
});

describe("Python", { skip: missing("python3"), timeout: 60_000 }, () => {
  test("follows redirects and carries cookies", async () => {
    const script = `
import sys, urllib.request
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
opener.open(sys.argv[1] + "visits").read()
print(opener.open(sys.argv[1] + "visits").read().decode())
print(opener.open(sys.argv[1] + "desk").geturl())`;
    const { stdout } = await promisify(execFile)("python3", ["-c", script, server.url]);
    assert.match(stdout, /this is your visit 2/);
    assert.ok(stdout.endsWith(`${at("/books")}\n`));
  });
});

describe("fetch", { timeout: 60_000 }, () => {
  test("sends a stream", async () => {
    const body = new Blob(['{"title": ', '"Dune"}']).stream();
    const headers = { "Content-Type": "application/json" };
    const init = { method: "POST", headers, body, duplex: "half" } satisfies RequestInit & { duplex: "half" };
    assert.equal((await fetch(at("/books"), init)).status, 201);
  });

  test("waits as long as the server takes, while others are answered", async () => {
    const started = performance.now();
    const slow = fetch(at("/hours")).then(() => performance.now() - started);
    const quick = await fetch(at("/books")).then(() => performance.now() - started);
    assert.ok((await slow) >= 1990);
    assert.ok(quick < (await slow));
  });

  test("leaves before the answer, and the server goes on", async () => {
    const control = new AbortController();
    const left = fetch(at("/hours"), { signal: control.signal });
    await fetch(at("/books"));
    control.abort();
    await assert.rejects(left, { name: "AbortError" });
    assert.equal((await fetch(at("/books"))).status, 200);
  });

  test("adds a hundred books at once: each gets its own number, and none is lost", async () => {
    const headers = { "Content-Type": "application/json" };
    const places = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const body = JSON.stringify({ title: `Volume ${index}` });
        const { headers: fields } = await fetch(at("/books"), { method: "POST", headers, body });
        return fields.get("Location");
      }),
    );
    assert.equal(new Set(places).size, 100);
    const books = await (await fetch(at("/books"), { headers: { Accept: "application/json" } })).json();
    assert.equal(books.length, 103);
  });
});
