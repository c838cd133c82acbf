import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseRequest, parseResponse } from "./parse-message.ts";

const host = "Host: library.example";
/** A wrong message, and where and what the error says. */
const wrongRequests: readonly [what: string, text: string, message: string][] = [
  ["no text", "", "line 1, column 1: expected a request line such as GET /books HTTP/1.1, found the end of the text"],
  [
    "only empty lines",
    "\r\n\n",
    "line 3, column 1: expected a request line such as GET /books HTTP/1.1, found the end of the text",
  ],
  [
    "white space first",
    ` GET / HTTP/1.1\n${host}\n\n`,
    "line 1, column 1: expected a method such as GET, found a space",
  ],
  [
    "a method that is no token",
    `G@T / HTTP/1.1\n${host}\n\n`,
    "line 1, column 2: expected a method such as GET, found “@”",
  ],
  [
    "a method alone",
    `GET\n${host}\n\n`,
    "line 1, column 4: expected one space and a target such as /books after the method, found the end of the line",
  ],
  [
    "no version",
    `GET /\n${host}\n\n`,
    "line 1, column 6: expected one space and HTTP/1.1 after the target, found the end of the line",
  ],
  [
    "two spaces",
    `GET  / HTTP/1.1\n${host}\n\n`,
    "line 1, column 5: expected no white space in the target (a space is written %20), found a space",
  ],
  [
    "a space in the target",
    `GET /a b HTTP/1.1\n${host}\n\n`,
    "line 1, column 7: expected no white space in the target (a space is written %20), found a space",
  ],
  [
    "a tab in the target",
    `GET /a\tb HTTP/1.1\n${host}\n\n`,
    "line 1, column 7: expected no white space in the target (a space is written %20), found a tab",
  ],
  [
    "a letter outside ASCII in the target",
    `GET /é HTTP/1.1\n${host}\n\n`,
    "line 1, column 6: expected %C3%A9 in its place in the target, found “é”",
  ],
  [
    "half a character in the target",
    `GET /\ud800 HTTP/1.1\n${host}\n\n`,
    "line 1, column 6: expected %EF%BF%BD in its place in the target, found “U+D800”",
  ],
  [
    "a fragment",
    `GET /#top HTTP/1.1\n${host}\n\n`,
    "line 1, column 6: expected the end of the target (a fragment, from # on, stays with the client), found “#”",
  ],
  [
    "a target without its slash",
    `GET books HTTP/1.1\n${host}\n\n`,
    "line 1, column 5: expected a target such as /books or https://library.example/books, found “books”",
  ],
  [
    "another scheme",
    `GET ftp://a/ HTTP/1.1\n${host}\n\n`,
    "line 1, column 5: expected a target such as /books or https://library.example/books, found “ftp://a/”",
  ],
  [
    "a password in the URL",
    `GET http://u:p@a/ HTTP/1.1\n${host}\n\n`,
    "line 1, column 12: expected a host such as library.example or library.example:8080, found “u:p@a”",
  ],
  [
    "an asterisk with GET",
    `GET * HTTP/1.1\n${host}\n\n`,
    "line 1, column 5: expected a target such as /books or https://library.example/books, found “*”",
  ],
  [
    "a path with CONNECT",
    `CONNECT /a HTTP/1.1\n${host}\n\n`,
    "line 1, column 9: expected a host and a port, such as library.example:443, as the target of CONNECT, found “/a”",
  ],
  [
    "a later version",
    `GET / HTTP/2\n${host}\n\n`,
    "line 1, column 7: expected HTTP/1.1 or HTTP/1.0 (later versions are not text: write HTTP/1.1), found “HTTP/2”",
  ],
  [
    "a version in lower case",
    `GET / http/1.1\n${host}\n\n`,
    "line 1, column 7: expected HTTP/1.1 or HTTP/1.0 (HTTP in capital letters), found “http/1.1”",
  ],
  [
    "a space after the version",
    `GET / HTTP/1.1 \n${host}\n\n`,
    "line 1, column 6: expected no white space in the target (a space is written %20), found a space",
  ],
  [
    "a bare CR",
    `GET / HTTP/1.1\n${host}\rX: y\n\n`,
    "line 2, column 22: expected a line end, which is CR and LF together or LF alone, found a bare CR",
  ],
  [
    "a CR at the end of the text",
    `GET / HTTP/1.1\n${host}\r`,
    "line 2, column 22: expected a line end, which is CR and LF together or LF alone, found a bare CR",
  ],
  [
    "white space before the colon",
    `GET / HTTP/1.1\n${host}\nAccept : */*\n\n`,
    "line 3, column 7: expected the colon right after the field name, found a space",
  ],
  [
    "a folded value",
    `GET / HTTP/1.1\n${host}\nA: b\n\tc\n\n`,
    "line 4, column 1: expected a field name (a line cannot continue the value of the line before), found a tab",
  ],
  [
    "white space before the first field",
    `GET / HTTP/1.1\n ${host}\n\n`,
    "line 2, column 1: expected a field name (a line cannot continue the value of the line before), found a space",
  ],
  [
    "a line without a colon",
    `GET / HTTP/1.1\n${host}\nAccept\n\n`,
    "line 3, column 7: expected a colon and a value after the field name “Accept”, found the end of the line",
  ],
  [
    "a field without a name",
    `GET / HTTP/1.1\n${host}\n: b\n\n`,
    "line 3, column 1: expected a field line such as Accept: text/html, or an empty line before the content, found “:”",
  ],
  [
    "content right after the fields",
    `GET / HTTP/1.1\n${host}\n{"a": 1}\n\n`,
    "line 3, column 1: expected a field line such as Accept: text/html, or an empty line before the content, found “{”",
  ],
  [
    "a control character in a value",
    `GET / HTTP/1.1\n${host}\nA: b\u0000c\n\n`,
    "line 3, column 5: expected visible characters, spaces and tabs only, found “U+0000”",
  ],
  [
    "a control character that terminals obey",
    `GET / HTTP/1.1\n${host}\nA: \u009b1m\n\n`,
    "line 3, column 4: expected visible characters, spaces and tabs only, found “U+009B”",
  ],
  [
    "no Host",
    "GET / HTTP/1.1\nAccept: */*\n\n",
    "line 3, column 1: expected a Host field (every HTTP/1.1 request has one), found none",
  ],
  [
    "two Host fields",
    `GET / HTTP/1.1\n${host}\nhost: b\n\n`,
    "line 3, column 1: expected one Host field at most, found a second one (“b” after “library.example”)",
  ],
  [
    "a Host that is a URL",
    "GET / HTTP/1.1\nHost: http://a/\n\n",
    "line 2, column 7: expected a host such as library.example or library.example:8080, found “http://a/”",
  ],
  [
    "a Content-Length that is no number",
    `POST / HTTP/1.1\n${host}\nContent-Length: +1\n\na`,
    "line 3, column 17: expected a number of bytes, in 1 to 15 digits, found “+1”",
  ],
  [
    "an endless Content-Length",
    `POST / HTTP/1.1\n${host}\nContent-Length: 1234567890123456\n\na`,
    "line 3, column 17: expected a number of bytes, in 1 to 15 digits, found “1234567890123456”",
  ],
  [
    "a list in Content-Length",
    `POST / HTTP/1.1\n${host}\nContent-Length: 1, 1\n\na`,
    "line 3, column 17: expected a number of bytes, in 1 to 15 digits, found “1, 1”",
  ],
  [
    "two Content-Lengths",
    `POST / HTTP/1.1\n${host}\nContent-Length: 1\ncontent-length: 2\n\na`,
    "line 4, column 1: expected one Content-Length field at most, found a second one (“2” after “1”)",
  ],
  [
    "a Content-Length that is not the content's",
    `POST / HTTP/1.1\n${host}\nContent-Length:   3\n\nnée`,
    "line 3, column 19: expected 4, the number of bytes of the content that follows, found 3",
  ],
  [
    "Content-Length with Transfer-Encoding",
    `POST / HTTP/1.1\n${host}\nTransfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n`,
    "line 3, column 1: expected either Content-Length or Transfer-Encoding, for either could say where the content ends, found both",
  ],
  [
    "another transfer coding",
    `POST / HTTP/1.1\n${host}\nTransfer-Encoding: gzip, chunked\n\n0\n\n`,
    "line 3, column 20: expected chunked, the only transfer coding of a text, in HTTP/1.1, found “gzip, chunked”",
  ],
  [
    "chunks in HTTP/1.0",
    "POST / HTTP/1.0\nTransfer-Encoding: chunked\n\n0\n\n",
    "line 2, column 20: expected chunked, the only transfer coding of a text, in HTTP/1.1, found Transfer-Encoding in HTTP/1.0",
  ],
];

const chunked = `POST / HTTP/1.1\n${host}\nTransfer-Encoding: chunked\n\n`;
const wrongChunks: readonly [what: string, text: string, message: string][] = [
  [
    "no chunk",
    "",
    "line 5, column 1: expected the size of a chunk: hexadecimal digits, alone on their line (extensions have no place here), found the end of the text",
  ],
  [
    "no size",
    "abc, and more\n",
    "line 5, column 1: expected the size of a chunk: hexadecimal digits, alone on their line (extensions have no place here), found “abc, and more”",
  ],
  [
    "a chunk extension",
    "1;x=y\na\n0\n\n",
    "line 5, column 1: expected the size of a chunk: hexadecimal digits, alone on their line (extensions have no place here), found “1;x=y”",
  ],
  [
    "a chunk that is too long",
    "1\nab\n0\n\n",
    "line 6, column 2: expected a line end as in the lines above, found “b”",
  ],
  [
    "a chunk that is too short",
    "9\nab\n0\n\n",
    "line 6, column 1: expected a chunk of 9 bytes, made of whole characters, found “ab”",
  ],
  [
    "a chunk that ends inside a character",
    "1\né\n0\n\n",
    "line 6, column 1: expected a chunk of 1 bytes, made of whole characters, found “é”",
  ],
  [
    "no last chunk",
    "1\na\n",
    "line 7, column 1: expected the size of a chunk: hexadecimal digits, alone on their line (extensions have no place here), found the end of the text",
  ],
  [
    "no end after the last chunk",
    "0\n",
    "line 6, column 1: expected a line end as in the lines above, found the end of the text",
  ],
  ["a trailer field", "0\nA: b\n\n", "line 6, column 1: expected a line end as in the lines above, found “A: b”"],
  [
    "another line end than the head has",
    "1\na\n0\r\n\r\n",
    "line 7, column 2: expected a line end as in the lines above, found the end of the line",
  ],
  [
    "something after the last chunk",
    "0\n\nGET",
    "line 7, column 1: expected the end of the text after the last chunk, found “GET”",
  ],
];

const wrongResponses: readonly [what: string, text: string, message: string][] = [
  ["no text", "", "line 1, column 1: expected a status line such as HTTP/1.1 200 OK, found the end of the text"],
  [
    "a request line",
    "GET / HTTP/1.1\n\n",
    "line 1, column 1: expected HTTP/1.1 or HTTP/1.0 (later versions are not text: write HTTP/1.1), found “GET”",
  ],
  [
    "a later version",
    "HTTP/2 200\n\n",
    "line 1, column 1: expected HTTP/1.1 or HTTP/1.0 (later versions are not text: write HTTP/1.1), found “HTTP/2”",
  ],
  [
    "no status",
    "HTTP/1.1\n\n",
    "line 1, column 9: expected one space and a status code from 100 to 599, found the end of the line",
  ],
  [
    "two digits",
    "HTTP/1.1 20\n\n",
    "line 1, column 10: expected one space and a status code from 100 to 599, found “20”",
  ],
  ["four digits", "HTTP/1.1 2000 OK\n\n", "line 1, column 13: expected a space after the three digits, found “0”"],
  [
    "a status without a class",
    "HTTP/1.1 600 Odd\n\n",
    "line 1, column 10: expected one space and a status code from 100 to 599, found “600”",
  ],
  [
    "two spaces",
    "HTTP/1.1  200 OK\n\n",
    "line 1, column 10: expected one space and a status code from 100 to 599, found nothing",
  ],
  [
    "a control character in the reason",
    "HTTP/1.1 200 O\u001bK\n\n",
    "line 1, column 15: expected visible characters, spaces and tabs only, found “U+001B”",
  ],
  [
    "content after 204",
    "HTTP/1.1 204 No Content\n\nDune",
    "line 3, column 1: expected the end of the message: this response has no content, found “Dune”",
  ],
  [
    "a Content-Length that is not the content's",
    "HTTP/1.1 200 OK\nContent-Length: 3\n\nDune",
    "line 2, column 17: expected 4, the number of bytes of the content that follows, found 3",
  ],
];

describe("an error names line, column, what was expected and what was found", () => {
  for (const [what, text, message] of wrongRequests) {
    test(`in a request with ${what}`, () => assert.throws(() => parseRequest(text), { name: "MessageError", message }));
  }
  for (const [what, text, message] of wrongChunks) {
    test(`in chunks with ${what}`, () => {
      assert.throws(() => parseRequest(chunked + text), { name: "MessageError", message });
    });
  }
  for (const [what, text, message] of wrongResponses) {
    test(`in a response with ${what}`, () =>
      assert.throws(() => parseResponse(text), { name: "MessageError", message }));
  }
});
