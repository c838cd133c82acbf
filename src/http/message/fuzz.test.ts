import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseHttpFile } from "../block/http-file.ts";
import {
  formatRequest,
  formatResponse,
  MessageError,
  octets,
  type RequestMessage,
  type ResponseMessage,
} from "./message.ts";
import { parseRequest, parseResponse } from "./parse-message.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);

const readers: readonly [what: string, read: (text: string) => unknown][] = [
  ["a request", parseRequest],
  ["a response", (text) => parseResponse(text)],
  ["a response to HEAD", (text) => parseResponse(text, "HEAD")],
  ["a block", (text) => parseHttpFile(text)],
];

/** The error that a reader has for a text, or null; anything but a MessageError fails the test. */
function problem(read: (text: string) => unknown, text: string): MessageError | null {
  try {
    read(text);
    return null;
  } catch (error) {
    assert.ok(error instanceof MessageError, String(error));
    return error;
  }
}

const pieces = [
  ..."\0\t\n\r :/?&#@=<>%{}é👍\ud800\udc00\u2028\ufeff",
  ...["\r\n", "\r\n\r\n", "\n\n", "GET", "POST", "get", " /books", " HTTP/1.1", " HTTP/2", "HTTP/1.1 ", "200", " OK"],
  ...["Host: a", "Content-Length: ", "0", "1", "Transfer-Encoding: chunked", "Content-Type: multipart/x", "https://"],
  ...[
    "###",
    "# @name ",
    "// ",
    "?? ",
    "status",
    "header ",
    " == ",
    "matches",
    "body",
    "{{",
    "}}",
    "@a = ",
    "{{a}}",
    "> {%",
  ],
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));
const anything = fc.oneof(fc.string({ unit: "binary" }), soup);

const token = fc.string({ unit: fc.constantFrom(..."AZaz09!#$%&'*+-.^_`|~"), minLength: 1, maxLength: 12 });
const value = fc
  .string({ unit: fc.constantFrom(...'az09 \t:;,"=()<>@{}é👍\u00a0'), maxLength: 20 })
  .map((text) => text.replace(/^[ \t]+|[ \t]+$/g, ""));
const fields = fc.array(fc.record({ name: token.map((name) => `X-${name}`), value }, { noNullPrototype: true }), {
  maxLength: 4,
});
const content = fc.string({ unit: "binary", maxLength: 40 });
/** Fields that frame the content, or leave its end to the end of the text. */
const framing = fc.constantFrom("none", "length", "chunks");

function framed<Message extends RequestMessage | ResponseMessage>(message: Message, framing: string): Message {
  const length = { name: "Content-Length", value: String(octets(message.content)) };
  const coding = { name: "transfer-encoding", value: "Chunked" };
  const added = framing === "none" ? [] : [framing === "length" ? length : coding];
  return { ...message, fields: [...message.fields, ...added] };
}

const requests = fc
  .record({
    method: token,
    target: fc.string({ unit: fc.constantFrom(..."az09/?&=%-._~!$'()*+,;:@[]|\\^`{}") }).map((text) => `/${text}`),
    version: fc.constant("HTTP/1.1"),
    fields: fields.map((list) => [{ name: "Host", value: "library.example" }, ...list]),
    content,
  })
  .filter(({ method }) => method !== "CONNECT");
const responses = fc
  .record({
    version: fc.constant("HTTP/1.1"),
    status: fc.integer({ min: 100, max: 599 }),
    reason: value,
    fields,
    content,
  })
  .map((response) =>
    response.status < 200 || [204, 304].includes(response.status) ? { ...response, content: "" } : response,
  );

describe("whatever the text", () => {
  for (const [what, read] of readers) {
    test(`as ${what} it gives data, or an error that names a place in it`, () => {
      fc.assert(
        fc.property(anything, (text) => {
          const error = problem(read, text);
          if (!error) return;
          const lines = [...text.split("\n"), ""];
          assert.ok(error.line >= 1 && error.line <= lines.length, error.message);
          const line = lines[error.line - 1] ?? "";
          assert.ok(error.column >= 1 && error.column <= line.length + 1, error.message);
          assert.ok(error.expected !== "" && error.found !== "");
          assert.doesNotMatch(error.message, /[\p{Cc}\p{Zl}\p{Zp}]|undefined/u);
        }),
        { numRuns },
      );
    });
  }

  test("a message that was read and written reads the same, and is written the same", () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (!problem(parseRequest, text)) {
          const request = parseRequest(text);
          assert.deepEqual(parseRequest(formatRequest(request)), request);
        }
        if (!problem((text) => parseResponse(text), text)) {
          const response = parseResponse(text);
          assert.deepEqual(parseResponse(formatResponse(response)), response);
        }
      }),
      { numRuns },
    );
  });
});

describe("whatever the message", () => {
  test("a request that was written reads the same", () => {
    fc.assert(
      fc.property(requests, framing, (message, framing) => {
        // Without a frame, a request has no content (RFC 9112 section 6.3).
        const request = framed(framing === "none" ? { ...message, content: "" } : message, framing);
        assert.deepEqual(parseRequest(formatRequest(request)), request);
      }),
      { numRuns },
    );
  });

  test("a response that was written reads the same", () => {
    fc.assert(
      fc.property(responses, framing, (message, framing) => {
        const response = framed(message, framing);
        assert.deepEqual(parseResponse(formatResponse(response)), response);
      }),
      { numRuns },
    );
  });

  test("a request that was written is a block too, as far as its content has no marks of blocks", () => {
    const plain = fc.string({ unit: fc.constantFrom(...'az09,:"[]é👍'), maxLength: 40 });
    fc.assert(
      fc.property(requests, plain, (message, content) => {
        const text = formatRequest({ ...message, content });
        fc.pre(!text.startsWith("#") && !text.includes("{{"));
        assert.deepEqual(parseHttpFile(text).requests[0]?.request, { ...message, content });
      }),
      { numRuns },
    );
  });
});

describe("a megabyte is read in linear time", () => {
  const head = "POST / HTTP/1.1\nHost: a\n";
  const hostile: readonly [what: string, make: (size: number) => string][] = [
    ["one letter", (size) => "a".repeat(size)],
    ["spaces", (size) => " ".repeat(size)],
    ["line ends", (size) => "\n".repeat(size)],
    ["bare CRs", (size) => "\r".repeat(size)],
    ["spaces in the request line", (size) => `GET ${" ".repeat(size)}/ HTTP/1.1`],
    ["slashes in the request line", (size) => `${"/".repeat(size)} HTTP/1.1`],
    ["a long host", (size) => `GET http://${"a:".repeat(size / 2)}/ HTTP/1.1`],
    ["spaces before a value", (size) => `${head}A:${" ".repeat(size)}b`],
    ["spaces inside a value", (size) => `${head}A: b${" ".repeat(size)}c`],
    ["spaces before the colon", (size) => `${head}A${" ".repeat(size)}: b`],
    ["spaces in many values", (size) => `${head}${`A: b${" ".repeat(100)}\n`.repeat(size / 100)}`],
    ["many fields", (size) => `${head}${"A:b\n".repeat(size / 4)}`],
    ["many Content-Lengths", (size) => `${head}${"Content-Length:1\n".repeat(size / 17)}`],
    ["a long Content-Length", (size) => `${head}Content-Length: ${"0".repeat(size)}x`],
    ["many chunks", (size) => `${head}Transfer-Encoding: chunked\n\n${"1\na\n".repeat(size / 4)}0\n\n`],
    ["many zeros of a chunk size", (size) => `${head}Transfer-Encoding: chunked\n\n${"0".repeat(size)}`],
    ["content", (size) => `${head}\n${"é\n".repeat(size / 2)}`],
    ["spaces at the end of content", (size) => `${head}\n${" \n".repeat(size / 2)}a`],
    ["comments", (size) => "# @name a\n".repeat(size / 10)],
    ["one comment", (size) => "#".repeat(size)],
    ["one comment with spaces", (size) => `#${" ".repeat(size)}@name`],
    ["separators", (size) => "###\n".repeat(size / 4)],
    ["one separator", (size) => `###${" ".repeat(size)}x${" ".repeat(size)}`],
    ["many requests", (size) => "/\n###\n".repeat(size / 6)],
    ["query lines", (size) => `/\n${"&a\n".repeat(size / 3)}`],
    ["a long query line", (size) => `/\n?${" ".repeat(size)}a`],
    ["opening braces", (size) => `@a = b\n/\n\n${"{".repeat(size)}`],
    ["opened braces", (size) => `@a = b\n/\n\n${"{{a".repeat(size / 3)}`],
    ["variables", (size) => `@a = b\n/\n\n${"{{a}}".repeat(size / 5)}`],
    ["a variable after spaces", (size) => `@a${" ".repeat(size)}=${" ".repeat(size)}b`],
    ["a variable of spaces", (size) => `@a = b${" ".repeat(size)}c\n/`],
    ["expectations", (size) => `/\n${"?? status == 200\n".repeat(size / 17)}`],
    ["a long expectation", (size) => `/\n?? ${"a ".repeat(size / 2)}`],
    ["spaces in an expectation", (size) => `/\n?? body ==${" ".repeat(size)}a${" ".repeat(size)}`],
    ["the marks of scripts", (size) => `/\n\n>${" ".repeat(size)}.js`],
    ["names of scripts", (size) => `/\n\n> ${".js".repeat(size / 3)} x`],
  ];
  for (const [what, make] of hostile) {
    test(what, () => {
      // At quadratic cost, the smaller text would take several seconds.
      for (const [size, limit] of [
        [60_000, 1000],
        [1_000_000, 8000],
      ] as const) {
        const text = make(size);
        for (const [reader, read] of readers) {
          const start = process.cpuUsage().user;
          problem(read, text);
          const took = (process.cpuUsage().user - start) / 1000;
          assert.ok(took < limit, `${reader} of ${size} characters took ${took} ms of processor time`);
        }
      }
    });
  }
});
