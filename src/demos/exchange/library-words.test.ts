import assert from "node:assert/strict";
import { test } from "node:test";
import { parseResponse } from "../../http/message/parse-message.ts";
import { runBlock } from "../../lab/run-block.ts";
import { differences } from "./library-words.ts";

const [run] = runBlock(
  'POST /books\nContent-Type: application/json\n\n{"title": "Dune"}\n\n?? status == 201\n?? header Location == /books/4\n?? body includes Dune',
);
assert.ok(run);
const recorded = {
  exchange: run.exchange,
  marked: [],
  open: [],
  known: [],
  expectations: run.expectations,
  question: null,
};
const live = (text: string | null) => ({ ...run.exchange, response: text === null ? null : parseResponse(text) });

test("the same answer at another time is no difference", () => {
  assert.deepEqual(
    differences(recorded, live('HTTP/1.1 201 Created\nDate: now\nLocation: /books/4\n\n{"title": "Dune"}')),
    [],
  );
});

test("another status, another field and other content are told, each in a sentence", () => {
  assert.deepEqual(differences(recorded, live("HTTP/1.1 200 OK\n\n[]")), [
    "The record says 201 Created, and now 200 OK came.",
    "In the record, Location says /books/4; now there is no Location.",
    "The page’s author expected that the content includes Dune, and it does not.",
  ]);
});

test("where no answer came, nothing is compared", () => {
  assert.deepEqual(differences(recorded, live(null)), []);
});
