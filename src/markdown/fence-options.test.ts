import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fenceOptions } from "./fence-options.ts";

const none = { send: false, title: null, collapsed: false, predict: false, marked: [] };

describe("an author writes behind ```http", () => {
  const rows: readonly [info: string, options: object][] = [
    ["", {}],
    ["send", { send: true }],
    ['send title="Add a book"', { send: true, title: "Add a book" }],
    ['title = "Spaces around the sign"', { title: "Spaces around the sign" }],
    ["send collapsed predict", { send: true, collapsed: true, predict: true }],
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
    ["send title=Add", 6, /a title in double quotes/, "title=Add"],
    ['send title=""', 6, /a title in double quotes/, 'title=""'],
    ['send title="open', 6, /a title in double quotes/, 'title="open'],
    ["send send", 6, /“send” once/, "it again: send"],
    ["send=yes", 1, /“send” alone/, "send=yes"],
    ["collapsed", 1, /“send” before “collapsed”/, "no “send”"],
    ["predict", 1, /“send” before “predict”/, "no “send”"],
    ["{0}", 1, /line numbers in braces/, "{0}"],
    ["{3-2}", 1, /line numbers in braces/, "{3-2}"],
    ["{x}", 1, /line numbers in braces/, "{x}"],
    ["{1", 1, /line numbers in braces/, "{1"],
    ["zebra", 1, /one of send, collapsed, predict, title, or \{lines\}$/, "“zebra”"],
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
