import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldNote, fieldText, refusedByBrowser } from "./fields.ts";

test("a field is found whatever the case of its name", () => {
  assert.match(fieldText("content-TYPE") ?? "", /^[A-Z].+\.$/);
  assert.equal(fieldText("content-TYPE"), fieldText("Content-Type"));
  assert.equal(fieldText("Content"), null);
  assert.equal(fieldText("constructor"), null);
});

test("a value says what the field alone would not", () => {
  const added = (name: string, value: string) => fieldNote({ name, value }).slice(fieldText(name)?.length);
  assert.match(added("Cache-Control", "No-Cache"), /^ no-cache: [a-z].+\.$/);
  assert.match(added("cache-control", "max-age=600"), /^ max-age: /);
  assert.match(added("Cache-Control", "max-age=0"), /^ max-age=0: /);
  assert.match(added("Cache-Control", "max-age=60, no-store"), /^ max-age: .+\. no-store: .+\.$/);
  assert.equal(added("Cache-Control", "no-cache, no-cache"), added("Cache-Control", "no-cache"));
  assert.equal(added("Cache-Control", 'x="no-store, no-cache"'), "");
  assert.equal(added("Cache-Control", "no-storey, no-store-ever"), "");
  assert.match(added("Cache-Control", "public, must-revalidate"), /^ public: .+\. must-revalidate: .+\.$/);
  for (const name of ["ETag", "If-Match", "If-None-Match"]) assert.match(added(name, 'W/"1"'), /^ W\/: /, name);
  assert.equal(added("ETag", '"W/"'), "");
  assert.match(added("If-None-Match", "*"), /^ \*: /);
  assert.equal(fieldNote({ name: "Expect", value: "100-continue" }), "This lesson does not explain this field.");
});

test("a page cannot set the fields that the Fetch standard keeps for the browser, and hears why", () => {
  const names =
    "Accept-Charset Accept-Encoding Access-Control-Request-Headers Access-Control-Request-Method Connection Content-Length Cookie Cookie2 Date DNT Expect Host Keep-Alive Origin Referer Set-Cookie TE Trailer Transfer-Encoding Upgrade Via Proxy-Authorization sec-fetch-site SEC-GPC";
  for (const name of names.split(" ")) assert.match(refusedByBrowser(name) ?? "", /^[A-Z].+\.$/, name);
  for (const name of ["Accept", "Authorization", "Content-Type", "If-None-Match", "Security", "X-Host", "User-Agent"]) {
    assert.equal(refusedByBrowser(name), null, name);
  }
});

test("a page cannot name a forbidden method in the place of another", () => {
  for (const name of ["X-HTTP-Method", "x-http-method-override", "X-Method-Override"]) {
    assert.notEqual(refusedByBrowser(name, "PUT, trace"), null, name);
    assert.equal(refusedByBrowser(name, "PUT"), null, name);
  }
});
