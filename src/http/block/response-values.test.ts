import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResponseMessage } from "../message/message.ts";
import { responseValue } from "./response-values.ts";

const response: ResponseMessage = {
  version: "HTTP/1.1",
  status: 201,
  reason: "Created",
  fields: [
    { name: "ETag", value: '"abc"' },
    { name: "Location", value: "/books/4" },
  ],
  content: '{"id": 4, "tags": ["new", {"by": "Ada"}], "lentTo": null}',
};

for (const [path, value] of [
  ["response.status", "201"],
  ["response.headers.ETag", '"abc"'],
  ["response.headers.location", "/books/4"],
  ["response.body.id", "4"],
  ["response.body.$.id", "4"],
  ["response.body.tags[1].by", "Ada"],
  ["response.body.tags", '["new",{"by":"Ada"}]'],
  ["response.body.lentTo", "null"],
  ["response.body", response.content],
  ["response.body.*", response.content],
] as const) {
  test(`${path} is a value of the response`, () => assert.equal(responseValue(response, path), value));
}

for (const [path, expected, found] of [
  ["response.headers.Etagg", "a field that came, one of ETag, Location", "Etagg"],
  ["response.body.name", "one of id, tags, lentTo", "name"],
  ["response.body.id.x", "a value without parts", "x"],
  ["response.heads.ETag", /^response\.status, response\.headers and/, "response.heads.ETag"],
  ["response.headers", /^response\.status/, "response.headers"],
] as const) {
  test(`${path} is none, and what there is is told`, () => {
    const told = responseValue(response, path);
    assert.ok(typeof told !== "string");
    if (typeof expected === "string") assert.equal(told.expected, expected);
    else assert.match(told.expected, expected);
    assert.equal(told.found, found);
  });
}

test("a list's items are reached from the content itself", () => {
  const list = { ...response, content: '[{"id": 7}]' };
  assert.equal(responseValue(list, "response.body[0].id"), "7");
  assert.equal(responseValue(list, "response.body.$[0].id"), "7");
});

test("content that is no JSON has no parts", () => {
  assert.deepEqual(responseValue({ ...response, content: "<p>" }, "response.body.id"), {
    expected: "JSON in the content that came",
    found: "something else",
  });
});
