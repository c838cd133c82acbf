import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseHttpFile } from "./block/http-file.ts";
import { completeRequest, handwritten, rewritten } from "./complete-request.ts";
import { type Act, actOf } from "./interaction.ts";
import { formatRequest, type RequestMessage } from "./message/message.ts";

function written(text: string): RequestMessage {
  const [first] = parseHttpFile(text).requests;
  assert.ok(first);
  return first.request;
}

/** The authors of a message: of its first line, its fields by name, its content. */
function authors({ by, fields }: RequestMessage): string {
  const lines = fields.map((field) => `${field.name} ${field.by}${field.hidden ? " hidden" : ""}`);
  return [by?.start.join("+"), ...lines, by?.content.join("+")].join(", ");
}

const form = "POST /books\nContent-Type: application/x-www-form-urlencoded\n\ntitle=Dune";

describe("a message is whole:", () => {
  const rows: readonly [what: string, block: string, message: string][] = [
    [
      "Host is there",
      "GET /books\nAccept: text/html",
      "GET /books HTTP/1.1\r\nHost: library.example\r\nAccept: text/html\r\n\r\n",
    ],
    ["in HTTP/1.0 it need not be", "GET /books HTTP/1.0", "GET /books HTTP/1.0\r\n\r\n"],
    [
      "a Host that is written stays where it is",
      "GET /\nAccept: */*\nHost: a",
      "GET / HTTP/1.1\r\nAccept: */*\r\nHost: a\r\n\r\n",
    ],
    [
      "content has its length in bytes",
      "POST /\n\nnée",
      "POST / HTTP/1.1\r\nHost: library.example\r\nContent-Length: 4\r\n\r\nnée",
    ],
    ["so has content of HTTP/1.0", "POST / HTTP/1.0\n\na", "POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\na"],
    ["an empty POST says 0", "POST /", "POST / HTTP/1.1\r\nHost: library.example\r\nContent-Length: 0\r\n\r\n"],
    ["an empty PATCH says nothing, as in browsers", "PATCH /", "PATCH / HTTP/1.1\r\nHost: library.example\r\n\r\n"],
  ];
  for (const [what, block, message] of rows) {
    test(what, () => {
      const whole = completeRequest(written(block));
      assert.equal(formatRequest(whole), message);
      assert.deepEqual(completeRequest(whole), whole);
    });
  }
});

describe("each line has the author whom the act implies:", () => {
  const rows: readonly [act: Act, block: string, authors: string][] = [
    ["link", "GET /\nAccept: text/html", "page+browser, Host browser hidden, Accept browser, browser"],
    ["address", "GET /", "you+browser, Host browser hidden, browser"],
    ["form", form, "page+browser, Host browser hidden, Content-Type browser, Content-Length browser hidden, page+you"],
    ["form", "GET /search?q=a", "page+you+browser, Host browser hidden, page+you"],
    [
      "script",
      "POST /books\nHost: library.example\nAccept: application/json\nCookie: a=1\nContent-Type: application/json\n\n{}",
      "page+browser, Host browser hidden, Accept page, Cookie browser hidden, Content-Type page, Content-Length browser hidden, page",
    ],
    ["part", "GET /style.css", "page+browser, Host browser hidden, browser"],
    ["reload", 'GET /\nIf-None-Match: "a"', "browser, Host browser hidden, If-None-Match browser, browser"],
    ["redirect", "GET /books/4", "server+browser, Host browser hidden, browser"],
  ];
  for (const [act, block, expected] of rows) {
    test(`${act}: ${block.split("\n")[0]}`, () => {
      assert.equal(authors(completeRequest(written(block), act)), expected);
    });
  }

  test("by hand, all of them are yours, and nothing is added", () => {
    assert.equal(authors(handwritten(written("POST /\nX: 1\n\na"))), "you, X you, you");
  });
});

test("what a reader changes is the reader's, and the rest keeps its authors", () => {
  const offered = completeRequest(written(form));
  const changed = completeRequest(rewritten(written(`${form}&author=Anon`.replace("POST", "PUT")), offered));
  assert.equal(
    authors(changed),
    "you+browser, Host browser hidden, Content-Type browser, Content-Length browser hidden, you",
  );
  const same = completeRequest(rewritten(written(form), offered));
  assert.deepEqual(same, offered);
});

test("the act is guessed of the message", () => {
  const rows: readonly [block: string, act: Act][] = [
    ["GET /", "link"],
    ["GET /books/1\nAccept: text/html", "link"],
    ["GET /search?q=dune", "form"],
    [form, "form"],
    ["GET /books\nAccept: application/json", "script"],
    ["DELETE /books/1", "script"],
    ["GET /books\nX-Own: 1", "script"],
    ["POST /books\nContent-Type: application/json\n\n{}", "script"],
    ["GET /style.css\nAccept: text/css,*/*;q=0.1", "part"],
    ["GET /pictures/1.svg\nAccept: image/*", "part"],
    ['GET /books/1\nAccept: text/html\nIf-None-Match: "a"', "reload"],
  ];
  for (const [block, act] of rows) assert.equal(actOf(written(block)), act, block);
});
