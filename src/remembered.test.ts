import assert from "node:assert/strict";
import { test } from "node:test";
import { remembered } from "./remembered.ts";

const given = (keys: string, most?: number): string => {
  let asked = "";
  const upper = remembered((key: string) => {
    asked += key;
    return key.toUpperCase();
  }, most);
  assert.equal([...keys].map(upper).join(""), keys.toUpperCase());
  return asked;
};

test("what was made for a key is made once", () => assert.equal(given("abaab"), "ab"));

test("of more keys than are kept, those that were asked for longest ago are forgotten", () =>
  assert.equal(given("abacab", 2), "abcb"));

test("what failed is made anew", () => {
  let times = 0;
  const failing = remembered(() => {
    times += 1;
    throw new Error("no");
  });
  for (const key of ["a", "a"]) assert.throws(() => failing(key));
  assert.equal(times, 2);
});
