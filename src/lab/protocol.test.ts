import assert from "node:assert/strict";
import { test } from "node:test";
import { labAddress, labName, labUrl, mountLinks, mountLocation } from "./protocol.ts";

const scope = new URL("https://host.example/any/where/lab/");

test("a URL of the lab names its client and the target, with the query and without the fragment", () => {
  const url = new URL("https://host.example/any/where/lab/reader/books?q=dune#top");
  assert.deepEqual(labAddress(url, scope), { client: "reader", target: "/books?q=dune" });
});

for (const outside of [
  "https://host.example/any/where/lab/worker.js",
  "https://host.example/any/where/lab/",
  "https://host.example/any/where/lab//books",
  "https://host.example/elsewhere/lab/reader/books",
  "https://other.example/any/where/lab/reader/books",
]) {
  test(`${outside} names no client`, () => {
    assert.equal(labAddress(new URL(outside), scope), null);
  });
}

test("a client's URL leads back to the client and the target", () => {
  const url = labUrl("reader", "/books/1?x=%20", scope);
  assert.equal(url.href, "https://host.example/any/where/lab/reader/books/1?x=%20");
  assert.deepEqual(labAddress(url, scope), { client: "reader", target: "/books/1?x=%20" });
});

test("a Location of the mock server stays inside its client's prefix", () => {
  const fields = [
    { name: "Date", value: "Mon, 02 Mar 2026 09:30:00 GMT" },
    { name: "location", value: "/books/4?new#top" },
  ];
  assert.equal(mountLocation(fields, "reader", scope)[1]?.value, "/any/where/lab/reader/books/4?new#top");
  assert.deepEqual(mountLocation(fields, "reader", scope)[0], fields[0]);
});

test("two labs on one origin have two names", () => {
  assert.notEqual(labName(scope), labName(new URL("https://host.example/lab/")));
});

test("a link from the mock's root stays inside its client's prefix, and a link elsewhere is left alone", () => {
  const mounted = (html: string) => mountLinks(html, "reader", scope);
  assert.equal(mounted(`<a href="/books">`), `<a href="/any/where/lab/reader/books">`);
  assert.equal(mounted("<img src=/p.svg>"), "<img src=/any/where/lab/reader/p.svg>");
  for (const other of [`<a href="books">`, `<a href="//other.example/">`, `<p>href/</p>`]) {
    assert.equal(mounted(other), other);
  }
});
