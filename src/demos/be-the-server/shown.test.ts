import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenResponse } from "../../http/message/written-response.ts";
import { shownAfter } from "./shown.ts";

const html = "Content-Type: text/html";
const outcome = (status: string, fields: string, content: string) =>
  shownAfter(writtenResponse({ status, fields, content })).outcome;

test("the verdict says what browsers do: of all statuses with Location, they follow five", () => {
  for (const status of ["301", "302", "303", "307", "308"]) {
    assert.equal(outcome(status, "Location: /books", ""), "another", status);
  }
  for (const status of ["300", "305", "310", "201"]) {
    assert.equal(outcome(status, `Location: /books\n${html}`, "<h1>a</h1>"), "page", status);
  }
  assert.equal(outcome("304", "Location: /books", ""), "stays");
});

test("a media type is read whatever its case and its parameters", () => {
  assert.equal(outcome("200", "Content-Type: TEXT/Plain;charset=utf-8", "a"), "text");
});

test("an error with no page makes the client draw one of its own; an answer with nothing else leaves it blank", () => {
  assert.equal(outcome("404", "", ""), "error");
  assert.equal(shownAfter(null).outcome, "error");
  assert.equal(outcome("200", html, ""), null);
});
