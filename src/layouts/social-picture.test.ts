import assert from "node:assert/strict";
import { test } from "node:test";
import { socialPicture, titleLines } from "./social-picture.ts";

test("a title is set in lines that fit the picture", () => {
  assert.deepEqual(titleLines("HTTP Request-Response Cycle – Fundamentals"), [
    "HTTP Request-Response",
    "Cycle – Fundamentals",
  ]);
  assert.deepEqual(titleLines("Caching"), ["Caching"]);
});

test("a title that is too long says that it goes on", () => {
  const lines = titleLines("word ".repeat(60).trim());
  assert.equal(lines.length, 4);
  assert.match(lines.at(-1) ?? "", / …$/);
  assert.deepEqual(titleLines("x".repeat(80)), [`${"x".repeat(25)}…`]);
});

test("a title is text, whatever it holds", () => {
  assert.match(socialPicture("<script> & co", "Site").text, /&lt;script&gt; &amp; co/);
});
