import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { loadResults, noResults, type Results, resultsKey, saveResults } from "./check-results.ts";

const results: Results = {
  answers: { parts: 1 },
  order: [2, 1, 3, 4, 5],
  actors: { 1: "client" },
  words: "I ask.",
  points: [0],
};

function browserStores(storage: unknown): Map<string, string> {
  const stored = new Map<string, string>();
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get: () => {
      if (storage instanceof Error) throw storage;
      return {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, text: string) => stored.set(key, text),
        removeItem: (key: string) => stored.delete(key),
      };
    },
  });
  return stored;
}

afterEach(() => Reflect.deleteProperty(globalThis, "localStorage"));

test("results come back as they were stored, and only under the key of their site", () => {
  browserStores({});
  assert.equal(saveResults(resultsKey("/a/"), results), true);
  assert.deepEqual(loadResults(resultsKey("/a/")), results);
  assert.equal(loadResults(resultsKey("/b/")), noResults);
});

test("nothing is left where there are no results", () => {
  const stored = browserStores({});
  saveResults("key", results);
  saveResults("key", noResults);
  assert.equal(stored.size, 0);
});

test("a browser that throws at each access keeps nothing, and nothing breaks", () => {
  browserStores(new Error("denied"));
  assert.equal(saveResults("key", results), false);
  assert.equal(loadResults("key"), noResults);
});

for (const odd of ["", "[", "null", "7", '{"answers":[1],"order":[1,1,2],"words":3,"points":{"a":1},"actors":"x"}']) {
  test(`stored text that is not as expected gives no results: ${odd || "empty"}`, () => {
    browserStores({}).set("key", odd);
    assert.deepEqual(loadResults("key"), noResults);
  });
}
