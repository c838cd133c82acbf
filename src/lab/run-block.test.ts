import assert from "node:assert/strict";
import { test } from "node:test";
import { runBlock } from "./run-block.ts";

test("a block that was run for the check is not run again for the page", () => {
  const block = "GET /books\nAccept: application/json";
  assert.equal(runBlock(block), runBlock(block));
  assert.notEqual(runBlock(block), runBlock(block, { raw: true }));
});
