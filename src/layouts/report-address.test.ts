import assert from "node:assert/strict";
import { test } from "node:test";
import { reportAddress, withLines } from "./report-address.ts";

const report = { page: "HTTP & more", part: "The request", version: "1.2.3" };

test("a report opens in the repository, and names page, part and version", () => {
  const url = new URL(reportAddress("https://code.example/me/lesson", report));
  assert.equal(url.origin + url.pathname, "https://code.example/me/lesson/issues/new");
  assert.equal(url.searchParams.get("title"), "HTTP & more: The request");
  assert.match(url.searchParams.get("body") ?? "", /\n\nPage: HTTP & more\nPart: The request\nVersion: 1\.2\.3$/);
});

test("GitLab's names are used where the host is called so", () => {
  const url = new URL(reportAddress("https://gitlab.school.example/me/lesson/", report));
  assert.equal(url.pathname, "/me/lesson/-/issues/new");
  assert.equal(url.searchParams.get("issue[title]"), "HTTP & more: The request");
});

test("what only the reader's browser knows is added at the end", () => {
  for (const source of ["https://code.example/me", "https://gitlab.example/me"]) {
    const url = new URL(withLines(reportAddress(source, report), ["Browser: Lynx & Co"]));
    assert.match(url.search, /Version%3A\+1\.2\.3%0ABrowser%3A\+Lynx\+%26\+Co$/);
  }
});
