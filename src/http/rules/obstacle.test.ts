import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { RequestMessage } from "../message/message.ts";
import { obstacle } from "./obstacle.ts";

const get: RequestMessage = { method: "GET", target: "/books", version: "HTTP/1.1", fields: [], content: "" };
const withValue = (value: string): RequestMessage => ({ ...get, fields: [{ name: "X-Name", value }] });

describe("a browser refuses to send", () => {
  const cases: readonly [
    what: string,
    request: RequestMessage,
    part: string,
    index: number,
    expected: RegExp,
    found: string,
  ][] = [
    ["TRACE", { ...get, method: "trace" }, "method", 0, /refuse CONNECT, TRACE and TRACK/, "“trace”"],
    ["the target *", { ...get, method: "OPTIONS", target: "*" }, "target", 0, /a path such as/, "“*”"],
    ["a typographic quote in a field", withValue("Zoë’s"), "field", 3, /write ' or %E2%80%99/, "“’”"],
    ["an emoji in a field", withValue("😀"), "field", 0, /write %F0%9F%98%80 in its place/, "“😀”"],
    ["content with GET", { ...get, content: "hello\nyou" }, "content", 0, /none with GET/, "“hello”"],
    ["content with HEAD", { ...get, method: "HEAD", content: "\nyou" }, "content", 0, /none with HEAD/, "“you”"],
  ];
  for (const [what, request, part, index, expected, found] of cases) {
    test(what, () => {
      const told = obstacle(request);
      assert.deepEqual([told?.part, told?.index, told?.found], [part, index, found]);
      assert.match(told?.expected ?? "", expected);
    });
  }
});

test("what a request's constructor refuses, and nothing else, is an obstacle", () => {
  const method = fc.constantFrom("GET", "get", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "track", "BREW");
  const value = fc.string({ unit: fc.constantFrom(..."a é’ÿĀ😀\t"), maxLength: 4 });
  const requests = fc.record({
    method,
    target: fc.constantFrom("/", "/books?q=a"),
    version: fc.constant("HTTP/1.1"),
    fields: fc.array(
      value.map((value) => ({ name: "X-Name", value })),
      { maxLength: 2 },
    ),
    content: fc.constantFrom("", "a"),
  });
  fc.assert(
    fc.property(requests, (request) => {
      const { method, target, fields, content } = request;
      const build = () => {
        const headers = new Headers(fields.map(({ name, value }): [string, string] => [name, value]));
        new Request(`http://library.example${target}`, { method, headers, ...(content !== "" && { body: content }) });
      };
      if (obstacle(request)) assert.throws(build);
      else build();
    }),
  );
});
