import assert from "node:assert/strict";
import { test } from "node:test";
import { readFramed } from "./framing.ts";

const read = (lengths: readonly string[], content: string) => {
  const fields = lengths.map((value) => ({ name: "Content-Length", value }));
  const found = readFramed({ method: "POST", target: "/books", version: "HTTP/1.1", fields, content });
  return typeof found === "string" ? found : { content: found.content };
};

test("content is as long as Content-Length says, in bytes, and without that field there is none", () => {
  assert.deepEqual(read(["3"], "née"), { content: "né" });
  assert.deepEqual(read([], "Dune"), { content: "" });
  assert.deepEqual(read(["0"], ""), { content: "" });
});

test("a length that cannot be known is a fault of its own", () => {
  assert.match(String(read(["99"], "Dune")), /ended before all the bytes/);
  assert.match(String(read(["four"], "Dune")), /a number of bytes/);
  assert.match(String(read(["4", "5"], "Dune")), /once/);
});
