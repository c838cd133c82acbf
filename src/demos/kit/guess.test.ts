import assert from "node:assert/strict";
import { test } from "node:test";
import { guessOf } from "./guess.ts";

const choices = [
  { text: "At once", belief: "The server can start." },
  { text: "When asked" },
  { text: "Never", belief: "It forgets." },
];

test("a wrong guess tells the belief that led to it", () => {
  assert.deepEqual(guessOf("When?", choices, [0], [1]), {
    asked: "When?",
    expected: "At once",
    beliefs: ["The server can start.", "It forgets."],
    held: ["The server can start."],
  });
});

test("a right guess tells which beliefs did not lead astray", () => {
  assert.deepEqual(guessOf("When?", choices, [1], [1])?.held, []);
  assert.deepEqual(guessOf("When?", choices, [0], [0])?.held, []);
});

test("without a guess, a belief or an outcome that was foreseen, there is nothing to tell", () => {
  assert.equal(guessOf("When?", choices, [], [1]), null);
  assert.equal(guessOf("When?", choices, [0], null), null);
  assert.equal(guessOf("When?", [{ text: "At once" }, { text: "When asked" }], [0], [1]), null);
});
