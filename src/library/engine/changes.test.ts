import assert from "node:assert/strict";
import { test } from "node:test";
import { seed } from "../site/library.ts";
import { changed, changes } from "./changes.ts";

test("data before and the changes give the data after: a book more, one less, one lent, a number", () => {
  const [first, second, third] = seed.books;
  assert.ok(first && second && third);
  const after = {
    ...seed,
    books: [first, { ...second, lentTo: null, year: 1819 }, { ...third, id: 4, title: "Dune" }],
    nextBook: 5,
    inventory: "2026-03-02T09:30:00Z",
  };
  assert.deepEqual(changed(seed, changes(seed, after)), after);
  assert.deepEqual(changed(after, changes(after, seed)), {
    ...seed,
    books: [first, second, third],
  });
  assert.equal(changed(seed, []), seed);
});
