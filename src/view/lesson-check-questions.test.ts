import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stages } from "../http/stages.ts";
import { clues, questions } from "./lesson-check-questions.ts";

const lesson = readFileSync(new URL("../../content/index.mdx", import.meta.url), "utf8");

test("there are ten questions, and each probes a belief of its own", () => {
  assert.equal(questions.length, 10);
  assert.equal(new Set(questions.map(({ belief }) => belief)).size, 10);
  assert.equal(new Set(questions.map(({ id }) => id)).size, 10);
});

test("every belief stands in the lesson in the same words", () => {
  const beliefs = questions.flatMap(({ belief, options }) => [belief, ...options.flatMap((each) => each.belief ?? [])]);
  const missing = beliefs.filter((belief) => !lesson.includes(`<Belief claim="${belief}">`));
  assert.deepEqual(missing, []);
});

for (const { id, belief, options } of questions) {
  test(`the question “${id}” has one right option, and one that its belief leads to`, () => {
    assert.equal(options.filter((option) => option.belief === undefined).length, 1);
    assert.ok(options.some((option) => option.belief === belief));
  });

  test(`the question “${id}” says of each option why, in words of its own`, () => {
    assert.equal(new Set(options.map(({ why }) => why)).size, options.length);
    for (const { why } of options) assert.match(why, /^\S.{30,}\.$/);
  });
}

test("the right option does not always stand in the same place", () => {
  const places = new Set(questions.map(({ options }) => options.findIndex(({ belief }) => belief === undefined)));
  assert.equal(places.size, 3);
});

test("there is a clue for each stage, and they are first shown in another order", () => {
  const shown = clues.map(({ stage }) => stage);
  assert.deepEqual(
    [...shown].sort(),
    stages.map(({ number }) => number),
  );
  assert.notDeepEqual(shown, [1, 2, 3, 4, 5]);
});

test("no clue says who acts", () => {
  for (const { text } of clues) assert.doesNotMatch(text, /client|server|browser/i);
});
