import assert from "node:assert/strict";
import { test } from "node:test";
import { historyLimit, nothingYet, remember } from "./demo-history.ts";

test("a demo keeps its latest items in order, and counts those that it lets go of", () => {
  const items = Array.from({ length: historyLimit + 7 }, (_, index) => index);
  const { kept, forgotten } = items.reduce(remember<number>, nothingYet);
  assert.deepEqual(kept, items.slice(7));
  assert.equal(forgotten, 7);
});
