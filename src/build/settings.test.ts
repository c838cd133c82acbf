import assert from "node:assert/strict";
import { test } from "node:test";
import { isLeftOut, license, readSettings, version } from "./settings.ts";
import { absoluteUrl } from "./site-address.ts";

test("the foot of the pages has a licence and a version to name", () => {
  assert.equal(license, "MIT");
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test("a host who sets nothing has a site with a name, whole, and without an address", () => {
  assert.deepEqual(readSettings({ SITE_URL: "", SITE_SOURCE: "" }), {
    url: null,
    title: "HTTP Request-Response Cycle",
    source: null,
    imprint: null,
    without: [],
  });
});

test("the site's address is taken with or without its last slash", () => {
  const hrefs = ["https://school.example", "https://school.example/http", "https://school.example/http/"].map(
    (SITE_URL) => readSettings({ SITE_URL }).url?.href,
  );
  assert.deepEqual(hrefs, ["https://school.example/", "https://school.example/http/", "https://school.example/http/"]);
});

test("title, source, imprint and the pages left out are the host's", () => {
  const settings = readSettings({
    SITE_TITLE: "HTTP at Our School",
    SITE_SOURCE: "https://code.example/me/lesson",
    SITE_IMPRINT: "Our School https://school.example/imprint",
    SITE_WITHOUT: "/hosting/, /authors/",
  });
  assert.equal(settings.title, "HTTP at Our School");
  assert.equal(settings.source, "https://code.example/me/lesson");
  assert.deepEqual(settings.imprint, { text: "Our School", href: "https://school.example/imprint" });
  assert.deepEqual(readSettings({ SITE_IMPRINT: "Our School" }).imprint, { text: "Our School", href: null });
  const left = ["/", "/hosting/", "/authors/tasks/", "/caching/"].filter((url) => isLeftOut(url, settings));
  assert.deepEqual(left, ["/hosting/", "/authors/tasks/"]);
});

for (const value of ["school.example", "/http/", "ftp://school.example/", "https://school.example/?a", "https://"]) {
  test(`“${value}” is refused as the site's address, with an example of what is expected`, () => {
    assert.throws(() => readSettings({ SITE_URL: value }), {
      message: `SITE_URL is “${value}”. Expected the address at which the site will stand, such as https://example.org/http/.`,
    });
  });
}

for (const value of ["code.example/me", "javascript:alert(1)"]) {
  test(`“${value}” is refused as the source's address, with an example of what is expected`, () => {
    assert.throws(() => readSettings({ SITE_SOURCE: value }), {
      message: /^SITE_SOURCE is “.*”\. Expected the address/,
    });
  });
}

test("what is no page's address is refused among the pages left out, by name", () => {
  assert.throws(() => readSettings({ SITE_WITHOUT: "/hosting/ authors" }), {
    message: /^SITE_WITHOUT is “\/hosting\/ authors”\. Expected .*; found “authors”\.$/,
  });
});

test("a page's absolute address stands below the site's", () => {
  const site = new URL("https://school.example/http/");
  assert.equal(absoluteUrl("/", site), "https://school.example/http/");
  assert.equal(absoluteUrl("/lessons/caching/", site), "https://school.example/http/lessons/caching/");
});
