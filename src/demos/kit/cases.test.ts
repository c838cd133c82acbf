import assert from "node:assert/strict";
import { test } from "node:test";
import { type CaseRules, readCases } from "./cases.ts";
import type { Fence, Part, Place, Tell, WrittenChoice } from "./written.ts";

const place: Place = { line: 10, column: 1 };

function fence(source: string, more: Partial<Fence> = {}): Fence {
  return { kind: "fence", place, source, title: null, off: false, act: null, raw: false, expect: false, ...more };
}

function choices(...items: readonly (readonly [plain: string, isRight: boolean, belief?: string])[]): Part {
  return {
    kind: "choices",
    place,
    items: items.map(([plain, isRight, belief]): WrittenChoice => {
      return { place, plain, text: plain, isRight, ...(belief !== undefined && { belief }) };
    }),
  };
}

const rules: CaseRules = { component: "Demo", words: ["title", "off"], asks: "all" };

const paragraph = (html: string): Part => ({ kind: "paragraph", place, html });

/** What is told while parts are read. */
function told(parts: readonly Part[], more: Partial<CaseRules> = {}): readonly string[] {
  const problems: string[] = [];
  const tell: Tell = ({ line }, expected, found) => problems.push(`${line}: expected ${expected}; found ${found}`);
  readCases(parts, tell, { ...rules, ...more });
  return problems;
}

test("a fence, a paragraph that asks, a task list and the paragraphs after it are one case", () => {
  const parts = [
    paragraph("<p>Do this.</p>"),
    fence("GET /books/99\n\n?? status == 404", { title: "A book" }),
    paragraph("<p>What comes?</p>"),
    choices(["404", true], ["500", false, "All is lost."]),
    paragraph("<p>So it is.</p>"),
    fence("GET /books/1", { off: true }),
  ];
  const { task, cases } = readCases(parts, () => assert.fail(), rules);
  assert.equal(task, "<p>Do this.</p>");
  const [first, second] = cases;
  assert.equal(first?.title, "A book");
  assert.equal(first?.question, "<p>What comes?</p>");
  assert.equal(first?.exchange.response?.status, 404);
  assert.deepEqual(
    first?.choices.map(({ plain, isRight }) => [plain, isRight]),
    [
      ["404", true],
      ["500", false],
    ],
  );
  assert.equal(first?.why, "<p>So it is.</p>");
  assert.equal(second?.title, "GET /books/1");
  assert.equal(second?.exchange.failure?.kind, "server-off");
});

test("a list before the first fence is one question for all cases that have none of their own", () => {
  const { task, cases } = readCases(
    [
      paragraph("<p>Do this.</p>"),
      paragraph("<p>What comes?</p>"),
      choices(["a", true], ["b", false]),
      fence("GET /books"),
      fence("GET /tour"),
      paragraph("<p>And here?</p>"),
      choices(["c", true], ["d", false]),
    ],
    () => assert.fail(),
    rules,
  );
  assert.equal(task, "<p>Do this.</p>");
  const asked = cases.map(({ question, choices: [first] }) => [question, first?.plain]);
  assert.deepEqual(asked, [
    ["<p>What comes?</p>", "a"],
    ["<p>And here?</p>", "c"],
  ]);
});

test("a fence of several requests is one case where its demo takes several, and is told where it takes one", () => {
  const parts = [fence("GET /tour\n\n###\n\nGET /quiet-room\n\n?? status == 204", { title: "Nothing" })];
  const [only] = readCases(parts, () => assert.fail(), { ...rules, several: true }).cases;
  assert.deepEqual(
    only?.runs.map(({ exchange }) => exchange.request.target),
    ["/tour", "/quiet-room"],
  );
  assert.equal(only?.title, "Nothing");
  assert.equal(only?.exchange.response?.status, 204);
  assert.deepEqual(told(parts), ["10: expected one request in each http block of this demo; found several"]);
});

test("mistakes are told at their lines: in the request, in what is expected of it, in the choices", () => {
  assert.deepEqual(told([fence("GET /books\n\n?? status == 404")]), ["13: expected status == 404; found “200”"]);
  assert.match(told([fence("GET")])[0] ?? "", /^11: expected /);
  assert.deepEqual(told([fence("GET /books"), choices(["a", false], ["b", false])]), [
    "10: expected a right choice, - [x] …; found none with an x",
  ]);
  assert.deepEqual(told([fence("GET /books"), choices(["a", true])]), ["10: expected at least two choices; found one"]);
  assert.deepEqual(told([fence("GET /books"), choices(["a", true, "So."], ["b", false])]), [
    "10: expected a quotation, which is a wrong belief, under a wrong choice; found it under a right one",
  ]);
  assert.deepEqual(told([fence("GET /books"), { kind: "steps", place, items: [] }]), [
    "10: expected paragraphs and one task list under an http block; found a numbered list",
  ]);
});

test("a question is told where the demo asks none there, or where no case is left to ask it of", () => {
  const list = choices(["a", true], ["b", false]);
  const [before, under] = [
    [list, fence("GET /books")],
    [fence("GET /books"), list],
  ];
  assert.deepEqual(told(before), []);
  assert.deepEqual(told(before, { asks: "each" }), [
    "10: expected the task list under the http block that it asks about; found one before the first",
  ]);
  assert.deepEqual(told([list, fence("GET /books"), list]), [
    "10: expected no task list before the first http block, since each block has its own; found one",
  ]);
  const none = "10: expected no task list inside <Demo>, which asks nothing; found one";
  assert.deepEqual(told(before, { asks: "nothing" }), [none]);
  assert.deepEqual(told(under, { asks: "nothing" }), [none]);
});

test("a word behind http that the demo does not read is told", () => {
  assert.deepEqual(told([fence("GET /books", { raw: true })]), [
    "10: expected no word but title, off behind http at a block of <Demo>; found “raw”",
  ]);
});
