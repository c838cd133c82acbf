import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Interaction } from "./exchange.ts";
import type { RequestMessage } from "./message/message.ts";
import { parseResponse } from "./message/parse-message.ts";
import { outcomeOf } from "./outcome.ts";
import { isRedirect } from "./rules/redirect.ts";

const request: RequestMessage = { method: "POST", target: "/books", version: "HTTP/1.1", fields: [], content: "" };
const outcome = (kind: Interaction["kind"], response: string) =>
  outcomeOf(request, parseResponse(`HTTP/1.1 ${response}`), { kind });

describe("what a client does with a response", () => {
  test("it follows five statuses to their Location, and no other", () => {
    const followed = Array.from({ length: 500 }, (_, index) => index + 100).filter(
      (status) => outcome("link", `${status}\nLocation: /books/4\n\n`).kind === "followed",
    );
    assert.deepEqual(followed, [301, 302, 303, 307, 308]);
    assert.deepEqual(followed, Array.from({ length: 600 }, (_, status) => status).filter(isRedirect));
  });

  test("a POST is followed by a GET after 303, and repeated after 307", () => {
    assert.match(outcome("form", "303\nLocation: /books/4\n\n").text, /asks by itself: GET \/books\/4/);
    assert.match(outcome("form", "307\nLocation: /books/4\n\n").text, /asks by itself: POST \/books\/4/);
  });

  test("of a navigation, no word is said of fetch", () => {
    for (const kind of ["link", "address", "form", "reload", "redirect", "part"] as const) {
      for (const response of ["200\nContent-Type: text/html\n\na", "204\n\n", "304\n\n", "404\n\n"]) {
        assert.doesNotMatch(outcome(kind, response).text, /fetch|script reads/);
      }
      assert.doesNotMatch(outcomeOf(request, null, { kind }).text, /fetch/);
    }
  });

  test("a script draws nothing, and a part is drawn into its page", () => {
    assert.match(
      outcome("script", "200\nContent-Type: Text/HTML; charset=utf-8\n\na").text,
      /gets the content as text/,
    );
    assert.match(outcome("link", "200\nContent-Type: Text/HTML; charset=utf-8\n\na").text, /draws the page/);
    assert.match(outcome("part", "200\nContent-Type: text/css\n\na").text, /style sheet/);
  });
});
