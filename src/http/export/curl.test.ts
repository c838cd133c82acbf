import assert from "node:assert/strict";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { RequestMessage } from "../message/message.ts";
import { type CurlCommand, toCurl } from "./curl.ts";

const origin = "http://library.example";
const host = { name: "Host", value: "library.example" };
const get: RequestMessage = { method: "GET", target: "/books", version: "HTTP/1.1", fields: [host], content: "" };

/** The words that a POSIX shell hands to curl, command by command, when it runs the commands. */
function wordsOfAll(commands: readonly string[]): readonly (readonly string[])[] {
  const script = `curl() { printf '%s\\0' "$#" "$@"; }\n${commands.join("\n")}`;
  const words = execFileSync("sh", ["-s"], { encoding: "utf8", input: script }).split("\0");
  const calls: string[][] = [];
  while (words.length > 1) calls.push(words.splice(0, Number(words.shift())));
  return calls;
}

function wordsOf({ text }: CurlCommand): readonly string[] {
  return wordsOfAll([text])[0] ?? [];
}

/** The bytes that arrive where curl sends a request. */
async function arrived(request: RequestMessage): Promise<string> {
  let received = "";
  const server = createServer((socket) => {
    socket.on("data", (bytes) => {
      received += bytes.toString();
      socket.end("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  const { text } = toCurl(request, `http://127.0.0.1:${port}`);
  await new Promise((ended) => execFile("sh", ["-c", `${text} --silent`], ended));
  await new Promise((closed) => server.close(closed));
  return received;
}

const noCurl = spawnSync("curl", ["--version"]).error ? "there is no curl here" : false;

describe("on the wire, curl sends", { skip: noCurl }, () => {
  const cases: readonly [what: string, request: Partial<RequestMessage>, expected: RegExp][] = [
    [
      "an empty POST with its length",
      { method: "POST" },
      /^POST \/books HTTP\/1\.1\r\n[\s\S]*^Content-Length: 0\r\n(?![\s\S]*^Content-Type)/im,
    ],
    [
      "Accept-Encoding as it was written, once",
      { fields: [host, { name: "Accept-Encoding", value: "br, gzip;q=0.5" }] },
      /^(?![\s\S]*^Accept-Encoding[\s\S]*^Accept-Encoding)[\s\S]*^Accept-Encoding: br, gzip;q=0\.5\r\n/im,
    ],
    ["no Host of its own", { version: "HTTP/1.0", fields: [] }, /^GET \/books HTTP\/1\.0\r\n(?![\s\S]*^Host)/im],
    ["the Host that was written", {}, /^Host: library\.example\r\n/m],
  ];
  for (const [what, request, expected] of cases) {
    test(what, async () => assert.match(await arrived({ ...get, ...request }), expected));
  }
});

describe("a request as cURL", () => {
  const cases: readonly [what: string, request: RequestMessage, words: readonly string[]][] = [
    ["GET needs the address alone", get, []],
    ["HEAD has an option of its own", { ...get, method: "HEAD" }, ["--head"]],
    ["another method is named", { ...get, method: "patch" }, ["--request", "patch"]],
    [
      "POST, PUT and PATCH without content say so, by a length of 0",
      { ...get, method: "PUT" },
      ["--request", "PUT", "--header", "Content-Type:", "--data-raw", ""],
    ],
    ["DELETE needs no content", { ...get, method: "DELETE" }, ["--request", "DELETE"]],
    [
      "content goes as it is, without a type of curl's own",
      { ...get, method: "POST", content: "@it's\n$HOME" },
      ["--header", "Content-Type:", "--data-raw", "@it's\n$HOME"],
    ],
    [
      "fields go as they are, an empty one too",
      {
        ...get,
        fields: [host, { name: "X-Note", value: "a 'b' \"c\" \\ `d`" }, { name: "X-Empty", value: "" }],
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
        ],
        content: "a",
      },
      ["--request", "PUT", "--header", "Content-Type: text/plain", "--data-raw", "a"],
    ],
    [
      "Accept-Encoding goes as it is, and curl undoes the compression",
      { ...get, fields: [host, { name: "Accept-Encoding", value: "br, gzip;q=0.5" }] },
      ["--header", "Accept-Encoding: br, gzip;q=0.5", "--compressed"],
    ],
    [
      "no Host is added where there is none",
      { ...get, version: "HTTP/1.0", fields: [] },
      ["--http1.0", "--header", "Host:"],
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
    assert.deepEqual(head.notes, ["The content is left out: curl sends none with HEAD."]);
    assert.deepEqual(wordsOf(head), [`${origin}/books`, "--include", "--head"]);
    const lines = { ...get, method: "POST", fields: [host, { name: "Content-Length", value: "4" }], content: "a\r\nb" };
    const { text, notes } = toCurl(lines, origin, "cmd");
    assert.match(
      notes.join(),
      /^The content is left out: cmd takes every CR out of a line\. Copy it for PowerShell\.$/,
    );
    assert.doesNotMatch(text, /Content-Length|data/);
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
        const calls = wordsOfAll(requests.map((request) => toCurl(request, origin).text));
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
