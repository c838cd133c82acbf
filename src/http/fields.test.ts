import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldReference, fieldReferences } from "./field-reference.ts";
import { fieldText, knownFields, refusedByBrowser } from "./fields.ts";

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

test("every field has its side and its standard", () => {
  assert.deepEqual(
    fieldReferences.map(({ name }) => name),
    knownFields(),
  );
  assert.deepEqual(fieldReference("user-agent"), {
    name: "User-Agent",
    side: "request",
    text: "The program that asks: the browser, its version and system.",
    section: "RFC 9110 section 10.1.5",
  });
  assert.equal(fieldReference("X-Unheard-Of"), null);
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
