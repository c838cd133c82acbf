import assert from "node:assert/strict";
import { test } from "node:test";
import { type Kept, nothingKept, readKept, writeKept } from "./kept.ts";

const some: Kept = {
  answers: [{ asked: "What comes?", given: ["A page"] }],
  acts: ["send"],
  guesses: [{ demo: "send", part: "one", asked: "What?", expected: "A page", beliefs: ["All is well."], held: [] }],
  place: "one",
};

test("what is written is read again", () => {
  assert.deepEqual(readKept(writeKept(some)), { kind: "kept", kept: some });
});

test("nothing kept leaves nothing in the browser", () => {
  assert.equal(writeKept(nothingKept), null);
  assert.deepEqual(readKept(null), { kind: "nothing" });
});

test("what is damaged and what another version wrote are told apart", () => {
  for (const text of ["", "{", "null", "[]", "7", '{"version":"1"}']) assert.equal(readKept(text).kind, "damaged");
  for (const version of [0, 2, 99]) assert.equal(readKept(JSON.stringify({ version })).kind, "other version");
});

test("what is no answer, act or guess is left out, and the rest stays", () => {
  const text = JSON.stringify({
    version: 1,
    answers: [{}, null, ...some.answers],
    acts: [1, "send"],
    guesses: [{ ...some.guesses[0], held: "x" }, ...some.guesses],
    place: 3,
  });
  assert.deepEqual(readKept(text), { kind: "kept", kept: { ...some, place: null } });
  assert.deepEqual(readKept('{"version":1,"answers":{}}'), { kind: "kept", kept: nothingKept });
});
