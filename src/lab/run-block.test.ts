import assert from "node:assert/strict";
import { test } from "node:test";
import { addResources } from "../library/site/routes.ts";
import { runBlock } from "./run-block.ts";

const block = "GET /books\nAccept: application/json";

test("a block is run once, however often what came of it is asked for, and anew where it is meant in another way", () => {
  const runs = runBlock(block);
  for (const again of [runBlock(block), runBlock(block, { act: null }), runBlock(block)]) assert.equal(again, runs);
  assert.notEqual(runBlock(block, { raw: true }), runs);
});

test("a block is run anew when the library has got other resources", () => {
  const answers = () => runBlock("GET /notices/monday\n\n")[0]?.exchange.response?.status;
  const before = runBlock(block);
  assert.equal(answers(), 404);
  addResources([{ path: "/notices/monday", reply: { status: 204 } }]);
  try {
    assert.equal(answers(), 204);
    assert.notEqual(runBlock(block), before);
  } finally {
    addResources([]);
  }
  assert.equal(answers(), 404);
});

const asked = (...lines: readonly string[]) => runBlock(lines.join("\n")).map(({ exchange }) => exchange);

test("a request of a block may use what came of those above it: a field, a part of the content, a variable made of one", () => {
  const [first, again, added, shown] = asked(
    "# @name first",
    "GET /books/1",
    "Accept: application/json",
    "###",
    "@tag = {{first.response.headers.ETag}}",
    "GET /books/1",
    "Accept: application/json",
    "If-None-Match: {{tag}}",
    "###",
    "# @name added",
    "POST /books",
    "Accept: application/json",
    "Content-Type: application/json",
    "",
    '{"title": "After {{first.response.body.title}}"}',
    "###",
    "GET /books/{{added.response.body.id}}",
    "Accept: application/json",
  );
  assert.equal(first?.response?.status, 200);
  assert.equal(again?.response?.status, 304);
  assert.equal(added?.response?.status, 201);
  assert.match(shown?.response?.content ?? "", /After Alice/);
});

for (const [what, block, told] of [
  [
    "of a request that is not above",
    "GET /books\nIf-None-Match: {{firts.response.headers.ETag}}",
    /line 2, column 16: expected the name of a request above, as a line # @name firts gives it, found “firts”/,
  ],
  [
    "of the request itself",
    "# @name first\nGET /books/{{first.response.body.id}}",
    /line 2, column 12: expected the name of a request above/,
  ],
  [
    "that did not come",
    "# @name first\nGET /books/1\nAccept: application/json\n###\nGET /books/{{first.response.body.number}}",
    /line 5, column 12: expected one of id, title, .* in “\{\{first\.response\.body\.number\}\}”, found “number”/,
  ],
] as const) {
  test(`a value ${what} is told at its place`, () => assert.throws(() => runBlock(block), { message: told }));
}
