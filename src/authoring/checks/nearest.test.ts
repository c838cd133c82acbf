import assert from "node:assert/strict";
import { test } from "node:test";
import { didYouMean, nearest } from "./nearest.ts";

test("a slip of the keyboard finds the word that was meant", () => {
  assert.equal(nearest("discription", ["title", "description"]), "description");
  assert.equal(didYouMean("titel", ["title", "description"]), ". Did you mean “title”?");
});

test("a far-off word has no nearest one", () => {
  assert.equal(nearest("zebra", ["send", "title"]), null);
  assert.equal(didYouMean("zebra", ["send", "title"]), "");
});
