import assert from "node:assert/strict";
import { test } from "node:test";
import { remembered } from "./remembered.ts";

test("what was made for a key is made once, and for another key anew", () => {
  const asked: string[] = [];
  const length = remembered((key: string) => asked.push(key) && key.length);
  assert.deepEqual([length("a"), length("bc"), length("a")], [1, 2, 1]);
  assert.deepEqual(asked, ["a", "bc"]);
});
