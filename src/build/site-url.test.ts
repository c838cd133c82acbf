import assert from "node:assert/strict";
import { test } from "node:test";
import { absoluteUrl, siteUrl } from "./site-url.ts";

test("an address is taken with or without its last slash", () => {
  assert.equal(siteUrl("https://school.example")?.href, "https://school.example/");
  assert.equal(siteUrl("https://school.example/http")?.href, "https://school.example/http/");
  assert.equal(siteUrl("https://school.example/http/")?.href, "https://school.example/http/");
});

test("no address is no mistake", () => {
  assert.equal(siteUrl(undefined), null);
  assert.equal(siteUrl(""), null);
});

for (const value of ["school.example", "/http/", "ftp://school.example/", "https://school.example/?a", "https://"]) {
  test(`“${value}” is refused with an example of what is expected`, () => {
    assert.throws(() => siteUrl(value), {
      message: `SITE_URL is “${value}”. Expected the address at which the site will stand, such as https://example.org/http/.`,
    });
  });
}

test("a page's absolute address stands below the site's", () => {
  const site = new URL("https://school.example/http/");
  assert.equal(absoluteUrl("/", site), "https://school.example/http/");
  assert.equal(absoluteUrl("/lessons/caching/", site), "https://school.example/http/lessons/caching/");
});
