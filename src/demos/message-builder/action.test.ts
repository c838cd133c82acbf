import assert from "node:assert/strict";
import { test } from "node:test";
import { completeRequest } from "../../http/complete-request.ts";
import { actionOf } from "./action.ts";

const message = (method: string, target: string, fields: Readonly<Record<string, string>> = {}, content = "") => ({
  method,
  target,
  version: "HTTP/1.1",
  fields: Object.entries({ Host: "library.example", ...fields }).map(([name, value]) => ({ name, value })),
  content,
});

test("a link has the whole address, also what no request has of it", () => {
  const action = actionOf({ as: "link", request: message("GET", "/search?q=a"), fragment: "#b" });
  assert.deepEqual(action, { kind: "link", url: "https://library.example/search?q=a#b" });
});

test("what a reader types into a form stands in the query of a GET and in the content of a POST", () => {
  assert.deepEqual(actionOf({ as: "form", request: message("GET", "/search?q=a+b"), fragment: "" }), {
    kind: "form",
    url: "https://library.example/search",
    method: "GET",
    data: [["q", "a b"]],
  });
  assert.deepEqual(actionOf({ as: "form", request: message("POST", "/books", {}, "title=Dune&year="), fragment: "" }), {
    kind: "form",
    url: "https://library.example/books",
    method: "POST",
    data: [
      ["title", "Dune"],
      ["year", ""],
    ],
  });
});

test("a script names its fields; the host is the address's", () => {
  const request = completeRequest(message("POST", "/books", { Accept: "application/json" }, "{}"), "script");
  assert.deepEqual(actionOf({ as: "script", request, fragment: "" }), {
    kind: "fetch",
    url: "https://library.example/books",
    method: "POST",
    fields: "Accept: application/json",
    content: "{}",
  });
});
