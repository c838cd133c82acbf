import assert from "node:assert/strict";
import { test } from "node:test";
import { redirectTarget } from "./redirect.ts";

const request = { method: "GET", target: "/old/place", version: "HTTP/1.1", fields: [], content: "" };

function leadsTo(status: number, location: string | null): string | null {
  const fields = location === null ? [] : [{ name: "Location", value: location }];
  return redirectTarget({ request, response: { version: "HTTP/1.1", status, reason: "", fields, content: "" } });
}

test("a redirect leads where its Location says, read from where the request went", () => {
  assert.equal(leadsTo(303, "/books/4"), "/books/4");
  assert.equal(leadsTo(302, "new?x=1#part"), "/old/new?x=1");
  assert.equal(leadsTo(301, "http://library.example/books"), "/books");
});

test("an answer that is no redirect leads nowhere", () => {
  assert.equal(leadsTo(201, "/books/4"), null);
  for (const status of [300, 304, 305, 306, 310]) assert.equal(leadsTo(status, "/books"), null, String(status));
  assert.equal(leadsTo(302, "http://["), null);
  assert.equal(redirectTarget({ request, response: null }), null);
});
