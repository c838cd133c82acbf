import assert from "node:assert/strict";
import { test } from "node:test";
import { readCycles } from "./cycles.ts";

test("a line may say how many cycles there must be", () => {
  assert.equal(readCycles("?? cycles == 3", 1), 3);
  assert.equal(readCycles("?? status == 200", 1), null);
  assert.throws(() => readCycles("?? cycles > 3", 4), /line 4.*a number of cycles, such as \?\? cycles == 3/);
});
