import assert from "node:assert/strict";
import { test } from "node:test";
import { license, sourceUrl, version } from "./project.ts";

test("the foot of the pages has a licence and a version to name", () => {
  assert.equal(license, "MIT");
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test("the source is linked where its address is given", () => {
  assert.equal(sourceUrl("https://code.example/me/lesson"), "https://code.example/me/lesson");
  assert.equal(sourceUrl(undefined), null);
  assert.equal(sourceUrl(""), null);
});

for (const value of ["code.example/me", "javascript:alert(1)"]) {
  test(`“${value}” is refused with an example of what is expected`, () => {
    assert.throws(() => sourceUrl(value), { message: /^SITE_SOURCE is “.*”\. Expected the address/ });
  });
}
