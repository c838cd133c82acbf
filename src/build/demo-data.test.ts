import assert from "node:assert/strict";
import { test } from "node:test";
import { takeData } from "./demo-data.ts";
import { edited } from "./html-urls.ts";

const long = JSON.stringify({ text: "a".repeat(5000) });
const page = (own: string) =>
  `<html><head></head><body><demo-walk><script type="application/json">${own}</script></demo-walk><demo-exchange><script type="application/json">{"b":1}</script></demo-exchange><demo-check><script type="application/json">{"c":"\\u003c/script>"}</script></demo-check></body></html>`;

test("the data of demos leave the page in its order, and a transcript keeps its own", () => {
  const taken = takeData(page(long), "a/index.html");
  const left = edited(page(long), taken?.edits ?? []);
  assert.deepEqual(JSON.parse(taken?.data ?? ""), [JSON.parse(long), { c: "</script>" }]);
  assert.match(left, /<demo-walk><script type="application\/json"><\/script>/);
  assert.match(left, new RegExp(`<link rel="demo-data" href="../${taken?.file}"></head>`));
  assert.match(left, /<demo-exchange><script type="application\/json">\{"b":1\}<\/script>/);
});

test("few data stay where they are", () => {
  assert.equal(takeData(page("{}"), "index.html"), null);
});
