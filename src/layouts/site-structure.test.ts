import assert from "node:assert/strict";
import { test } from "node:test";
import { type SitePage, siteStructure, withFolderPages } from "./site-structure.ts";

const page = (url: string, title: string, order: number | null = null): SitePage => ({
  url,
  title,
  short: title,
  description: `About ${title}`,
  audience: null,
  order,
});

const pages = [
  page("/glossary/", "Glossary", 90),
  page("/lessons/caching/", "Caching", 2),
  page("/", "Fundamentals", 1),
  page("/lessons/cookies/", "Cookies", 1),
  page("/lessons/", "Lessons", 2),
  page("/lessons/part-10/", "Part 10"),
  page("/lessons/part-9/", "Part 9"),
  page("/a-new-lesson/", "A new lesson"),
];

const place = (url: string) => {
  const found = siteStructure(pages).get(url);
  assert.ok(found);
  return found;
};
const titles = (list: readonly SitePage[]) => list.map(({ title }) => title);

test("previous and next lead through the site as through a book", () => {
  const read: string[] = [];
  for (let url: string | undefined = "/"; url; url = place(url).next?.url) read.push(url);
  assert.deepEqual(read, [
    "/",
    "/lessons/",
    "/lessons/cookies/",
    "/lessons/caching/",
    "/lessons/part-9/",
    "/lessons/part-10/",
    "/a-new-lesson/",
    "/glossary/",
  ]);
  assert.equal(place("/lessons/").previous?.title, "Fundamentals");
  assert.equal(place("/").previous, null);
});

test("the navigation names the pages right under the root, however many stand below", () => {
  assert.deepEqual(titles(place("/lessons/caching/").sections), ["Lessons", "A new lesson", "Glossary"]);
});

test("a page knows its section and the folder that it stands in", () => {
  assert.equal(place("/lessons/caching/").section?.title, "Lessons");
  assert.equal(place("/lessons/caching/").folder?.title, "Lessons");
  assert.equal(place("/glossary/").section?.title, "Glossary");
  assert.equal(place("/glossary/").folder, null);
  assert.equal(place("/").section, null);
});

test("a folder's page lists the pages of the folder, the root's does not", () => {
  assert.deepEqual(titles(place("/lessons/").children), ["Cookies", "Caching", "Part 9", "Part 10"]);
  assert.deepEqual(place("/").children, []);
});

test("a folder without a page of its own gets one that is named for it", () => {
  const [, , folder] = withFolderPages([page("/", "Root"), page("/http-caching/etag/", "ETag")]);
  assert.deepEqual(folder, {
    url: "/http-caching/",
    title: "Http caching",
    short: "Http caching",
    description: "All pages of “Http caching”, in order.",
    audience: null,
    order: null,
  });
  assert.equal(withFolderPages(pages).length, pages.length);
});

test("the structure of 1,000 pages takes no time to speak of", () => {
  const many = Array.from({ length: 1000 }, (_, index) => page(`/lessons/${index}/`, `Lesson ${index}`));
  const start = performance.now();
  siteStructure([page("/", "Root"), page("/lessons/", "Lessons"), ...many]);
  assert.ok(performance.now() - start < 2000);
});
