import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, percentile, spread } from "./bench.ts";

const whole = (sample: number) => `${sample} ms`;

test("a percentile is one of the samples, whatever their order", () => {
  assert.equal(percentile([9, 1, 5], 0.5), 5);
  assert.equal(percentile([9, 1, 5], 0), 1);
  assert.equal(percentile([9, 1, 5], 1), 9);
});

test("a spread says how far rounds lie apart, and nothing of rounds that are alike", () => {
  assert.equal(spread([3, 1, 2], whole), "2 ms (1 ms to 3 ms)");
  assert.equal(spread([6, 6, 6], whole), "6 ms");
});

test("a share is that of each round, so that a machine that was slow for a while does not change it", () => {
  assert.deepEqual(beside("paint", [10, 40, 10], [20, 80, 20], whole, "1.00 ×"), {
    what: "paint",
    value: "10 ms (10 ms to 40 ms)",
    theirs: "20 ms (20 ms to 80 ms)",
    share: "0.50 ×",
    bar: "1.00 ×",
  });
});

test("nothing is a share of nothing", () => {
  assert.deepEqual(beside("shift", [0, 0], [0, 0], whole), { what: "shift", value: "0 ms", theirs: "0 ms" });
});
