import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type StaticHost, startHost } from "./static-host.ts";

let root: string;
let host: StaticHost;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "static-host-"));
  await mkdir(join(root, "lab"));
  await mkdir(join(root, "copy"));
  await writeFile(join(root, "copy/404.html"), "nothing in the copy");
  await writeFile(join(root, "index.html"), "home");
  await writeFile(join(root, "404.html"), "nothing here");
  await writeFile(join(root, "lab/index.html"), "lab");
  await writeFile(join(root, "lab/worker.js"), "script");
  host = await startHost({
    root,
    under: "/a/b/",
    faults: { "/lab/index.html": { type: "text/plain" }, broken: { status: 503 } },
  });
});

after(async () => {
  await host.close();
  await rm(root, { recursive: true });
});

describe("a static host answers", () => {
  const cases: [path: string, status: number, type: string | null, content: string][] = [
    ["", 200, "text/html; charset=utf-8", "home"],
    ["index.html", 200, "text/html; charset=utf-8", "home"],
    ["lab/", 200, "text/html; charset=utf-8", "lab"],
    ["lab/worker.js?v=1", 200, "text/javascript", "script"],
    ["lab/index.html", 200, "text/plain", "lab"],
    ["%6cab/", 200, "text/html; charset=utf-8", "lab"],
    ["lab?q=1", 301, null, ""],
    ["nowhere", 404, "text/html; charset=utf-8", "nothing here"],
    ["lab/deep/er/", 404, "text/html; charset=utf-8", "nothing here"],
    ["copy/nowhere", 404, "text/html; charset=utf-8", "nothing in the copy"],
    ["copy/no/where/", 404, "text/html; charset=utf-8", "nothing in the copy"],
    ["%", 404, "text/html; charset=utf-8", "nothing here"],
    ["..%2f..%2fetc/passwd", 404, "text/html; charset=utf-8", "nothing here"],
    ["../", 404, "text/plain", "Not found\n"],
    ["broken", 503, "text/plain", "Status code 503\n"],
  ];
  for (const [path, status, type, content] of cases) {
    test(`${path || "the root"} with ${status}`, async () => {
      const response = await fetch(host.url + path, { redirect: "manual" });
      assert.equal(response.status, status);
      assert.equal(response.headers.get("content-type"), type);
      assert.equal(await response.text(), content);
    });
  }
});

test("a folder without its slash is redirected to the folder, with the query", async () => {
  const response = await fetch(`${host.url}lab?q=1`, { redirect: "manual" });
  assert.equal(response.headers.get("location"), "/a/b/lab/?q=1");
});

for (const [slashless, status, content] of [
  ["send", 200, "lab"],
  ["refuse", 404, "nothing here"],
] as const) {
  test(`a host may also ${slashless} a folder without its slash`, async () => {
    const other = await startHost({ root, slashless });
    const response = await fetch(`${other.url}lab`, { redirect: "manual" });
    await other.close();
    assert.equal(response.status, status);
    assert.equal(await response.text(), content);
  });
}

test("a HEAD request gets the fields of GET and no content", async () => {
  const response = await fetch(`${host.url}lab/worker.js`, { method: "HEAD" });
  assert.equal(response.headers.get("content-length"), "6");
  assert.equal(await response.text(), "");
});

test("a static host changes nothing: POST is not allowed", async () => {
  const response = await fetch(host.url, { method: "POST" });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "GET, HEAD");
});
