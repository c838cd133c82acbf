import assert from "node:assert/strict";
import { test } from "node:test";
import { authorText, letterView, messageView } from "./message-view.ts";

test("who wrote a line stands beside it in words, and what no page can see says so", () => {
  assert.equal(authorText(["you"]), "you");
  assert.equal(authorText(["page", "you"]), "the page and you");
  assert.equal(authorText(["page", "you", "browser"]), "the page, you and the browser");
  assert.equal(authorText(["browser"], true), "the browser, hidden from this page");
});

test("who only hears a message hears what its author has to do with the line", () => {
  const letter = letterView([
    { line: "Host: library.example", part: "field", what: "", by: ["browser"], hidden: true },
  ]);
  assert.match(letter.text, /<span class="unseen">written by <\/span>the browser, hidden from this page/);
});

test("an empty line has no author", () => {
  assert.doesNotMatch(letterView([{ line: "", part: "empty", what: "", by: [] }]).text, /class="by"/);
});

const field = (line: string) => ({ line, part: "field", what: `About ${line}.`, by: ["server"] }) as const;

test("an author is named once for the lines that they wrote in a row", () => {
  const view = messageView([
    field("A: 1"),
    field("B: 2"),
    { line: "", part: "empty", what: "End.", by: [] },
    field("C: 3"),
  ]);
  assert.equal(view.text.match(/class="by"/g)?.length, 1);
});

test("what has been explained further up is not explained again", () => {
  const view = messageView([field("Host: a"), field("Accept: b")], { known: ["host"] });
  assert.doesNotMatch(view.text, /About Host/);
  assert.match(view.text, /About Accept/);
});

test("fields that are for later are folded where they stand, with their number", () => {
  const notes = [field("Host: a"), field("sec-ch-ua: b"), field("sec-ch-ua-mobile: ?0"), field("Accept: c")];
  assert.match(
    messageView(notes).text,
    /Host: a.*<summary>2 more fields<\/summary>.*sec-ch-ua.*<\/details>.*Accept: c/s,
  );
  assert.doesNotMatch(messageView(notes, { marked: ["sec-"] }).text, /more field/);
});

test("of long content eight lines stand open, and all of it can be read", () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
  const content = { line: lines.join("\n"), part: "content", what: "", by: ["server"] } as const;
  const { text } = messageView([content]);
  assert.match(text, /line 8<\/code>.*<summary>All 20 lines<\/summary>.*line 9/s);
  assert.doesNotMatch(messageView([{ ...content, line: lines.slice(0, 11).join("\n") }]).text, /summary/);
});
