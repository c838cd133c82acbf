import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryUrl } from "./library-url.ts";

const understood = [
  ["http://library.example/books/1", "/books/1"],
  ["https://library.example", "/"],
  ["HTTP://Library.Example/books", "/books"],
  ["library.example/search?q=dune", "/search?q=dune"],
  ["library.example?q=1", "/?q=1"],
  [" /books#new ", "/books#new"],
  ["books", "/books"],
  ["", "/"],
  ["/../../books", "/books"],
  ["library.example.org", "/library.example.org"],
];

for (const [typed = "", expected] of understood) {
  test(`“${typed}” is understood as ${expected}`, () => {
    const url = libraryUrl(typed);
    assert.equal(url && url.pathname + url.search + url.hash, expected);
  });
}

const refused = [
  "http://other.example/",
  "//other.example/books",
  "http://library.example:8080/",
  "http://library.example.org/",
  "javascript:alert(1)",
  "data:text/html,hello",
  "ftp://library.example/",
  "http://",
];

for (const typed of refused) {
  test(`“${typed}” is refused`, () => {
    assert.equal(libraryUrl(typed), null);
  });
}

test("a second slash does not make another host of a path", () => {
  assert.equal(libraryUrl("library.example//other.example/")?.host, "library.example");
});
