import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, emptyHistory, neighbour, type TabHistory, travelTo } from "./tab-history.ts";

const visited = (...urls: string[]): TabHistory =>
  urls.reduce((history, url) => arrive(history, url, "new", 50), emptyHistory);

test("a new page comes after the one on show, and cuts off what lay ahead", () => {
  const back = arrive(visited("/a", "/b", "/c"), "/b", "back", 50);
  assert.deepEqual(arrive(back, "/d", "new", 50), { urls: ["/a", "/b", "/d"], index: 2 });
});

test("going back and on moves along the same pages", () => {
  const back = arrive(visited("/a", "/b"), "/a", "back", 50);
  assert.deepEqual(back, { urls: ["/a", "/b"], index: 0 });
  assert.equal(neighbour(back, "back"), null);
  assert.equal(neighbour(back, "forward"), "/b");
  assert.equal(arrive(back, "/b", "forward", 50).index, 1);
});

test("a page that redirects when it is asked for again gives its place to the page that came instead", () => {
  const back = arrive(visited("/old", "/b"), "/moved", "back", 50);
  assert.deepEqual(back.urls, ["/moved", "/b"]);
});

test("the same page again is no new entry", () => {
  assert.deepEqual(arrive(visited("/a"), "/a", "new", 50), visited("/a"));
  assert.deepEqual(arrive(visited("/a"), "/a", "same", 50), visited("/a"));
});

test("a reload before anything was shown begins the history", () => {
  assert.deepEqual(arrive(emptyHistory, "/a", "same", 50), visited("/a"));
});

test("only so many pages are remembered", () => {
  assert.deepEqual(arrive(visited("/a", "/b"), "/c", "new", 2), { urls: ["/b", "/c"], index: 1 });
});

test("the browser's own Back is told from a new page by where it leads", () => {
  const middle = arrive(visited("/a", "/b", "/c"), "/b", "back", 50);
  assert.equal(travelTo(middle, "/a"), "back");
  assert.equal(travelTo(middle, "/c"), "forward");
  assert.equal(travelTo(middle, "/b"), "same");
  assert.equal(travelTo(middle, "/d"), "new");
});
