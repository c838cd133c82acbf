import assert from "node:assert/strict";
import { test } from "node:test";
import { readingOnce, readPage } from "./syntax-problems.ts";

const page = "A text with a [link](a.mdx).";

test("a check that comes back to a page is given the tree that it was given before, and another page's is another", async () => {
  await readingOnce(async () => {
    const { tree } = readPage(page);
    assert.equal(await readingOnce(async () => readPage(page).tree), tree);
    assert.equal(readPage(page).tree, tree);
    assert.notDeepEqual(readPage(`${page} And more.`).tree, tree);
  });
});

test("no tree is kept when the check is over, however it ends", async () => {
  const before = await readingOnce(async () => readPage(page).tree);
  assert.notEqual(readPage(page).tree, before);
  await assert.rejects(readingOnce(async () => assert.fail(readPage(page).source)));
  assert.notEqual(readPage(page).tree, readPage(page).tree);
});
