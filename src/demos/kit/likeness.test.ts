import assert from "node:assert/strict";
import { test } from "node:test";
import { mostLike } from "./likeness.ts";

test("a text is found again after its author has mended it, and after the order has changed", () => {
  const now = ["Nothing, till your browser asks again.", "The server sends your browser the new list."];
  assert.equal(mostLike("Nothing, until your browser asks again.", now), 0);
  assert.equal(mostLike("The server sends your browser the new list.", now), 1);
});

test("the same text comes before one that has only the same words", () => {
  assert.equal(mostLike("GET /books/1", ["1 books GET", "GET /books/1"]), 1);
});

test("another text is not taken for it", () => {
  assert.equal(mostLike("It changes by itself.", ["The rest of the page.", "Nothing at all."]), -1);
});
