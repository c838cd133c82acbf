import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { toCurl } from "../export/curl.ts";
import { formatRequest, type RequestMessage } from "../message/message.ts";
import { isCurlCommand, requestOfCurl } from "./curl-command.ts";

describe("a curl command is read as the request that curl would send:", () => {
  const cases: readonly [command: string, message: string][] = [
    ["curl http://library.example/books", "GET /books HTTP/1.1\nHost: library.example\n\n"],
    ["$ curl -s https://library.example/books?q=a#top", "GET /books?q=a HTTP/1.1\nHost: library.example\n\n"],
    ["curl -i http://127.0.0.1:8080/", "GET / HTTP/1.1\nHost: library.example\n\n"],
    ["curl example.com/a", "GET /a HTTP/1.1\nHost: example.com\n\n"],
    ["curl -XDELETE -sS 'http://library.example/books/1'", "DELETE /books/1 HTTP/1.1\nHost: library.example\n\n"],
    ["curl -I http://library.example/", "HEAD / HTTP/1.1\nHost: library.example\n\n"],
    [
      `curl -X POST 'http://library.example/books' \\\n  -H 'Content-Type: application/json' \\\n  -H "X-Note: it's" --data-raw $'{"title": "It\\'s\\u0021"}'`,
      `POST /books HTTP/1.1\nHost: library.example\nContent-Type: application/json\nX-Note: it's\n\n{"title": "It's!"}`,
    ],
    [
      "curl http://library.example/books -d title=Dune -d author=Herbert",
      "POST /books HTTP/1.1\nHost: library.example\nContent-Type: application/x-www-form-urlencoded\n\ntitle=Dune&author=Herbert",
    ],
    [
      "curl -G http://library.example/search --data-urlencode 'q=the time'",
      "GET /search?q=the+time HTTP/1.1\nHost: library.example\n\n",
    ],
    [
      `curl --json '{"title":"A"}' http://library.example/books -u ada:secret -b a=1 -A me --compressed`,
      'POST /books HTTP/1.1\nHost: library.example\nAuthorization: Basic YWRhOnNlY3JldA==\nCookie: a=1\nUser-Agent: me\nAccept: application/json\nContent-Type: application/json\n\n{"title":"A"}',
    ],
    [
      `curl "http://library.example/books" ^\r\n  -H "Content-Type: application/json" ^\r\n  --data-raw "^{\\"title\\": \\"A ^& B\\"^}"`,
      'POST /books HTTP/1.1\nHost: library.example\nContent-Type: application/json\n\n{"title": "A & B"}',
    ],
  ];
  for (const [command, message] of cases) {
    test(command, () => {
      assert.ok(isCurlCommand(command));
      assert.equal(requestOfCurl(command), message);
    });
  }

  test("what is copied as cURL comes back as it was", () => {
    const value = fc
      .string({ unit: fc.constantFrom(..."aZ09 '\"\\^&%$!`{}|<>;,éẞ"), maxLength: 12 })
      .map((text) => `x${text}x`);
    const content = fc.string({ unit: fc.constantFrom(..."aZ '\"\\^&%$!`{}|<>\n;é☃"), minLength: 1, maxLength: 20 });
    const requests = fc.record({
      method: fc.constantFrom("POST", "PUT", "QUERY"),
      target: fc.constantFrom("/", "/books?q=a%20b&c=%C3%A9"),
      version: fc.constantFrom("HTTP/1.1", "HTTP/1.0"),
      fields: value.map((value): RequestMessage["fields"] => [
        { name: "Host", value: "library.example" },
        { name: "X-Note", value },
        { name: "Content-Type", value: "text/plain" },
      ]),
      content,
    });
    for (const shell of ["sh", "cmd"] as const) {
      fc.assert(
        fc.property(requests, (request) => {
          const { text } = toCurl(request, "http://127.0.0.1:8080", shell);
          assert.ok(isCurlCommand(text));
          assert.equal(requestOfCurl(text), formatRequest(request).replaceAll("\r\n", "\n"));
        }),
      );
    }
  });
});

describe("a curl command that is no one request is refused in words", () => {
  const cases: readonly [command: string, says: RegExp][] = [
    ["curl -F a=b http://library.example/", /Expected the options -X, -H, -d .*; found “-F”/],
    ["curl --data @book.json http://library.example/", /content itself after -d; found a file, “@book\.json”/],
    ["curl -X POST", /Expected an address .*; found none/],
    ["curl http://a.example/ http://b.example/", /one address .*; found a second one, “http:\/\/b\.example\/”/],
    ["curl ftp://a.example/", /found “ftp:\/\/a\.example\/”/],
    ["curl 'http://library.example/", /Expected a quote that ends/],
    ["curl http://library.example/ | jq .", /one curl command alone; found “\|”/],
    ["curl http://library.example/ -H", /Expected a value after -H/],
    ["curl.exe 'http://library.example/' `\n  --include", /PowerShell, which is not read here/],
  ];
  for (const [command, says] of cases) {
    test(command, () => assert.throws(() => requestOfCurl(command), { name: "Error", message: says }));
  }

  test("and nothing else is taken for one", () => {
    for (const text of ["GET /curl HTTP/1.1", "curly", "POST /\n\ncurl http://a.example/"])
      assert.ok(!isCurlCommand(text));
  });
});
