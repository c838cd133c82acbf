import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv, type AnySchemaObject } from "ajv";
import type { Exchange } from "../exchange.ts";
import { parseRequest, parseResponse } from "../message/parse-message.ts";
import { toHar } from "./har.ts";

const answered: Exchange = {
  id: "a-1",
  client: "a",
  host: "worker",
  interaction: { kind: "link", text: "You press Send." },
  request: parseRequest(
    "POST /books?q=a%20b&q= HTTP/1.1\nHost: library.example\nCookie: a=1; b==\nContent-Type: text/plain\nContent-Length: 4\n\nnée",
  ),
  dropped: [],
  steps: [],
  response: parseResponse("HTTP/1.1 201 Created\nLocation: /books/4\nSet-Cookie: c=3; Path=/\n\n"),
  failure: null,
  outcome: { kind: "nothing", text: "" },
  times: { sent: 2, server: 1, arrived: 7, shown: 9 },
};

const require = createRequire(import.meta.url);
const now = Date.parse("2026-03-02T09:30:00.000Z");

test("an exchange becomes an entry with its messages and times", () => {
  const { log } = toHar([answered], now);
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
          { name: "Content-Length", value: "4" },
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
        cookies: [{ name: "c", value: "3", path: "/", httpOnly: false, secure: false }],
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
      comment: "You press Send.",
    },
  ]);
});

test("an exchange without a response has status 0 and the reason", () => {
  const failure = { kind: "server-off", text: "The server is switched off." } as const;
  const [entry] = toHar([{ ...answered, response: null, failure, times: null }], now).log.entries;
  assert.equal(entry?._error, "The server is switched off.");
  assert.equal(entry?.time, 0);
  assert.equal((entry?.response as { status: number } | undefined)?.status, 0);
});

/** What the schema of HAR 1.2 has against an archive. */
function problems(archive: unknown): readonly string[] {
  const ajv = new Ajv({ strict: false, formats: { "date-time": true, ipv4: true, ipv6: true } });
  ajv.addMetaSchema(require("ajv/dist/refs/json-schema-draft-06.json"));
  for (const schema of Object.values<AnySchemaObject>(require("har-schema"))) ajv.addSchema(schema);
  ajv.validate("har.json#", archive);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test("an archive is as the schema of HAR 1.2 has it, whatever was exchanged", () => {
  const failure = { kind: "server-off", text: "The server is switched off." } as const;
  const asked = (text: string): Exchange => ({ ...answered, request: parseRequest(text) });
  const archive = toHar(
    [
      answered,
      asked("OPTIONS * HTTP/1.1\nHost: library.example\n\n"),
      asked("GET / HTTP/1.0\n\n"),
      { ...answered, response: null, failure, times: null },
      {
        ...answered,
        response: parseResponse(
          "HTTP/1.1 200 OK\nSet-Cookie: a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure; HttpOnly; SameSite=Lax; Path=/\nSet-Cookie: none\n\n",
        ),
      },
    ],
    now,
  );
  assert.deepEqual(problems(archive), []);
  assert.deepEqual(problems({ log: { ...archive.log, entries: [{}] } }).length > 0, true);
});

test("two cycles, one after the other, start one after the other, and not before their responses say", () => {
  const dated = {
    ...answered,
    response: parseResponse("HTTP/1.1 204 No Content\nDate: Mon, 02 Mar 2026 10:00:00 GMT\n\n"),
  };
  assert.deepEqual(
    toHar([dated, dated, answered], now).log.entries.map(({ startedDateTime }) => startedDateTime),
    ["2026-03-02T10:00:00.000Z", "2026-03-02T10:00:00.005Z", "2026-03-02T10:00:00.010Z"],
  );
});
