import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "./exchange.ts";
import { toHar } from "./har.ts";
import { parseRequest, parseResponse } from "./parse-message.ts";

const answered: Exchange = {
  id: "a-1",
  client: "a",
  host: "worker",
  interaction: { kind: "send", text: "You press Send." },
  request: parseRequest(
    "POST /books?q=a%20b&q= HTTP/1.1\nHost: library.example\nCookie: a=1; b==\nContent-Type: text/plain\n\nnée",
  ),
  dropped: [],
  steps: [],
  response: parseResponse("HTTP/1.1 201 Created\nLocation: /books/4\nSet-Cookie: c=3; Path=/\n\n"),
  failure: null,
  outcome: { kind: "nothing", text: "" },
  times: { sent: 2, server: 1, arrived: 7, shown: 9 },
};

test("an exchange becomes an entry with its messages and times", () => {
  const { log } = toHar([answered], "2026-03-02T09:30:00.000Z");
  assert.equal(log.version, "1.2");
  assert.deepEqual(log.entries, [
    {
      startedDateTime: "2026-03-02T09:30:00.000Z",
      time: 5,
      request: {
        method: "POST",
        url: "http://library.example/books?q=a%20b&q=",
        httpVersion: "HTTP/1.1",
        cookies: [
          { name: "a", value: "1" },
          { name: "b", value: "=" },
        ],
        headers: [
          { name: "Host", value: "library.example" },
          { name: "Cookie", value: "a=1; b==" },
          { name: "Content-Type", value: "text/plain" },
        ],
        queryString: [
          { name: "q", value: "a b" },
          { name: "q", value: "" },
        ],
        postData: { mimeType: "text/plain", text: "née" },
        headersSize: -1,
        bodySize: 4,
      },
      response: {
        status: 201,
        statusText: "Created",
        httpVersion: "HTTP/1.1",
        cookies: [{ name: "c", value: "3" }],
        headers: [
          { name: "Location", value: "/books/4" },
          { name: "Set-Cookie", value: "c=3; Path=/" },
        ],
        content: { size: 0, mimeType: "", text: "" },
        redirectURL: "/books/4",
        headersSize: -1,
        bodySize: 0,
      },
      cache: {},
      timings: { send: 0, wait: 5, receive: 0 },
    },
  ]);
});

test("an exchange without a response has status 0 and the reason", () => {
  const failure = { kind: "server-off", text: "The server is switched off." } as const;
  const [entry] = toHar([{ ...answered, response: null, failure, times: null }], "2026-03-02T09:30:00.000Z").log
    .entries;
  assert.equal(entry?._error, "The server is switched off.");
  assert.equal(entry?.time, 0);
  assert.equal((entry?.response as { status: number } | undefined)?.status, 0);
});
