import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseHttpFile } from "./http-file.ts";
import { checkSendable } from "./sendable.ts";

function check(text: string): void {
  for (const request of parseHttpFile(text).requests) checkSendable(request);
}

describe("a request of a block that no reader’s browser sends to the mock server is told with line and column:", () => {
  const only = "library.example, the only host that answers here";
  const cases: readonly [what: string, text: string, message: RegExp | string][] = [
    ["another host", "GET /\nHost: api.example", `line 2, column 7: expected ${only}, found “api.example”`],
    [
      "a target on another host",
      "GET https://api.example/users",
      `line 1, column 13: expected ${only}, found “api.example”`,
    ],
    [
      "another port",
      "https://library.example:8080/",
      `line 1, column 9: expected ${only}, found “library.example:8080”`,
    ],
    [
      "a method that browsers refuse",
      "# a\nTRACE /",
      /^line 2, column 1: expected a method that browsers send .*, found “TRACE”$/,
    ],
    [
      "a target that is no path",
      "OPTIONS * HTTP/1.1",
      /^line 1, column 9: expected a path such as \/books .*, found “\*”$/,
    ],
    [
      "a typographic quote",
      "/\nX-Name: Zoë’s",
      /^line 2, column 12: expected a character that fields can carry.*write ' or %E2%80%99.*, found “’”$/,
    ],
    [
      "a sign out of a variable",
      "@a = 😀\n/\nX-Mood: my {{a}}",
      /^line 3, column 12: expected a character .*, found “😀”$/,
    ],
    [
      "content with GET",
      "GET /books\n\n\nhello",
      /^line 4, column 1: expected no content, since browsers send none with GET .*, found “hello”$/,
    ],
  ];
  for (const [what, text, message] of cases) {
    test(what, () => assert.throws(() => check(text), { name: "MessageError", message }));
  }

  test("and all others pass", () => {
    for (const text of [
      "GET /books\nHost: LIBRARY.example:80\nX-Name: Zoë",
      "https://library.example/",
      "POST /\n\nhello’",
      "QUERY /books\nCookie: a=b",
    ]) {
      check(text);
    }
  });
});
