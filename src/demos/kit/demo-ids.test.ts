import assert from "node:assert/strict";
import { test } from "node:test";
import { DemoIds, idFrom } from "./demo-ids.ts";

test("an id is made of a title's letters and digits, and a file can be named for it however long the title is", () => {
  assert.equal(idFrom("Déjà vu: 2 books"), "deja-vu-2-books");
  assert.equal(idFrom("→"), "");
  assert.match(idFrom("word ".repeat(60)), /^(?:word-){19}word$/);
});

test("demos of one title have different ids", () => {
  const ids = new DemoIds();
  assert.deepEqual(
    ["a", "a", "a"].map((id) => ids.take(id)),
    ["a", "a-2", "a-3"],
  );
});
