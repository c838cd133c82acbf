import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RequestMessage } from "../message/message.ts";
import { parseHttpFile } from "./http-file.ts";

/** The one request of a block. */
function only(text: string): RequestMessage {
  const { requests } = parseHttpFile(text);
  assert.equal(requests.length, 1);
  return requests[0]?.request as RequestMessage;
}

describe("a block", () => {
  test("is a request with fields, content and expectations", () => {
    const { requests } = parseHttpFile(`POST /books HTTP/1.1
Host: library.example
Content-Type: application/json

{"title": "Dune"}

?? status == 201
?? header Location startsWith /books/
`);
    assert.deepEqual(
      requests.map(({ places, ...request }) => request),
      [
        {
          name: null,
          title: null,
          line: 1,
          request: {
            method: "POST",
            target: "/books",
            version: "HTTP/1.1",
            fields: [
              { name: "Host", value: "library.example" },
              { name: "Content-Type", value: "application/json" },
            ],
            content: '{"title": "Dune"}',
          },
          expectations: [
            { line: 7, subject: "status", name: "", operator: "==", value: "201" },
            { line: 8, subject: "header", name: "Location", operator: "startsWith", value: "/books/" },
          ],
        },
      ],
    );
  });

  test("needs no method, no version and no Host, and nothing is added", () => {
    const expected = { method: "GET", target: "/books", version: "HTTP/1.1", fields: [], content: "" };
    for (const text of ["GET /books HTTP/1.1", "GET /books", "/books", "/books HTTP/1.1 ", "\n\n  \n/books\n\n"]) {
      assert.deepEqual(only(text), expected);
    }
  });

  test("may name a whole URL, whose host becomes the Host field", () => {
    const { target, fields } = only("https://other.example:8080/a?b");
    assert.equal(target, "/a?b");
    assert.deepEqual(fields, [{ name: "Host", value: "other.example:8080" }]);
    assert.equal(only("PUT http://other.example HTTP/1.0\nhost: OTHER.example").fields[0]?.value, "OTHER.example");
  });

  test("that is raw is taken as it stands, however its Host, its length and its coding disagree", () => {
    const text = "POST /books HTTP/1.1\nHost: a\nHost: b\nContent-Length: 99\nTransfer-Encoding: chunked\n\nDune";
    const [first] = parseHttpFile(text, { raw: true }).requests;
    assert.equal(first?.request.fields.length, 4);
    assert.equal(first?.request.content, "Dune");
    assert.throws(() => parseHttpFile(text));
  });

  test("may spread a query over the lines after the request line", () => {
    assert.equal(only("GET /books\n    ?q=dune\n    &page={{n}}".replace("{{n}}", "2")).target, "/books?q=dune&page=2");
  });

  test("may hold comments around the request, among its fields, and set off from content that has no such lines", () => {
    const request = only(`# What you ask for
// in the library
POST /books
# the type
Content-Type: application/json

# the book

{"title": "Dune",
# a line of what the author wrote as JSON
"author": "Frank Herbert"}

# checked by the build
?? status == 201
# and this is the end
`);
    assert.deepEqual(request.fields, [{ name: "Content-Type", value: "application/json" }]);
    assert.equal(
      request.content,
      '{"title": "Dune",\n# a line of what the author wrote as JSON\n"author": "Frank Herbert"}',
    );
    assert.equal(only("GET /\n\n# nothing is sent\n").content, "");
  });

  test("keeps a heading within its content", () => {
    assert.equal(only("POST /\nContent-Type: text/markdown\n\nA\n\n# B\n\nC").content, "A\n\n# B\n\nC");
  });

  test("may hold a form over several lines", () => {
    const form = "POST /\nContent-Type: application/x-www-form-urlencoded\n\n";
    assert.equal(only(`${form}title=Dune\n  &author=Herbert\n`).content, "title=Dune&author=Herbert");
    assert.equal(only(`${form}title=Dune&\nauthor=Herbert`).content, "title=Dune&author=Herbert");
  });

  test("may hold content that looks like another format’s marks", () => {
    const page = "POST /\nContent-Type: text/html\n\n< div>\nWS means web socket\nHTTP/1.1 200 OK\n>> quoted";
    assert.equal(only(page).content, "< div>\nWS means web socket\nHTTP/1.1 200 OK\n>> quoted");
  });

  test("loses no comment-like line at the end of content that no blank line sets off", () => {
    assert.equal(only("POST /\n\na\n# b").content, "a\n# b");
    assert.equal(only("POST /\n\na\n# b\n").content, "a\n# b");
    assert.equal(only("POST /\n\na\n\n  b\n\n\n").content, "a\n\n  b");
  });

  test("has the same content whatever ends its lines, and CRLF in multipart content", () => {
    assert.equal(only("POST /\r\n\r\na\r\nb\r\n").content, "a\nb");
    assert.equal(
      only("POST /\nContent-Type: multipart/form-data; boundary=x\n\n--x\n\na\n--x--").content,
      "--x\r\n\r\na\r\n--x--",
    );
  });

  test("keeps a Content-Length that is right", () => {
    assert.equal(only("POST /\nContent-Length: 4\n\nnée\n\n").fields[0]?.value, "4");
  });

  test("may hold several requests between ###, with titles and names", () => {
    const { requests } = parseHttpFile(`### Add a book
# @name add
POST /books

Dune
###

### Look at it
// @name look
GET /books/4
?? body includes Dune
`);
    assert.deepEqual(
      requests.map(({ title, name, line, request }) => [title, name, line, request.method, request.content]),
      [
        ["Add a book", "add", 3, "POST", "Dune"],
        ["Look at it", "look", 10, "GET", ""],
      ],
    );
    assert.deepEqual(requests[1]?.expectations[0]?.line, 11);
  });

  test("may set variables and use them in every part after that", () => {
    const { requests } = parseHttpFile(`@host = library.example
@base = https://{{host}}
@id=4
PUT {{base}}/books/{{id}}
If-Match: "{{ id }}"

{"id": {{id}}}

?? header Location == /books/{{id}}
###
@id = 5
GET /books/{{id}}
`);
    assert.equal(requests[0]?.request.target, "/books/4");
    assert.equal(requests[0]?.request.fields[1]?.value, '"4"');
    assert.equal(requests[0]?.request.content, '{"id": 4}');
    assert.equal(requests[0]?.expectations[0]?.value, "/books/4");
    assert.equal(requests[1]?.request.target, "/books/5");
  });

  test("leaves braces that name no variable alone", () => {
    assert.equal(only('POST /\n\n{"a": {"b": {}}}').content, '{"a": {"b": {}}}');
  });
});

const someRequest = "expected a request line such as GET /books HTTP/1.1";
const someExpectation = "expected an expectation such as ?? status == 200";
const target = "expected a target such as /books or https://library.example/books";
/** A block that an author gets wrong, and the whole error. */
const wrong: readonly [what: string, text: string, message: string][] = [
  ["nothing in it", "", `line 1, column 1: ${someRequest}, found the end of the block`],
  ["only comments", "# a\n@b = c\n###", `line 3, column 4: ${someRequest}, found the end of the block`],
  ["expectations first", "?? status == 200\nGET /", `line 1, column 1: ${someRequest}, found “?? status == 200”`],
  [
    "a method alone",
    "GET",
    "line 1, column 4: expected one space and a target such as /books after the method, found the end of the line",
  ],
  ["a method with a comma", "GET, /", "line 1, column 4: expected a method such as GET, found “,”"],
  ["a target without its slash", "GET books", `line 1, column 5: ${target}, found “books”`],
  ["another scheme", "GET ws://library.example/", `line 1, column 5: ${target}, found “ws://library.example/”`],
  [
    "a space in the target",
    "GET /books?q=Dune Messiah HTTP/1.1",
    "line 1, column 18: expected no white space in the target (a space is written %20), found a space",
  ],
  [
    "a space in the target alone",
    "/books?q=Dune Messiah",
    "line 1, column 14: expected no white space in the target (a space is written %20), found a space",
  ],
  [
    "a letter outside ASCII in a query line",
    "GET /books\n ?q=é",
    "line 2, column 5: expected %C3%A9 in its place in the target, found “é”",
  ],
  [
    "a fragment",
    "/books#top",
    "line 1, column 7: expected the end of the target (a fragment, from # on, stays with the client), found “#”",
  ],
  [
    "a later version",
    "GET / HTTP/2",
    "line 1, column 7: expected HTTP/1.1 or HTTP/1.0 (later versions are not text: write HTTP/1.1), found “HTTP/2”",
  ],
  [
    "white space before the colon",
    "/\nAccept : a",
    "line 2, column 7: expected the colon right after the field name, found a space",
  ],
  [
    "a folded value",
    "/\nAccept: a,\n  b",
    "line 3, column 1: expected a field name (a line cannot continue the value of the line before), found a space",
  ],
  [
    "a field without a colon",
    "/\nAccept",
    "line 2, column 7: expected a colon and a value after the field name “Accept”, found the end of the line",
  ],
  [
    "no empty line before the content",
    'POST /\n{"a": 1}',
    "line 2, column 1: expected a field line such as Accept: text/html, or an empty line before the content, found “{”",
  ],
  [
    "a byte order mark",
    "\ufeffGET /",
    "line 1, column 1: expected a method such as GET, found a mark that cannot be seen (U+FEFF)",
  ],
  ["a bare CR after the request line", "GET /\r", "line 1, column 6: expected a line end, found a bare CR"],
  ["a bare CR alone", "GET /\n\r\r\n", "line 2, column 1: expected a line end, found a bare CR"],
  ["a bare CR", "/\nA: b\rC: d", "line 2, column 5: expected a line end, found a bare CR"],
  [
    "a second request line",
    "GET /a\nGET /b",
    "line 2, column 1: expected a line with ### between two requests, found “GET /b”",
  ],
  [
    "a variable among the fields",
    "GET /a\n@b = c",
    "line 2, column 1: expected variables above the request line, found “@b = c”",
  ],
  [
    "two hosts",
    "https://a.example/\nHost: b.example",
    "line 2, column 7: expected a.example, the host of the target, found “b.example”",
  ],
  [
    "a wrong Content-Length",
    "POST /\nContent-Length: 3\n\nDune",
    "line 2, column 17: expected 4, the number of bytes of the content that follows, found 3",
  ],
  [
    "a transfer coding",
    "POST /\nTransfer-Encoding: chunked\n\n0",
    "line 2, column 1: expected content that stands whole, in no transfer coding, found Transfer-Encoding",
  ],
  [
    "a variable that nothing sets",
    "GET /{{id}}",
    "line 1, column 6: expected a variable that a line such as @id = … sets above, found “{{id}}”",
  ],
  [
    "a value of an earlier response",
    "GET /{{login.response.body.id}}",
    "line 1, column 6: expected a text: a value of an earlier response stands only in a block that is sent, found “{{login.response.body.id}}”",
  ],
  [
    "a variable with a dot in its name",
    "@Catalog.Host = a\n/",
    "line 1, column 1: expected a variable such as @host = library.example (its name is of letters, digits, - and _), found “@Catalog.Host = a”",
  ],
  [
    "a second request in the content of the first",
    "GET /books/1\n\nGET /books/2 HTTP/1.1\nHost: library.example",
    "line 3, column 1: expected a line with ### between two requests, found “GET /books/2 HTTP/1.1” in the content of the one above",
  ],
  [
    "a second request below a heading that is a comment",
    "POST /books\n\n{}\n\n## Second\n\nPOST https://library.example/books",
    "line 7, column 1: expected a line with ### between two requests, found “POST https://library.example/books” in the content of the one above",
  ],
  [
    "an expectation with one question mark",
    "GET /books\n\n? status == 200",
    "line 3, column 1: expected two question marks before an expectation, as in ?? status == 200, found one",
  ],
  [
    "an expectation with one question mark right below the request line",
    "GET /books\n? header content-type startsWith text/html",
    "line 2, column 1: expected two question marks before an expectation, as in ?? status == 200, found one",
  ],
  [
    "a heading at the start of its content",
    "POST /\nContent-Type: text/markdown\n\n# My heading\n\nText",
    "line 4, column 1: expected no line with # or // at the start or end of this content, where it may be content or a comment (comments can stand above the request line), found “# My heading”",
  ],
  [
    "a heading as its whole content",
    "POST /\nContent-Type: text/markdown\n\n# My heading",
    "line 4, column 1: expected no line with # or // at the start or end of this content, where it may be content or a comment (comments can stand above the request line), found “# My heading”",
  ],
  [
    "a form whose lines do not join",
    "POST /\nContent-Type: application/x-www-form-urlencoded\n\ntitle=Dune\nauthor=Herbert",
    "line 5, column 1: expected & before the next value of the form, found “author=Herbert”",
  ],
  [
    "a name and a password as they are",
    "GET /members\nAuthorization: Basic ada secret",
    "line 2, column 16: expected Basic YWRhOnNlY3JldA==, the name and the password in Base64, found “Basic ada secret”",
  ],
  [
    "a URL over several lines",
    "GET https://library.example\n    /books\n    /1",
    "line 2, column 1: expected a field line, or a line that begins with ? or & where the target goes on, found “    /books”",
  ],
  [
    "a curl command",
    "$ curl -X POST /books",
    `line 1, column 1: ${someRequest} (a demo’s editor makes one of a curl command: paste it there), found a curl command`,
  ],
  [
    "a version in small letters",
    "GET /books http/1.1",
    "line 1, column 12: expected HTTP/1.1 or HTTP/1.0 (HTTP in capital letters), found “http/1.1”",
  ],
  [
    "no-break spaces",
    "GET\u00a0/books",
    "line 1, column 4: expected a method such as GET, found a no-break space (U+00A0), which looks like a plain one",
  ],
  [
    "a variable that is set later",
    "GET /{{id}}\n###\n@id = 4\n/",
    "line 1, column 6: expected a variable that a line such as @id = … sets above, found “{{id}}”",
  ],
  [
    "an expression in braces",
    "POST /\n\n{{$guid}}",
    "line 3, column 1: expected the name of a variable in {{ }}, or a value such as {{first.response.headers.ETag}}, found “{{$guid}}”: a value that the tool makes up, which is not supported",
  ],
  [
    "a mistake after a variable",
    "@a = bcdef\nGET /{{a}}/é",
    "line 2, column 12: expected %C3%A9 in its place in the target, found “é”",
  ],
  [
    "a mistake inside a variable",
    "@a = é\nGET /b/{{a}}",
    "line 2, column 8: expected %C3%A9 in its place in the target, found “é”",
  ],
  [
    "a variable without a value",
    "@a =\n/",
    "line 1, column 1: expected a variable such as @host = library.example, found “@a =”",
  ],
  [
    "another setting than a name",
    "# @loop for 3\n/",
    "line 1, column 3: expected @name, the only setting that is supported, found “@loop”",
  ],
  [
    "a name of two words",
    "# @name add it\n/",
    "line 1, column 3: expected @name and a name of letters, digits, - and _, found “@name add it”",
  ],
  [
    "a name twice",
    "# @name a\n/\n###\n# @name a\n/",
    "line 4, column 3: expected a name that no other request has, found “a”",
  ],
  [
    "content after an expectation",
    "/\n\n?? status == 200\nDune",
    "line 4, column 1: expected another expectation, or ### before a request, found “Dune”",
  ],
  ["no space after ??", "/\n??status == 200", "line 2, column 1: expected a space after ??, found “??status == 200”"],
  [
    "a script for the response",
    "/\n\n> {% client.test() %}",
    `line 3, column 1: ${someExpectation}, found a script for the response (> {% … %}), which is not supported`,
  ],
  [
    "a script before the request",
    "< {% x %}\n/",
    `line 1, column 1: ${someRequest}, found a script before the request (< {% … %}), which is not supported`,
  ],
  [
    "a script in a file",
    "/\n\n> ./check.js",
    `line 3, column 1: ${someExpectation}, found a script in a file (> file), which is not supported`,
  ],
  [
    "a script in braces",
    "{{\n x = 1\n}}\n/",
    `line 1, column 1: ${someRequest}, found a script ({{ … }}), which is not supported`,
  ],
  [
    "content from a file",
    "POST /\n\n< ./book.json",
    "line 3, column 1: expected the content itself, found content from a file (< file), which is not supported",
  ],
  [
    "content from a file with variables",
    "POST /\n\n<@ ./book.json",
    "line 3, column 1: expected the content itself, found content from a file (< file), which is not supported",
  ],
  [
    "a stored response",
    "/\n\n<> old.http",
    `line 3, column 1: ${someExpectation}, found a stored response (<> file), which is not supported`,
  ],
  [
    "storing the response",
    "/\n\n>> new.json",
    `line 3, column 1: ${someExpectation}, found storing the response in a file (>> file), which is not supported`,
  ],
  [
    "a response message",
    "/\n\nHTTP/1.1 200 OK",
    "line 3, column 1: expected the response in a block of its own, found a response message, which is not supported",
  ],
  [
    "another protocol",
    "GRAPHQL https://library.example/",
    `line 1, column 1: ${someRequest}, found another protocol than HTTP, which is not supported`,
  ],
];

describe("an error names line, column, what was expected and what was found", () => {
  for (const [what, text, message] of wrong) {
    test(`in a block with ${what}`, () => assert.throws(() => parseHttpFile(text), { name: "MessageError", message }));
  }

  test("in a block whose variables double over and over", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `@a${index + 1} = {{a${index}}}{{a${index}}}`);
    assert.throws(
      () => parseHttpFile(`@a0 = ha\n${lines.join("\n")}\n/`),
      /at most 1000000 characters out of variables/,
    );
  });
});
