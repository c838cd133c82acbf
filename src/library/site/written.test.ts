import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { asJson, ask, field } from "../engine/ask.ts";
import { addResources } from "./routes.ts";
import type { WrittenReply } from "./written.ts";

const text = { type: "text/plain", content: "Closed on Monday." };
const notice: WrittenReply = { status: 200, file: text, fields: { "Content-Language": "en" }, cache: "no-cache" };
const add = (reply: WrittenReply) => addResources([{ path: "/notice", reply }]);

afterEach(() => addResources([]));

test("a page’s resource answers GET as it is written, HEAD without content, and nothing when the page has gone", () => {
  add({ ...notice, changed: "Tue, 13 Jan 2026 08:00:00 GMT" });
  const got = ask("GET /notice");
  assert.deepEqual([got.response.status, got.response.content], [200, text.content]);
  assert.equal(field(got, "Content-Type"), "text/plain");
  assert.equal(field(got, "Content-Language"), "en");
  assert.equal(field(got, "Content-Length"), "17");
  assert.equal(field(got, "Last-Modified"), "Tue, 13 Jan 2026 08:00:00 GMT");
  const head = ask("HEAD /notice");
  assert.deepEqual([head.response.fields, head.response.content], [got.response.fields, ""]);
  assert.ok(got.steps.some((step) => step.kind === "run" && step.handler === "sendWritten"));
  addResources([]);
  assert.equal(ask("GET /notice").response.status, 404);
});

test("other methods are answered by 405 and what it allows, and OPTIONS tells the same", () => {
  add(notice);
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const refused = ask(`${method} /notice`, asJson, "{}");
    assert.deepEqual([refused.response.status, field(refused, "Allow")], [405, "GET, HEAD, OPTIONS"]);
  }
  assert.equal(field(ask("OPTIONS /notice"), "Allow"), "GET, HEAD, OPTIONS");
});

test("a copy is asked about by the server’s tag, or by the author’s", () => {
  add(notice);
  const tag = field(ask("GET /notice"), "ETag") ?? "";
  assert.equal(ask("GET /notice", { "If-None-Match": tag }).response.status, 304);
  assert.equal(ask("GET /notice", { "If-Match": '"other"' }).response.status, 412);
  add({ status: 200, file: text, tag: '"v1"' });
  assert.equal(field(ask("GET /notice"), "ETag"), '"v1"');
  assert.equal(ask("GET /notice", { "If-None-Match": '"v1"' }).response.status, 304);
  add({ status: 200, file: text });
  assert.equal(field(ask("GET /notice"), "ETag"), null);
});

test("a part of it can be had where its bytes are characters", () => {
  add({ ...notice, ranges: true });
  const part = ask("GET /notice", { Range: "bytes=0-5" });
  assert.deepEqual([part.response.status, part.response.content], [206, "Closed"]);
});

test("a redirect, an error and an empty answer come as they are written", () => {
  add({ status: 301, fields: { Location: "/books" } });
  assert.equal(field(ask("GET /notice"), "Location"), "/books");
  add({ status: 503, fields: { "Retry-After": "60" }, file: text });
  assert.deepEqual(ask("GET /notice", { Accept: "application/json" }).response.content, text.content);
  add({ status: 204 });
  assert.deepEqual([ask("GET /notice").response.status, field(ask("GET /notice"), "Content-Length")], [204, null]);
});
