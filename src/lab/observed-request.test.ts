import assert from "node:assert/strict";
import { test } from "node:test";
import { observedRequest } from "./observed-request.ts";
import { cookieField } from "./protocol.ts";

test("a request as the worker sees it gets the fields that the browser adds out of sight", () => {
  const { fields } = observedRequest("POST", "/books", [["content-type", "text/plain"]], "Dü");
  assert.deepEqual(fields, [
    { name: "Host", value: "library.example", by: "browser", hidden: true },
    { name: "Content-Type", value: "text/plain", by: "browser" },
    { name: "Content-Length", value: "3", by: "browser", hidden: true },
  ]);
});

test("a cookie that a demo draws arrives as a Cookie field, marked as hidden from pages", () => {
  const { fields } = observedRequest("GET", "/visits", [[cookieField, "visitor=1"]], "");
  assert.deepEqual(fields[1], { name: "Cookie", value: "visitor=1", by: "browser", hidden: true });
});
