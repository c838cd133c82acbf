import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import fc from "fast-check";
import { toCurl } from "./curl.ts";
import type { RequestMessage } from "./message.ts";

const origin = "http://library.example";
const get: RequestMessage = { method: "GET", target: "/books", version: "HTTP/1.1", fields: [], content: "" };

/** The words that a POSIX shell hands to curl, command by command, when it runs the commands. */
function wordsOfAll(commands: readonly string[]): readonly (readonly string[])[] {
  const script = `curl() { printf '%s\\0' "$#" "$@"; }\n${commands.join("\n")}`;
  const words = execFileSync("sh", ["-s"], { encoding: "utf8", input: script }).split("\0");
  const calls: string[][] = [];
  while (words.length > 1) calls.push(words.splice(0, Number(words.shift())));
  return calls;
}

function wordsOf(command: string): readonly string[] {
  return wordsOfAll([command])[0] ?? [];
}

describe("a request as cURL", () => {
  const cases: readonly [what: string, request: RequestMessage, words: readonly string[]][] = [
    ["GET needs the address alone", get, []],
    ["HEAD has an option of its own", { ...get, method: "HEAD" }, ["--head"]],
    ["another method is named", { ...get, method: "patch" }, ["--request", "patch"]],
    ["POST without content is named", { ...get, method: "POST" }, ["--request", "POST"]],
    [
      "content goes as it is, without a type of curl's own",
      { ...get, method: "POST", content: "@it's\n$HOME" },
      ["--header", "Content-Type:", "--data-raw", "@it's\n$HOME"],
    ],
    [
      "fields go as they are, an empty one too",
      {
        ...get,
        fields: [
          { name: "X-Note", value: "a 'b' \"c\" \\ `d`" },
          { name: "X-Empty", value: "" },
        ],
      },
      ["--header", "X-Note: a 'b' \"c\" \\ `d`", "--header", "X-Empty;"],
    ],
    [
      "what curl writes itself is left to it",
      {
        ...get,
        method: "PUT",
        fields: [
          { name: "host", value: "LIBRARY.example" },
          { name: "Content-Length", value: "1" },
          { name: "Content-Type", value: "text/plain" },
          { name: "Accept-Encoding", value: "gzip" },
        ],
        content: "a",
      },
      ["--request", "PUT", "--header", "Content-Type: text/plain", "--compressed", "--data-raw", "a"],
    ],
    [
      "another host and another length are written",
      {
        ...get,
        fields: [
          { name: "Host", value: "b.example" },
          { name: "Content-Length", value: "9" },
        ],
      },
      ["--header", "Host: b.example", "--header", "Content-Length: 9"],
    ],
    ["HTTP/1.0 is asked for", { ...get, version: "HTTP/1.0" }, ["--http1.0"]],
  ];
  for (const [what, request, words] of cases) {
    test(what, () => {
      assert.deepEqual(wordsOf(toCurl(request, origin)), [`${origin}/books`, "--include", ...words]);
    });
  }

  test("keeps curl from reading more into an address", () => {
    assert.deepEqual(wordsOf(toCurl({ ...get, target: "/a/../{b}?c=[1-3]&d=%2e" }, origin)), [
      `${origin}/a/../{b}?c=[1-3]&d=%2e`,
      "--include",
      "--globoff",
      "--path-as-is",
    ]);
    const asterisk = toCurl({ ...get, method: "OPTIONS", target: "*" }, origin);
    assert.deepEqual(wordsOf(asterisk).slice(2), ["--request", "OPTIONS", "--request-target", "*"]);
  });

  test("says so where the content cannot be sent", () => {
    const head = toCurl({ ...get, method: "HEAD", content: "a" }, origin);
    assert.match(head, /^# The content is left out: curl sends none with HEAD\.\n/);
    assert.deepEqual(wordsOf(head), [`${origin}/books`, "--include", "--head"]);
    assert.match(toCurl({ ...get, method: "POST", content: "a\0" }, origin), /^# The content is left out: no shell/);
  });

  test("hands every text to curl as it is, whatever the text", () => {
    const token = fc.string({ unit: fc.constantFrom(..."aZ09!#$%&'*+-.^_`|~"), minLength: 1 });
    const value = fc.string({ unit: "binary", maxLength: 40 }).filter((text) => !text.includes("\0"));
    const target = fc.string({ unit: fc.constantFrom(..."az/?&=$'`\\{}|!*;()~%") }).map((text) => `/${text}`);
    const fields = fc.array(
      fc.record({ name: token.map((text) => `X-${text}`), value: value.filter((text) => text !== "") }),
    );
    const request = fc.record({
      method: token.map((text) => `X${text}`),
      target,
      version: fc.constant("HTTP/1.1"),
      fields,
      content: value,
    });
    fc.assert(
      fc.property(fc.array(request, { minLength: 20, maxLength: 20 }), (requests) => {
        const calls = wordsOfAll(requests.map((request) => toCurl(request, origin)));
        assert.equal(calls.length, requests.length);
        for (const [index, { method, target, fields, content }] of requests.entries()) {
          const words = calls[index] ?? [];
          assert.equal(words[0], origin + target);
          assert.equal(words[words.indexOf("--request") + 1], method);
          for (const field of fields) assert.ok(words.includes(`${field.name}: ${field.value}`));
          if (content !== "") assert.deepEqual(words.slice(-2), ["--data-raw", content]);
        }
      }),
      { numRuns: 10 },
    );
  });
});
