import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plainLine } from "../message/message-line.ts";
import { parseRequest, parseResponse } from "../message/parse-message.ts";
import { checkExpectations, checkHappening, fitsTarget, ofAct, readExpectation } from "./expectations.ts";

const response = parseResponse(`HTTP/1.1 201 Created
Location: /books/4
Content-Length: 4
X-Empty:

Dune`);

const read = (text: string) => readExpectation(plainLine(text, 7));
const failures = (text: string) => checkExpectations([read(text)], response);

describe("an expectation holds", () => {
  for (const text of [
    "status == 201",
    "status != 200",
    "status > 200",
    "status >= 201",
    "status < 300",
    "status <= 201",
    "status startsWith 2",
    "status matches ^2\\d\\d$",
    "header location == /books/4",
    "header LOCATION endsWith /4",
    "header Location contains books",
    "header Content-Length > 3.5",
    "header Location exists",
    "header ETag isFalse",
    "header X-Empty isFalse",
    "header ETag != /books/4",
    "body == Dune",
    "body includes un",
    "body isTrue",
  ]) {
    test(text, () => assert.deepEqual(failures(`  ?? ${text}  `), []));
  }
});

describe("a failure says what was expected and what was found", () => {
  for (const [text, found] of [
    ["status == 200", "“201”"],
    ["header Location == /books/5", "“/books/4”"],
    ["header ETag exists", "no ETag field"],
    ["header ETag > 3", "no ETag field"],
    ["header X-Empty < 1", "nothing"],
    ["header Location > 1", "“/books/4”"],
    ["header Location isFalse", "“/books/4”"],
    ["body includes Foundation", "“Dune”"],
    ["body matches ^$", "“Dune”"],
  ] as const) {
    test(text, () => assert.deepEqual(failures(`?? ${text}`), [{ line: 7, expected: text, found }]));
  }
});

describe("an expectation that cannot be read names the place", () => {
  const all = "== != > >= < <= startsWith endsWith includes contains matches exists isTrue isFalse";
  for (const [text, message] of [
    ["??", "column 3: expected status, header or body after ??, found nothing"],
    ["?? duration < 5", "column 4: expected status, header or body after ??, found “duration”"],
    ["?? status", `column 10: expected one of ${all}, found nothing`],
    ["?? status = 200", `column 11: expected one of ${all}, found “=”`],
    ["?? body sha256 abc", `column 9: expected one of ${all}, found “sha256”`],
    ["?? header == 4", "column 11: expected the name of a field after header, found “==”"],
    ["?? status ==", "column 13: expected a value after ==, found the end of the line"],
    ["?? status == ok", "column 14: expected a status code of three digits, found “ok”"],
    ["?? status < high", "column 13: expected a number after <, found “high”"],
    ["?? header ETag exists yes", "column 23: expected nothing after exists, found “yes”"],
    ["?? body matches (", "column 17: expected a regular expression of JavaScript, found “(”"],
  ] as const) {
    test(text, () => assert.throws(() => read(text), { name: "MessageError", message: `line 7, ${message}` }));
  }
});

describe("a condition speaks of a whole act", () => {
  const request = parseRequest(
    "POST /books HTTP/1.1\r\nHost: library.example\r\nX-Card: a\r\nContent-Length: 4\r\n\r\nDune",
  );
  const asked = parseRequest("GET /books/3 HTTP/1.1\r\nHost: library.example\r\n\r\n");
  const happening = {
    cycles: [{ request, response }],
    earlier: [{ request: asked, response: parseResponse("HTTP/1.1 404 Not Found\r\n\r\n") }],
    library: { books: [{ id: 4, title: "Dune", lentTo: null }], nextBook: 5 },
  };
  const unmet = (text: string) =>
    checkHappening([readExpectation(plainLine(text, 1), [...ofAct, "library"])], happening).map(({ found }) => found);
  for (const text of [
    "request method == POST",
    "request target startsWith /b",
    "request header x-card == a",
    "request header Cookie isFalse",
    "request body includes Dun",
    "status == 201",
    "cycles == 1",
    "earlier GET /books/* == 404",
    "earlier * * >= 400",
    "library books includes Dune",
    "library books/4/title == Dune",
    "library books/4/lentTo isFalse",
    "library nextBook == 5",
  ]) {
    test(`and holds: ${text}`, () => assert.deepEqual(unmet(`?? ${text}`), []));
  }
  const failing: readonly [text: string, found: string][] = [
    ["request method == GET", "“POST”"],
    ["request header Cookie exists", "no Cookie field"],
    ["cycles == 2", "“1”"],
    ["earlier DELETE /books/3 == 204", "no such cycle before"],
    ["earlier GET /books/3 == 200", "“404”"],
    ["library books/9 exists", "nothing at books/9"],
  ];
  for (const [text, found] of failing) {
    test(`or says what was found: ${text}`, () => assert.deepEqual(unmet(`?? ${text}`), [found]));
  }
  test("where there was no cycle, only their number holds", () => {
    const nothing = { ...happening, cycles: [] };
    const check = (text: string) => checkHappening([readExpectation(plainLine(text, 1), ofAct)], nothing).length;
    assert.deepEqual(["?? cycles == 0", "?? status != 500", "?? request method != GET"].map(check), [0, 1, 1]);
  });
  test("a star stands for any piece of a target", () => {
    const fits = (pattern: string) => fitsTarget(pattern, "/books/12/loan");
    assert.deepEqual(["*", "/books/*", "/b*/l*n", "/books", "*2", "/books/12/loan*loan"].map(fits), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
