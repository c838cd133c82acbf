import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldNote, fieldText, knownFields, refusedByBrowser } from "./fields.ts";

test("a field is found whatever the case of its name", () => {
  assert.equal(fieldText("content-TYPE"), "The media type of the content: how to read it.");
  assert.equal(fieldText("Content"), null);
  assert.equal(fieldText(""), null);
});

test("every field is said in one short sentence", () => {
  for (const name of knownFields()) {
    assert.match(fieldText(name) ?? "", /^[A-Z][^.]{10,89}\.$/, name);
  }
});

test("a value says what the field alone would not", () => {
  const note = (name: string, value: string) => fieldNote({ name, value });
  assert.match(
    note("Cache-Control", "No-Cache"),
    /response\. no-cache: a copy may be kept, but the server must be asked/,
  );
  assert.match(note("cache-control", "max-age=600"), /so many seconds long/);
  assert.match(note("Cache-Control", "max-age=0"), /the server is to be asked/);
  assert.match(note("Cache-Control", "private, no-store"), /no copy is to be kept/);
  assert.equal(note("Cache-Control", "public"), fieldText("Cache-Control"));
  assert.match(note("ETag", 'W/"1"'), /its bytes may differ/);
  assert.equal(note("ETag", '"W/"'), fieldText("ETag"));
  assert.equal(note("Expect", "100-continue"), "This lesson does not explain this field.");
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
