import assert from "node:assert/strict";
import { test } from "node:test";
import { WrittenError, type WrittenParts, writtenResponse } from "./written-response.ts";

const parts: WrittenParts = { status: "200", fields: "Content-Type: text/html\n\nX-Note:  hello ", content: "<p>Hi" };

test("three parts become a response whose fields are the reader's", () => {
  assert.deepEqual(writtenResponse(parts), {
    version: "HTTP/1.1",
    status: 200,
    reason: "OK",
    fields: [
      { name: "Content-Type", value: "text/html", by: "you" },
      { name: "X-Note", value: "hello", by: "you" },
    ],
    content: "<p>Hi",
  });
});

test("a status that has no name is sent without one", () => {
  assert.equal(writtenResponse({ ...parts, status: "299" }).reason, "");
});

const mistakes: readonly [what: string, change: Partial<WrittenParts>, part: string, text: RegExp][] = [
  ["a status that is no number", { status: "OK" }, "status", /^Status: expected a number from 200 to 599; found “OK”/],
  ["an interim status", { status: "103" }, "status", /interim/],
  ["a field without a colon", { fields: "A: b\nLocation /books" }, "fields", /^Fields, line 2, column 9: expected /],
  [
    "a field that browsers refuse",
    { fields: "X-Title: 中" },
    "fields",
    /^Fields, line 1, column 10: expected .*found “中”/,
  ],
  ["content with a status that has none", { status: "204" }, "content", /^Content: expected none, .*found 5 bytes/],
  ["a transfer coding", { fields: "Transfer-Encoding: chunked" }, "fields", /expected no Transfer-Encoding/],
  ["a wrong length", { fields: "Content-Length: 4" }, "fields", /expected Content-Length: 5, .*found 4/],
];

for (const [what, change, part, text] of mistakes) {
  test(`${what} is an error that names its part, what was expected and what was found`, () => {
    assert.throws(
      () => writtenResponse({ ...parts, ...change }),
      (error) => error instanceof WrittenError && error.part === part && text.test(error.message),
    );
  });
}
