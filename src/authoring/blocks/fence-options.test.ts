import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fenceOptions } from "./fence-options.ts";

const none = {
  send: false,
  task: false,
  resource: false,
  title: null,
  collapsed: false,
  must: false,
  predict: false,
  off: false,
  expect: false,
  raw: false,
  as: null,
  open: null,
  marked: [],
};

describe("an author writes behind ```http", () => {
  const rows: readonly [info: string, options: object][] = [
    ["", {}],
    ["send", { send: true }],
    ['send title="Add a book"', { send: true, title: "Add a book" }],
    ['title = "Spaces around the sign"', { title: "Spaces around the sign" }],
    ["send collapsed predict", { send: true, collapsed: true, predict: true }],
    ["send as=form", { send: true, as: "form" }],
    ["send raw", { send: true, raw: true }],
    ['task must title="Dune"', { task: true, must: true, title: "Dune" }],
    ["send open=4", { send: true, open: [4] }],
    ["send open=2,4", { send: true, open: [2, 4] }],
    ["send open=all", { send: true, open: [1, 2, 3, 4, 5] }],
    ["send open=none", { send: true, open: [] }],
    ["{2,4-6}", { marked: [2, 4, 5, 6] }],
    ["send {1, 3 - 4}", { send: true, marked: [1, 3, 4] }],
  ];
  for (const [info, options] of rows) {
    test(`${info || "nothing"}, and it is understood`, () => {
      assert.deepEqual(fenceOptions(info), { options: { ...none, ...options }, problems: [] });
    });
  }
});

describe("an author slips, and is told", () => {
  const rows: readonly [info: string, column: number, expected: RegExp, found: string][] = [
    ["sned", 1, /one of send, collapsed/, "“sned”. Did you mean “send”?"],
    ['send titel="x"', 6, /one of send/, "“titel”. Did you mean “title”?"],
    ["send title=Add", 6, /a title in straight double quotes/, "title=Add"],
    ["send title=“Add a book” {1}", 6, /a title in straight double quotes/, "title=“Add a book”"],
    ['send title=""', 6, /a title in straight double quotes/, 'title=""'],
    ['send title="open', 6, /a title in straight double quotes/, 'title="open'],
    ["send send", 6, /“send” once/, "it again: send"],
    ["send=yes", 1, /“send” alone/, "send=yes"],
    ["collapsed", 1, /“send” before “collapsed”/, "no “send”"],
    ["predict", 1, /“send” before “predict”/, "no “send”"],
    ["send as", 6, /as= and what the request stands for, one of link, address/, "“as” alone"],
    ["send as=scirpt", 6, /one of link, address, form, script/, "“scirpt”. Did you mean “script”?"],
    ["as=form", 1, /“send” before “as”/, "no “send”"],
    ["raw", 1, /“send” before “raw”/, "no “send”"],
    ["send open=6", 6, /open= and stages from 1 to 5/, "open=6"],
    ["send open", 6, /open= and stages from 1 to 5/, "open"],
    ["open=4", 1, /“send” before “open”/, "no “send”"],
    [
      "send raw as=link",
      6,
      /either “raw” or “as=…”/,
      "both: a raw message is written by hand, and no browser sends it",
    ],
    [
      "send raw predict",
      10,
      /either “raw” or “predict”/,
      "both: a raw message is never sent, so nobody would see what comes of it",
    ],
    ["{0}", 1, /line numbers in braces/, "{0}"],
    ["{3-2}", 1, /line numbers in braces/, "{3-2}"],
    ["{x}", 1, /line numbers in braces/, "{x}"],
    ["{1", 1, /line numbers in braces/, "{1"],
    [
      "zebra",
      1,
      /one of send, collapsed, predict, raw, must, task, resource, title, as, open, or \{lines\}$/,
      "“zebra”",
    ],
  ];
  for (const [info, column, expected, found] of rows) {
    test(`in ${info}`, () => {
      const { problems } = fenceOptions(info);
      assert.equal(problems[0]?.column, column);
      assert.match(problems[0]?.expected ?? "", expected);
      assert.equal(problems[0]?.found, found);
    });
  }

  test("of all slips at once", () => {
    assert.equal(fenceOptions("sned titel=1 {x}").problems.length, 3);
  });
});
