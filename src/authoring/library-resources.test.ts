import assert from "node:assert/strict";
import { test } from "node:test";
import { libraryRoutes } from "../library/site/routes.ts";
import { libraryResources } from "./library-resources.ts";

const resources = libraryResources("e2e/fixtures/lesson");
const find = (method: string, path: string) =>
  resources.find((each) => each.method === method && each.path === path) ?? assert.fail(`${method} ${path}`);

test("an author finds every route of the mock server, with what it is and where it is declared", () => {
  assert.equal(resources.length, libraryRoutes.length);
  for (const { path, about, file } of resources) {
    assert.ok(about.endsWith("."), `${path} has no comment that ends in a sentence; found “${about}”.`);
    assert.match(file, /^src\/library\/site\/[\w-]+\.ts$/);
  }
});

test("what a resource answers, takes, and lets be kept is what the server does", () => {
  const book = find("GET", "/books/:id");
  assert.equal(book.about, "one book.");
  assert.deepEqual(book.answers, ["200 text/html", "200 application/json"]);
  assert.ok(book.validators.includes("ETag"));
  assert.deepEqual(find("PATCH", "/books/:id").takes, ["application/merge-patch+json", "application/json"]);
  assert.ok(find("GET", "/broken").answers[0]?.startsWith("500"));
  assert.deepEqual(find("DELETE", "/books/:id").answers, []);
});

test("what a page adds stands there, too, with the line where it stands", () => {
  const added = libraryResources("e2e/fixtures/resources").at(-1);
  assert.deepEqual(added, {
    method: "GET",
    path: "/notice",
    about: "What hangs at the door.",
    takes: [],
    answers: ["200 text/plain"],
    validators: ["ETag", "Cache-Control", "Accept-Ranges"],
    file: "e2e/fixtures/resources/index.mdx:9",
  });
});
