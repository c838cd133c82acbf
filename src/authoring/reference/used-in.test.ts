import assert from "node:assert/strict";
import { test } from "node:test";
import { usedIn } from "./used-in.ts";

test("a name is used in the pages whose messages have it: written ones, and what the library answers", () => {
  const used = usedIn("e2e/fixtures/reference");
  assert.deepEqual(used("fields", "content-type"), ["/", "/other/"]);
  assert.deepEqual(used("fields", "ETag"), ["/"]);
  assert.deepEqual(used("fields", "Origin"), []);
  assert.deepEqual(used("methods", "DELETE"), ["/other/"]);
  assert.deepEqual(used("methods", "delete"), []);
  assert.deepEqual(used("status-codes", "200"), ["/"]);
  assert.deepEqual(used("status-codes", "404"), ["/other/"]);
  assert.deepEqual(used("status-codes", "4xx"), ["/other/"]);
});
