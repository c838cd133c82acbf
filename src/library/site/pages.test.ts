import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { asForm, ask, field } from "../engine/ask.ts";
import { seed } from "./library.ts";
import { pagePolicy } from "./page.ts";
import { routes } from "./routes.ts";

const mount = "https://host.example/deep/lab/client-1";
const hostile = `<img src=x onerror=alert(1)>"'=&="/`;
const state = ask("POST /books", asForm, new URLSearchParams({ title: hostile, author: hostile }).toString()).state;

const pages = [
  ...routes.flatMap(({ on }) => (on.startsWith("GET ") ? [on.slice(4).replace(":id", "1")] : [])),
  "/books/2",
  "/books/4",
  `/search?q=${encodeURIComponent(hostile)}`,
  `/nothing/${encodeURIComponent(hostile)}`,
  "/a/b/c/",
  "//",
]
  .map((path) => ({ path, served: ask(`GET ${path}`, { Authorization: "Bearer librarian-card" }, "", state) }))
  .filter(({ served }) => field(served, "Content-Type")?.startsWith("text/html"));

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: { "no-trailing-whitespace": "error", "no-implicit-button-type": "off" },
});

for (const { path, served } of pages) {
  const { content } = served.response;

  test(`the page at ${path} is valid HTML`, async () => {
    const report = await validator.validateString(content);
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
      [],
    );
  });

  test(`the page at ${path} carries no script and the policy against any`, () => {
    assert.equal(field(served, "Content-Security-Policy"), pagePolicy);
    assert.doesNotMatch(content, /<script|<img src=x|style=|javascript:/i);
  });

  test(`the links of the page at ${path} lead to the library, also under a prefix`, () => {
    const links = [...content.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, link = ""]) => link);
    assert.ok(links.includes(links[0] ?? "") && links.length >= 5);
    for (const link of links) {
      const url = new URL(link.replaceAll("&amp;", "&"), mount + path);
      assert.ok(url.href.startsWith(`${mount}/`), link);
      const target = url.href.slice(mount.length).replace(/#.*/, "");
      const expected = /^\/(books\/(0|99)|pictures\/lost\.svg)$/.test(target) ? [404, 410] : null;
      const { status } = ask(`GET ${target}`, {}, "", state).response;
      if (expected) assert.ok(expected.includes(status), `${target} ${status}`);
      else if (!/\/(inventory|broken|scanner|cafe)/.test(target))
        assert.ok(status !== 404 && status < 500, `${target} ${status}`);
    }
  });
}

test("the home page needs two further requests, the exhibition three", () => {
  const parts = (path: string): number =>
    ask(`GET ${path}`).response.content.match(/<link rel="stylesheet"|<img /g)?.length ?? 0;
  assert.equal(parts("/"), 2);
  assert.equal(parts("/exhibition"), 3);
});

test("the list of books has a link to a fragment of the same page", () => {
  const { content } = ask("GET /books", {}, "", seed).response;
  assert.match(content, /<a href="#add">/);
  assert.match(content, /<h2 id="add">/);
});
