import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { RequestMessage } from "../message/message.ts";
import { wholeRequest } from "../message/whole-request.ts";
import { LinkError, linkLimit, linkMethods, readRequestLink, requestLink } from "./request-link.ts";

const request: RequestMessage = {
  method: "POST",
  target: "/books?q=a%20b",
  version: "HTTP/1.1",
  fields: [
    { name: "Host", value: "library.example" },
    { name: "Content-Type", value: "application/json" },
  ],
  content: '{"title": "Süß 🐛 </script>"}',
};

/** A hash as somebody else may make it: with any text in the message's place. */
function hashOf(message: string): string {
  return `#request=exchange-1.${Buffer.from(message).toString("base64url")}`;
}

const get = (target: string, ...fields: string[]) => hashOf([`GET ${target} HTTP/1.1`, ...fields, "", ""].join("\r\n"));

/** A request with the lines that make it whole, of which a message does not say who wrote them. */
function whole(request: RequestMessage): RequestMessage {
  const { fields, ...rest } = wholeRequest(request);
  return { ...rest, fields: fields.map(({ name, value }) => ({ name, value })) };
}

describe("a request in a link", () => {
  test("comes back as it was, with the demo that it was written in", () => {
    const hash = requestLink("exchange-3", request);
    assert.match(hash, /^#request=exchange-3\.[\da-z]+\.[\w-]+$/);
    assert.deepEqual(readRequestLink(hash), { demo: "exchange-3", request: whole(request), before: [] });
  });

  test("comes back as it was, whatever it is", () => {
    const token = fc.string({ unit: fc.constantFrom(..."AZaz09!#$%&'*+-.^_`|~"), minLength: 1, maxLength: 12 });
    const line = fc.string({ unit: fc.constantFrom(...'az09:;,"=()<>@{}é👍\u00a0'), maxLength: 20 });
    const added = fc.array(fc.record({ name: token.map((name) => `X-${name}`), value: line }), { maxLength: 4 });
    const requests = fc.record({
      method: fc.constantFrom(...linkMethods),
      target: fc.string({ unit: fc.constantFrom(..."az09/?&=%-._~!$'()*+,;:@[]|\\^`{}") }).map((text) => `/${text}`),
      version: fc.constantFrom("HTTP/1.1", "HTTP/1.0"),
      fields: added.map((fields) => [
        { name: "host", value: "Library.Example" },
        ...fields.map((field) => ({ ...field })),
      ]),
      content: fc.string({ unit: "grapheme", maxLength: 200 }),
    });
    fc.assert(
      fc.property(requests, (written) => {
        assert.deepEqual(readRequestLink(requestLink("a-1", written)).request, whole(written));
      }),
    );
  });

  test("brings along the requests that made its library, in their order", () => {
    const removal = { ...request, method: "DELETE", target: "/books/1", content: "" };
    const { request: read, before } = readRequestLink(requestLink("a", request, [removal, request]));
    assert.deepEqual(read, whole(request));
    assert.deepEqual(before, [whole(removal), whole(request)]);
  });

  test("as older versions of the site wrote it, without a fingerprint, is read as ever", () => {
    assert.equal(readRequestLink(get("/books/2", "Host: library.example")).request.target, "/books/2");
  });

  test("is never read as another request where it was cut or changed on its way", () => {
    const hash = requestLink("exchange-3", request, [{ ...request, target: "/books" }]);
    const start = "#request=exchange-3.".length;
    for (let length = start; length < hash.length; length += 1) {
      assert.throws(() => readRequestLink(hash.slice(0, length)), LinkError, `${length} characters of it`);
    }
    for (let place = start; place < hash.length; place += 1) {
      const other = hash[place] === "A" ? "B" : "A";
      const changed = hash.slice(0, place) + other + hash.slice(place + 1);
      assert.throws(() => readRequestLink(changed), LinkError, `with another character at ${place}`);
    }
  });

  test("is written only where it can be read", () => {
    assert.throws(() => requestLink("a", { ...request, method: "TRACE" }), LinkError);
    assert.throws(() => requestLink("a", { ...request, target: "*", method: "OPTIONS" }), LinkError);
    assert.throws(
      () => requestLink("a", { ...request, content: "x".repeat(linkLimit) }),
      /^Error: Expected a request that fits into 4000 characters; found 5\d{3}\. Shorten it\.$/,
    );
  });
});

describe("a hash that holds no request for the mock server is refused with what was expected and found", () => {
  for (const [what, hash, expected] of [
    ["is too long", get(`/${"x".repeat(linkLimit)}`), /at most 4000 characters from # on; found 5\d{3}\. Ask for/],
    ["is empty", "#request=", /a demo’s name, and messages.*; found “#request=”\. Copy the whole link/],
    ["has no demo", "#request=.R0VU", /a demo’s name/],
    ["is cut", hashOf("GET /books HTTP/1.1\r\nHost: library.exam"), /found one to “library\.exam”/],
    ["holds markup", '#request=a.<img src=x onerror="alert(1)">', /; found “#request=a\.<img/],
    ["is no base64url", "#request=a.A", /text in UTF-8, coded as base64url; found “A”/],
    ["is no UTF-8", "#request=a.__79", /text in UTF-8/],
    ["is no message", hashOf("hello"), /^In the link’s message, line 1, column 6: expected one space.*Ask for a new/],
    ["has a method of another case", hashOf("get / HTTP/1.0\r\n\r\n"), /a method out of GET, .*; found “get”/],
    ["opens a tunnel", hashOf("CONNECT library.example:443 HTTP/1.1\r\nHost: a\r\n\r\n"), /found “CONNECT”/],
    ["asks for no path", hashOf("OPTIONS * HTTP/1.0\r\n\r\n"), /a path such as \/books as the target; found “\*”/],
    ["names another host in the target", get("https://bank.example/x", "Host: library.example"), /to “bank\.example”/],
    ["names another host in a field", get("/books", "Host: bank.example"), /to library\.example.*to “bank\.example”/],
    ["names another port", get("/books", "Host: library.example:22"), /to “library\.example:22”/],
    ["has a target with a scheme", get("javascript:alert(1)", "Host: library.example"), /a target such as \/books/],
    [
      "smuggles a second length",
      hashOf("GET / HTTP/1.0\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx"),
      /one Con/,
    ],
  ] as const) {
    test(`one that ${what}`, () => {
      assert.throws(
        () => readRequestLink(hash),
        (error: Error) => error instanceof LinkError && expected.test(error.message),
      );
    });
  }

  test("whatever it is, and nothing else is thrown", () => {
    const coded = fc.string({ unit: "binary" }).map(hashOf);
    const almost = fc.string({ unit: fc.constantFrom(..."GET /books HTTP/1.1\r\nHost: library.example") }).map(hashOf);
    const hashes = fc.oneof(fc.string({ unit: "binary" }), coded, almost, fc.base64String());
    fc.assert(
      fc.property(hashes, (hash) => {
        try {
          readRequestLink(hash);
        } catch (error) {
          assert.ok(error instanceof LinkError, String(error));
        }
      }),
    );
  });
});
