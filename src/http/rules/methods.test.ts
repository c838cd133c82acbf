import assert from "node:assert/strict";
import { test } from "node:test";
import { isForbiddenMethod, methodMeaning, normalizeMethod } from "./methods.ts";

test("a method is told from one that differs in case, and from one that is not explained", () => {
  assert.match(methodMeaning("GET"), /^[a-z].*[^.]$/);
  assert.match(methodMeaning("get"), /^is not GET/);
  assert.match(methodMeaning("constructor"), /^is no method that this lesson explains/);
});

test("fetch refuses three methods in whatever case", () => {
  for (const method of ["TRACE", "track", "Connect"]) assert.equal(isForbiddenMethod(method), true);
  for (const method of ["GET", "TRACES", "x-trace"]) assert.equal(isForbiddenMethod(method), false);
});

test("fetch writes six methods in upper case and leaves the others", () => {
  assert.deepEqual(["put", "Delete", "patch", "query"].map(normalizeMethod), ["PUT", "DELETE", "patch", "query"]);
  // Node's fetch follows the same standard.
  for (const method of ["get", "head", "post", "put", "delete", "options", "query", "pUt"]) {
    assert.equal(normalizeMethod(method), new Request("http://library.example", { method }).method);
  }
});
