import assert from "node:assert/strict";
import { test } from "node:test";
import { classMeaning, reasonPhrase, statusClass, statusMeaning, summary } from "./status.ts";

test("a status code has its reason phrase, its class and its meaning", () => {
  assert.equal(reasonPhrase(404), "Not Found");
  assert.equal(statusClass(404)?.name, "Client error");
  assert.match(statusMeaning(404), /^[A-Z].+\.$/);
});

test("a status code that is not in the list has the meaning of its class", () => {
  assert.equal(reasonPhrase(299), "");
  assert.match(classMeaning(200), /^[A-Z].+\.$/);
  assert.equal(statusMeaning(299), classMeaning(200));
  assert.equal(statusClass(600), null);
  assert.equal(statusMeaning(600), "This is no status code of HTTP.");
});

test("every status that the lesson speaks of has a meaning of its own", () => {
  const codes = [
    101, 103, 200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412,
    413, 414, 415,
  ];
  for (const code of [...codes, 416, 418, 422, 429, 431, 500, 501, 502, 503, 504, 505]) {
    assert.notEqual(statusMeaning(code), classMeaning(code), String(code));
    assert.notEqual(reasonPhrase(code), "", String(code));
  }
});

test("a response is summed up in a few words", () => {
  const response = { version: "HTTP/1.1", status: 201, reason: "Created", fields: [], content: "" };
  assert.equal(summary(response), "201 Created");
  assert.equal(summary({ ...response, reason: "" }), "201");
});
