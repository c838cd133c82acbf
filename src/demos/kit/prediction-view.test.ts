import assert from "node:assert/strict";
import { test } from "node:test";
import { type Question, questionView, verdictLine, verdictView } from "./prediction-view.ts";

const question: Question = {
  text: "How many requests?",
  choices: [{ text: "One", belief: "One page is one request." }, { text: "Four" }],
};
const happening = { choice: 1, text: "Four requests.", why: "The page names three more things." };

test("a question is a group of radio buttons with a way to skip it", () => {
  const { text } = questionView(question, "q1");
  assert.match(text, /<fieldset><legend>How many requests\?<\/legend>/);
  assert.equal(text.match(/type="radio" name="q1"/g)?.length, 2);
  assert.match(text, /<button type="button">Skip<\/button>/);
});

test("a wrong guess stands beside what happened, with the belief behind it", () => {
  const { text } = verdictView(question, 0, happening);
  assert.match(text, /data-right="false"/);
  assert.match(text, /<dd>One<\/dd>.*<dd>Four requests\.<\/dd>/);
  assert.match(text, /The page names three more things\..*<q>One page is one request\.<\/q>/);
  assert.equal(verdictLine(question, 0, happening), "Other than you expected. Four requests.");
});

test("a right guess is told why it was right, and of no belief", () => {
  const { text } = verdictView(question, 1, happening);
  assert.match(text, /data-right="true".*The page names three more things\./);
  assert.doesNotMatch(text, /belief/);
  assert.equal(verdictLine(question, 1, happening), "As you expected. Four requests.");
});

test("without a guess there is only what happened, and why", () => {
  const { text } = verdictView(question, null, happening);
  assert.doesNotMatch(text, /You expected/);
  assert.equal(verdictLine(question, null, happening), "Four requests.");
});

test("where what came does not tell, no guess is called right or wrong", () => {
  const untold = { ...happening, choice: null };
  for (const guess of [0, 1]) {
    const { text } = verdictView(question, guess, untold);
    assert.match(text, /data-right="none".*You expected/);
    assert.doesNotMatch(text, /belief/);
    assert.equal(verdictLine(question, guess, untold), "Four requests.");
  }
});
