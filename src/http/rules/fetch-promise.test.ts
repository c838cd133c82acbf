import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "../exchange.ts";
import { fetchPromise, nextOfFetch, promiseSentence } from "./fetch-promise.ts";

function answered(status: number | null, location?: string): Exchange {
  const fields = location === undefined ? [] : [{ name: "Location", value: location }];
  return {
    id: "1",
    client: "reader",
    host: "worker",
    interaction: { kind: "script", text: "" },
    request: { method: "GET", target: "/", version: "HTTP/1.1", fields: [], content: "" },
    dropped: [],
    steps: [],
    response: status === null ? null : { version: "HTTP/1.1", status, reason: "", fields, content: "" },
    failure: null,
    outcome: { kind: "nothing", text: "" },
    times: null,
  };
}

test("any response fulfils the promise, an error status too", () => {
  assert.deepEqual(fetchPromise([answered(404)]), { state: "fulfilled", status: 404, ok: false, redirected: false });
  assert.deepEqual(fetchPromise([answered(204)]), { state: "fulfilled", status: 204, ok: true, redirected: false });
});

test("without a response the promise rejects", () => {
  assert.deepEqual(fetchPromise([answered(null)]), { state: "rejected", error: "TypeError" });
});

test("what became of the promise is one sentence, and names response.ok where there is one", () => {
  for (const status of [200, 201, 299]) assert.match(promiseSentence(fetchPromise([answered(status)])), /ok is true/);
  for (const status of [300, 304, 404, 500])
    assert.match(promiseSentence(fetchPromise([answered(status)])), /fulfils.*ok is false/);
  assert.match(promiseSentence(fetchPromise([answered(null)])), /rejects/);
});

test("fetch follows a redirect by itself, and tells only of the last answer", () => {
  const first = answered(301, "/books");
  assert.equal(nextOfFetch([first]), "/books");
  assert.equal(nextOfFetch([first, answered(200)]), null);
  assert.deepEqual(fetchPromise([first, answered(200)]), {
    state: "fulfilled",
    status: 200,
    ok: true,
    redirected: true,
  });
});

test("fetch gives up on redirects that never end", () => {
  assert.equal(nextOfFetch(Array(21).fill(answered(302, "/"))), null);
});
