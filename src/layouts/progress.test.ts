import assert from "node:assert/strict";
import { test } from "node:test";
import { beliefStories } from "../demos/kit/belief-stories.ts";
import type { Guess } from "../demos/kit/done.ts";
import { nothingKept } from "../demos/kit/kept.ts";
import { afterDone, beliefLine, partsDone, toAskAgain } from "./progress.ts";

const parts = [
  { id: "one", acts: ["a", "b"] },
  { id: "two", acts: ["c"] },
  { id: "three", acts: [] },
];
const guess = (expected: string, held: readonly string[], beliefs = ["It remembers me."]): Guess => ({
  asked: "What comes?",
  expected,
  beliefs,
  held,
});
const wrong = guess("My name", ["It remembers me."]);
const right = guess("Nothing", []);

test("a part is done when all of its acts are, and a part without acts never is", () => {
  assert.deepEqual(partsDone(parts, ["a"]), []);
  assert.deepEqual(partsDone(parts, ["a", "b", "x"]), ["one"]);
  assert.deepEqual(partsDone(parts, ["c", "b", "a"]), ["one", "two"]);
});

test("an act done twice is kept once, and a demo without a question leaves no guess", () => {
  const kept = afterDone(afterDone(nothingKept, "a", "one", null), "a", "one", null);
  assert.deepEqual(kept, { ...nothingKept, acts: ["a"] });
});

test("the first guess at a question stays, and of the later ones the latest", () => {
  const guesses = ["My name", "My name", "Nothing", "A number"].reduce(
    (kept, expected) => afterDone(kept, "a", "one", guess(expected, [])),
    nothingKept,
  ).guesses;
  assert.deepEqual(
    guesses.map(({ expected }) => expected),
    ["My name", "A number"],
  );
});

test("one question asked of two requests is two, when other beliefs lead astray", () => {
  const kept = afterDone(afterDone(nothingKept, "a", "one", wrong), "a", "one", guess("A page", [], ["All is well."]));
  assert.equal(kept.guesses.length, 2);
});

test("a belief that was held comes back one part later, until it is held no more", () => {
  const held = afterDone(nothingKept, "a", "one", wrong);
  assert.deepEqual([...toAskAgain(held.guesses, parts)], [["two", "It remembers me."]]);
  const again = afterDone(held, "again-two", "two", { ...wrong, asked: "It remembers me.", expected: "True" });
  assert.deepEqual([...toAskAgain(again.guesses, parts)], [["three", "It remembers me."]]);
  const given = afterDone(held, "again-two", "two", { ...right, asked: "It remembers me.", expected: "False" });
  assert.deepEqual([...toAskAgain(given.guesses, parts)], []);
});

test("a belief that was held in the last part, or before the first, has no part to come back in", () => {
  for (const part of ["three", ""]) {
    const { guesses } = afterDone(nothingKept, "a", part, wrong);
    assert.equal(toAskAgain(guesses, parts).size, 0);
  }
});

test("one part asks of one belief again", () => {
  const both = [wrong, guess("200", ["All is well."], ["All is well."])];
  const { guesses } = both.reduce((kept, each) => afterDone(kept, "a", "one", each), nothingKept);
  assert.deepEqual([...toAskAgain(guesses, parts)], [["two", "It remembers me."]]);
});

test("the end tells what was believed at first, and which guess changed it", () => {
  const kept = afterDone(afterDone(nothingKept, "a", "one", wrong), "c", "two", right);
  const other = afterDone(kept, "b", "one", guess("A page", [], ["All is well."]));
  const stories = beliefStories(other.guesses);
  assert.equal(stories[0]?.first?.demo, "a");
  assert.equal(stories[0]?.changed?.demo, "c");
  assert.equal(stories[1]?.first, null);
  assert.equal(beliefLine(stories), "You believed 1 of 2. Now: 0.");
  assert.equal(beliefLine([]), null);
});
