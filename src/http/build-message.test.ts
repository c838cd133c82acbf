import assert from "node:assert/strict";
import { test } from "node:test";
import { type Action, ActionError, buildMessage } from "./build-message.ts";
import { fieldValue } from "./message/message.ts";
import { urlParts } from "./message/url-parts.ts";

const build = (action: Action, offered: Action = action) => buildMessage(action, offered, "Browser/1");
const link = (url: string): Action => ({ kind: "link", url });
const form = (method: "GET" | "POST"): Action => ({
  kind: "form",
  url: "https://library.example/search?old=1",
  method,
  data: [["q", "a & b"]],
});
const script = (changes: Partial<Action & { kind: "fetch" }> = {}): Action => ({
  kind: "fetch",
  url: "https://library.example/books",
  method: "POST",
  fields: "",
  content: "",
  ...changes,
});

test("a link makes a GET of its path and query, without its fragment", () => {
  const { request } = build(link("https://library.example:8443/a b?c=d#e"));
  assert.equal(`${request.method} ${request.target}`, "GET /a%20b?c=d");
  assert.equal(fieldValue(request.fields, "Host"), "library.example:8443");
});

test("the data of a form replace the query of its action with GET, and are the content with POST", () => {
  const got = build(form("GET")).request;
  assert.equal(got.target, "/search?q=a+%26+b");
  assert.equal(got.content, "");
  const posted = build(form("POST")).request;
  assert.equal(posted.target, "/search?old=1");
  assert.equal(posted.content, "q=a+%26+b");
  assert.equal(fieldValue(posted.fields, "Content-Length"), "9");
});

test("a field that fetch refuses is in no line of the message, and stands beside it with a reason", () => {
  const { refused, request } = build(script({ fields: "Host: evil.example\nCookie: a=1\nX-Mine: 1" }));
  assert.deepEqual(
    refused.map(({ name }) => name),
    ["Host", "Cookie"],
  );
  assert.equal(fieldValue(request.fields, "Host"), "library.example");
  assert.equal(fieldValue(request.fields, "Cookie"), null);
});

test("what the reader changed is the reader's, what the page offered is the page's", () => {
  const offered = script({ fields: "Accept: text/html" });
  const { request } = build(script({ fields: "Accept: text/html\nX-Mine: 1" }), offered);
  const by = Object.fromEntries(request.fields.map((field) => [field.name, field.by]));
  assert.deepEqual(by, {
    Host: "browser",
    "User-Agent": "browser",
    Accept: "page",
    "X-Mine": "you",
    "Content-Length": "browser",
  });
});

test("the lines of the message, put together, are the message", () => {
  const { lines, request } = build(script({ content: "hello" }));
  const [start, ...rest] = lines.map(({ pieces }) => pieces.map(({ text }) => text));
  assert.equal(start?.join(" "), "POST /books HTTP/1.1");
  assert.equal(rest.at(-1)?.join(""), "hello");
  assert.equal(rest.length, request.fields.length + 2);
});

const mistakes: readonly [Action, string, RegExp][] = [
  [link("/books"), "url", /whole URL.*found “\/books”.*Begin it with https/],
  [link("https://exa mple/"), "url", /no browser can read/],
  [link("mailto:a@library.example"), "url", /mailto: is not HTTP’s/],
  [script({ method: "TRACE" }), "method", /refuses TRACE/],
  [script({ method: "GET IT" }), "method", /one word.*found “GET IT”/],
  [script({ method: "get", content: "x" }), "content", /refuses a GET with content/],
  [script({ fields: "Accept: */*\nno colon" }), "fields", /Line 2.*found no colon/],
  [script({ fields: "X: 日" }), "fields", /Line 1.*found “日”/],
];

for (const [action, part, sentence] of mistakes) {
  test(`an action that makes no request says so: ${sentence.source}`, () => {
    assert.throws(
      () => build(action),
      (error) => error instanceof ActionError && error.part === part && sentence.test(error.message),
    );
  });
}

test("only host, port, path and query of a URL are sent", () => {
  const sent = urlParts(new URL("http://me@library.example:81/p?q=1#f")).filter(({ isSent }) => isSent);
  assert.deepEqual(
    sent.map(({ name }) => name),
    ["host", "port", "path", "query"],
  );
});
