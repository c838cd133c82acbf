import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "../exchange.ts";
import { parseRequest, parseResponse } from "../message/parse-message.ts";
import { messagesText } from "./messages-text.ts";

const cycle = (request: string, response: string | null): Exchange => ({
  id: "a-1",
  client: "a",
  host: "build",
  interaction: { kind: "link", text: "You click a link." },
  request: parseRequest(request),
  dropped: [],
  steps: [],
  response: response === null ? null : parseResponse(response),
  failure: null,
  outcome: { kind: "nothing", text: "" },
  times: null,
});

test("a cycle is its two messages, each as it is, with an empty line between them", () => {
  const get = cycle("GET / HTTP/1.1\nHost: a.example\n\n", "HTTP/1.1 200 OK\nContent-Length: 3\n\nhi\n");
  assert.equal(messagesText([get]), "GET / HTTP/1.1\nHost: a.example\n\nHTTP/1.1 200 OK\nContent-Length: 3\n\nhi\n");
});

test("several cycles stand one below the other, with ### between them", () => {
  const post = cycle("POST / HTTP/1.1\nHost: a.example\nContent-Length: 3\n\na=b", null);
  const get = cycle("GET / HTTP/1.1\nHost: a.example\n\n", "HTTP/1.1 204 No Content\n\n");
  assert.equal(
    messagesText([post, get]),
    "POST / HTTP/1.1\nHost: a.example\nContent-Length: 3\n\na=b\n\n###\n\nGET / HTTP/1.1\nHost: a.example\n\nHTTP/1.1 204 No Content\n\n",
  );
});
