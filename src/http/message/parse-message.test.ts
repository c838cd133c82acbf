import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fieldValue, formatRequest, formatResponse, MessageError, octets } from "./message.ts";
import { parseRequest, parseResponse } from "./parse-message.ts";

const wire = (...lines: string[]) => lines.join("\r\n");

describe("a request message", () => {
  test("becomes plain data", () => {
    const text = wire(
      "POST /books?x=1 HTTP/1.1",
      "Host: library.example",
      "Content-Length: 17",
      "",
      '{"title": "Dune"}',
    );
    assert.deepEqual(parseRequest(text), {
      method: "POST",
      target: "/books?x=1",
      version: "HTTP/1.1",
      fields: [
        { name: "Host", value: "library.example" },
        { name: "Content-Length", value: "17" },
      ],
      content: '{"title": "Dune"}',
    });
    assert.equal(formatRequest(parseRequest(text)), text);
  });

  test("may end its lines with LF alone, and begin with empty lines", () => {
    assert.equal(parseRequest("\n\r\nGET / HTTP/1.1\nHost: a\n\n").target, "/");
  });

  test("may lack the empty line where the text ends with the fields", () => {
    assert.equal(parseRequest("GET / HTTP/1.1\nHost: a").content, "");
  });

  test("may have any token as its method, in the case in which it is written", () => {
    for (const method of ["QUERY", "patch", "M-SEARCH", "!#$%&'*+-.^_`|~0"]) {
      assert.equal(parseRequest(`${method} / HTTP/1.1\nHost: a\n\n`).method, method);
    }
  });

  test("keeps the characters that browsers leave as they are in a query", () => {
    assert.equal(parseRequest("GET /?a=`{|}^\\ HTTP/1.1\nHost: a\n\n").target, "/?a=`{|}^\\");
  });

  test("with a whole URL as its target has the URL's authority as its Host", () => {
    const { target, fields } = parseRequest("GET https://library.example:81?q HTTP/1.1\nAccept: */*\nHost: b\n\n");
    assert.equal(target, "/?q");
    assert.deepEqual(fields, [
      { name: "Host", value: "library.example:81" },
      { name: "Accept", value: "*/*" },
    ]);
    assert.equal(parseRequest("OPTIONS http://a HTTP/1.1\nHost: a\n\n").target, "*");
  });

  test("may ask about the server as a whole, or for a tunnel", () => {
    assert.equal(parseRequest("OPTIONS * HTTP/1.1\nHost: a\n\n").target, "*");
    assert.equal(parseRequest("CONNECT a.example:443 HTTP/1.1\nHost: a.example:443\n\n").target, "a.example:443");
  });

  test("needs no Host in HTTP/1.0", () => {
    assert.equal(parseRequest("GET / HTTP/1.0\n\n").version, "HTTP/1.0");
  });

  test("without a Content-Length has no content, and nothing follows it", () => {
    assert.equal(parseRequest("POST / HTTP/1.1\nHost: a\n\n").content, "");
    assert.throws(() => parseRequest("PUT /a HTTP/1.0\n\nPUT /b HTTP/1.1\n"), {
      name: "MessageError",
      message:
        "line 3, column 1: expected the end of the message, since no Content-Length above says that content follows, found “PUT /b HTTP/1.1”",
    });
  });

  test("loses the white space around a value, and no other character", () => {
    const { fields } = parseRequest("GET / HTTP/1.1\nHost:a\nX: \t a \t\u00a0 \nY:\n\n");
    assert.deepEqual(fields.slice(1), [
      { name: "X", value: "a \t\u00a0" },
      { name: "Y", value: "" },
    ]);
  });

  test("in chunks has the content that the chunks make up", () => {
    const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    const request = parseRequest(`${head}4\r\né: \r\n0D\r\n👍 a\r\nbcde\n\r\n0\r\n\r\n`);
    assert.equal(request.content, "é: 👍 a\r\nbcde\n");
    assert.equal(formatRequest(request), `${head}11\r\né: 👍 a\r\nbcde\n\r\n0\r\n\r\n`);
  });
});

describe("a response message", () => {
  test("becomes plain data", () => {
    const text = wire("HTTP/1.1 404 Not Found", "Content-Type: text/plain", "Content-Length: 5", "", "née\n");
    assert.deepEqual(parseResponse(text), {
      version: "HTTP/1.1",
      status: 404,
      reason: "Not Found",
      fields: [
        { name: "Content-Type", value: "text/plain" },
        { name: "Content-Length", value: "5" },
      ],
      content: "née\n",
    });
    assert.equal(formatResponse(parseResponse(text)), text);
  });

  test("may lack a reason, and the space before it", () => {
    assert.equal(parseResponse("HTTP/1.1 299 \n\n").reason, "");
    assert.equal(parseResponse("HTTP/1.1 299\n\n").reason, "");
  });

  test("to HEAD or with 304 has no content, whatever its Content-Length says", () => {
    assert.equal(parseResponse("HTTP/1.1 200 OK\nContent-Length: 5\n\n", "HEAD").content, "");
    assert.equal(parseResponse("HTTP/1.1 304 Not Modified\nContent-Length: 5\n\n", "GET").content, "");
    assert.equal(parseResponse("HTTP/1.1 200 OK\nContent-Length: 5\n\n").content, "");
    assert.throws(() => parseResponse("HTTP/1.1 200 OK\nContent-Length: 5\n\n", "GET"), MessageError);
  });
});

test("a field is found whatever the case of its name, several lines as one list", () => {
  const fields = [
    { name: "accept", value: "text/html" },
    { name: "ACCEPT", value: "*/*" },
    { name: "Cookie", value: "a=1" },
    { name: "cookie", value: "b=2" },
    { name: "Set-Cookie", value: "a=1, b" },
    { name: "Set-Cookie", value: "c=2" },
  ];
  assert.equal(fieldValue(fields, "Accept"), "text/html, */*");
  assert.equal(fieldValue(fields, "Cookie"), "a=1; b=2");
  assert.equal(fieldValue(fields, "set-cookie"), "a=1, b");
  assert.equal(fieldValue(fields, "Host"), null);
});

test("octets counts UTF-8", () => {
  assert.equal(octets("née 👍"), 9);
});
