import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { RequestMessage } from "../message/message.ts";
import { toFetch } from "./fetch-code.ts";

const origin = "http://library.example";
const get: RequestMessage = { method: "GET", target: "/books", version: "HTTP/1.1", fields: [], content: "" };

type Call = [
  url: string,
  init?: { method?: string; headers?: ConstructorParameters<typeof Headers>[0]; body?: string },
];

/** The arguments with which the code calls fetch. */
function callOf(code: string): Call {
  let call: Call | undefined;
  new Function("fetch", `return (async () => {${code}\n})()`)((...given: Call) => {
    call = given;
  });
  assert.ok(call);
  return call;
}

describe("a request as fetch", () => {
  test("is one line for a plain GET", () => {
    assert.equal(toFetch(get, origin), 'const response = await fetch("http://library.example/books");');
  });

  test("has method, fields and content", () => {
    const fields = [{ name: "Content-Type", value: "application/json" }];
    assert.equal(
      toFetch({ ...get, method: "POST", fields, content: '{"title": "Dune"}' }, origin),
      `const response = await fetch("http://library.example/books", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
  },
  body: "{\\"title\\": \\"Dune\\"}",
});`,
    );
  });

  test("says in comments what fetch refuses, and why", () => {
    const fields = [
      { name: "Host", value: "library.example" },
      { name: "X-Name", value: "Zoë’s" },
      { name: "Accept", value: "*/*" },
    ];
    assert.equal(
      toFetch({ ...get, fields, content: "a" }, origin),
      `// Host: The browser runs the connection and frames the message, so it writes this field itself.
// X-Name: fetch takes only characters of ISO-8859-1 in a field.
// fetch sends no content with "GET".
const response = await fetch("http://library.example/books", {
  headers: {
    "Accept": "*/*",
  },
});`,
    );
    assert.match(toFetch({ ...get, method: "TRACE" }, origin), /^\/\/ fetch refuses the method "TRACE"\./);
    assert.match(toFetch({ ...get, method: "put" }, origin), /^\/\/ fetch sends the method as "PUT"\./);
    assert.match(toFetch({ ...get, target: "/a/../b" }, origin), /^\/\/ fetch resolves the dots in the target/);
    assert.match(
      toFetch({ ...get, version: "HTTP/1.0" }, origin),
      /^\/\/ fetch speaks HTTP\/1\.1 or a later version\./,
    );
    assert.match(
      toFetch({ ...get, method: "PUT", content: "a" }, origin),
      /^\/\/ fetch adds Content-Type: text\/plain/,
    );
    const asterisk = toFetch({ ...get, method: "OPTIONS", target: "*" }, origin);
    assert.match(asterisk, /^\/\/ fetch cannot send the target "\*"\./);
  });

  test("keeps fields that share a name, or whose name means something in an object", () => {
    for (const name of ["Accept", "__proto__"]) {
      const fields = ["a", "b"].map((value) => ({ name, value }));
      const [, init] = callOf(toFetch({ ...get, fields }, origin));
      assert.deepEqual(init?.headers, [
        [name, "a"],
        [name, "b"],
      ]);
    }
    const [, init] = callOf(toFetch({ ...get, fields: [{ name: "__proto__", value: "a" }] }, origin));
    assert.deepEqual(init?.headers, [["__proto__", "a"]]);
  });

  test("hands every text to fetch as it is, whatever the text, and never ends a script element", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("</script>", "<!--", "\u2028", "\\", '"', "`"),
    );
    const ascii = fc.string({ unit: "grapheme-ascii", minLength: 1 });
    fc.assert(
      fc.property(text, ascii, (content, value) => {
        const fields = [{ name: "X-Note", value }];
        const code = toFetch({ ...get, method: "QUERY", target: `/${value}`, fields, content }, origin);
        assert.ok(!/<[/!]/.test(code));
        const [url, init] = callOf(code);
        assert.equal(url, `${origin}/${value}`);
        assert.deepEqual({ ...init?.headers }, { "X-Note": value });
        assert.equal(init?.body ?? "", content);
        assert.equal(init?.method, "QUERY");
      }),
    );
  });
});
