import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReference } from "./parse-reference.ts";

test("an entry has a name, a sentence, the place in its standard, and its values", () => {
  const source = `
## ETag
A mark of this version,
to compare copies by.

RFC 9110, section 8.8.3

### W/

Its bytes may differ.

RFC 9110, section 8.8.1

## Origin

Where the request comes from.

[Fetch](https://fetch.example/#origin-header)
`;
  assert.deepEqual(parseReference("fields", source), {
    entries: [
      {
        name: "ETag",
        phrase: "",
        sentence: "A mark of this version, to compare copies by.",
        standard: {
          text: "RFC 9110, section 8.8.3",
          url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3",
        },
        values: [
          {
            name: "W/",
            sentence: "Its bytes may differ.",
            standard: {
              text: "RFC 9110, section 8.8.1",
              url: "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.1",
            },
          },
        ],
      },
      {
        name: "Origin",
        phrase: "",
        sentence: "Where the request comes from.",
        standard: { text: "Fetch", url: "https://fetch.example/#origin-header" },
        values: [],
      },
    ],
    problems: [],
  });
});

test("a status code is a number and its phrase, and what is not whole is no entry", () => {
  const { entries } = parseReference(
    "status-codes",
    "## 404 Not Found\r\n\r\nIt is not there.\r\n\r\nRFC 9110, section 15.5.5\r\n\r\n## 200 OK\r\n\r\nIt is.\r\n",
  );
  assert.deepEqual(
    entries.map(({ name, phrase }) => [name, phrase]),
    [["404", "Not Found"]],
  );
});
