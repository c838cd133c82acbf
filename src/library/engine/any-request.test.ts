import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { octets, type RequestMessage } from "../../http/message/message.ts";
import { type Library, seed } from "../site/library.ts";
import { routes } from "../site/routes.ts";
import { type Served, serve } from "./serve.ts";

const anyText = fc.string({ unit: "binary" });
const pathIn = (on: string): string => on.replace(":id", "2");
const anyMethod = fc.oneof(fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"), anyText);
const anyTarget = fc.oneof(
  fc.constantFrom(...routes.map(({ on }) => pathIn(on).replace(/^\S+ /, ""))),
  fc
    .tuple(fc.constantFrom("/books/", "/books?", "/search?q=", "/pictures/", "/", "//", "/%"), anyText)
    .map((parts) => parts.join("")),
  fc.webUrl(),
  anyText,
);
const knownFields: Readonly<Record<string, readonly string[]>> = {
  Accept: ["*/*", "text/html", "application/json;q=0.5", "image/*, */*;q=0", ";;,q="],
  "If-Match": ["*", '"x"'],
  "If-None-Match": ["*", 'W/"x"'],
  "If-Modified-Since": ["Thu, 15 Jan 2026 12:00:00 GMT", "Thu, 99 Foo 2026 99:99:99 GMT"],
  "If-Unmodified-Since": ["Tue Jan  7 09:00:00 2025"],
  "If-Range": ['"x"'],
  Range: ["bytes=0-9", "bytes=-0", "bytes=99999999999999999999999-", "bytes=5-1"],
  Cookie: ["visitor=1", "visitor=999999999999999999999"],
  Authorization: ["Bearer reader-card", "Bearer", "Basic eDp5"],
};
const anyField = fc.oneof(
  fc.constantFrom(...Object.entries(knownFields)).chain(([name, values]) =>
    fc.record({
      name: fc.constantFrom(name, name.toLowerCase()),
      value: fc.oneof(fc.constantFrom(...values), anyText),
    }),
  ),
  fc.record({ name: anyText, value: anyText }),
);
const anyBook = fc.oneof(
  fc.json(),
  fc.record({ title: anyText, author: fc.anything(), year: fc.anything() }).map((book) => JSON.stringify(book)),
  fc.constantFrom('{"__proto__": {"title": 1}}', '{"title": {"toString": 1}}', '{"title": "\\ud800"}'),
);
const anyForm = fc.oneof(
  fc.tuple(anyText, anyText).map(([title, reader]) => String(new URLSearchParams({ title, reader, book: "2" }))),
  anyText,
);
const typed = (type: string, content: fc.Arbitrary<string>): fc.Arbitrary<Pick<RequestMessage, "fields" | "content">> =>
  content.map((text) => ({ fields: [{ name: "Content-Type", value: type }], content: text }));
const anyContent = fc.oneof(
  typed("application/json", anyBook),
  typed("application/x-www-form-urlencoded", anyForm),
  anyText.map((content) => ({ fields: [], content })),
);
const anyRequest: fc.Arbitrary<RequestMessage> = fc
  .record({
    line: fc.oneof(fc.constantFrom(...routes.map(({ on }) => pathIn(on).split(" "))), fc.tuple(anyMethod, anyTarget)),
    version: fc.oneof({ weight: 9, arbitrary: fc.constant("HTTP/1.1") }, anyText),
    host: fc.oneof(
      { weight: 9, arbitrary: fc.constant([{ name: "Host", value: "library.example" }]) },
      fc.constant([]),
    ),
    fields: fc.array(anyField, { maxLength: 4 }),
    content: anyContent,
  })
  .map(({ line: [method = "", target = ""], version, host, fields, content }) => ({
    method,
    target,
    version,
    fields: [...host, ...fields, ...content.fields],
    content: content.content,
  }));
const anyTime = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });

test("whatever is asked, one after another, each answer is a valid message, and nothing given is changed", () => {
  const ran = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.tuple(anyRequest, anyTime), { minLength: 1, maxLength: 8 }), (requests) => {
      let state = deepFreeze(structuredClone(seed));
      for (const [request, time] of requests) {
        const served = serve(deepFreeze(request), state, time);
        checkResponse(request, served);
        checkState(served.state);
        for (const step of served.steps) if (step.kind === "run" && step.handler) ran.add(step.handler);
        state = deepFreeze(served.state);
      }
    }),
    { numRuns: 1000 },
  );
  const handlers = routes.flatMap(({ run }) => Object.keys(run));
  assert.deepEqual(new Set(handlers).difference(ran), new Set(), "every handler ran");
});

test("the same request, state and time give the same answer", () => {
  fc.assert(
    fc.property(anyRequest, anyTime, (request, time) => {
      assert.deepEqual(serve(request, seed, time), serve(request, seed, time));
    }),
  );
});

function checkResponse({ method }: RequestMessage, { response, steps, delay }: Served): void {
  const { status, reason, fields, content } = response;
  assert.ok(status >= 200 && status <= 599);
  assert.match(reason, /^[A-Z]/);
  for (const { name, value } of fields) {
    assert.match(name, /^[\w-]+$/);
    assert.match(value, /^[!-~]([ -~]*[!-~])?$/, name);
  }
  const names = fields.map(({ name }) => name.toLowerCase());
  assert.equal(new Set(names).size, names.length, "no field twice");
  const length = fields.find(({ name }) => name === "Content-Length")?.value;
  if (status === 204 || status === 304) assert.equal(length, undefined);
  else if (method !== "HEAD") assert.equal(length, String(octets(content)));
  if (method === "HEAD") assert.equal(content, "");
  assert.ok(delay >= 0 && delay <= 5000);
  assert.equal(steps[0]?.kind, "read");
  assert.equal(steps.at(-1)?.kind, "build");
  assert.deepEqual(JSON.parse(JSON.stringify(steps)), steps);
}

function checkState(state: Library): void {
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
  for (const { id, title } of state.books) {
    assert.ok(Number.isInteger(id) && id < state.nextBook);
    assert.match(title, /^[^\p{Cc}]{1,120}$/u);
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
