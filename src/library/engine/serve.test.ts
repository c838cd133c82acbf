import assert from "node:assert/strict";
import { test } from "node:test";
import { limits, seed } from "../site/library.ts";
import { routes } from "../site/routes.ts";
import { asForm, asJson, ask, field, noon } from "./ask.ts";

/** Every outcome that the lesson speaks of: request, fields, content, status, and a field of the response. */
const outcomes: readonly (readonly [
  line: string,
  fields: Readonly<Record<string, string>>,
  content: string,
  status: number,
  field?: readonly [name: string, value: string],
])[] = [
  ["GET /", {}, "", 200, ["Content-Type", "text/html; charset=utf-8"]],
  ["GET /style.css", {}, "", 200, ["Content-Type", "text/css; charset=utf-8"]],
  ["GET /pictures/old-books.svg", {}, "", 200, ["Content-Type", "image/svg+xml"]],
  ["GET /pictures/lost.svg", {}, "", 404, ["Content-Length", "0"]],
  ["GET /exhibition", {}, "", 200],
  ["GET /tour", {}, "", 200],
  ["GET /books", {}, "", 200, ["Content-Type", "text/html; charset=utf-8"]],
  ["GET /books", { Accept: "application/json" }, "", 200, ["Content-Type", "application/json"]],
  ["GET /books", { Accept: "image/png" }, "", 406],
  ["POST /books", asForm, "title=Dune&author=&year=1965", 303, ["Location", "/books/4"]],
  ["POST /books", asJson, '{"title": "Dune"}', 201, ["Location", "/books/4"]],
  ["POST /books", asJson, '{"title": ""}', 422],
  ["POST /books", asJson, '{"title": "Dune", "year": "soon"}', 422],
  ["POST /books", asJson, '"Dune"', 422],
  ["POST /books", asJson, '{"title": ', 400],
  ["POST /books", { "Content-Type": "text/plain" }, "Dune", 415],
  ["POST /books", asJson, `{"title": "${"x".repeat(limits.contentOctets)}"}`, 413],
  ["DELETE /books", {}, "", 405, ["Allow", "GET, HEAD, POST, OPTIONS"]],
  ["GET /books/1", {}, "", 200, ["Last-Modified", "Tue, 07 Jan 2025 09:00:00 GMT"]],
  ["GET /books/99", {}, "", 404],
  ["GET /books/0", {}, "", 410],
  ["PUT /books/1", asJson, '{"title": "Alice"}', 200],
  ["PUT /books/1", { ...asJson, "If-Match": '"old"' }, '{"title": "Alice"}', 412],
  ["PATCH /books/1", { "Content-Type": "application/merge-patch+json" }, '{"year": 1866}', 200],
  ["DELETE /books/1", {}, "", 204],
  ["GET /search?q=time", {}, "", 200],
  ["GET /api/books", {}, "", 200, ["Content-Type", "application/json"]],
  ["GET /api/search?q=time", {}, "", 200, ["Content-Type", "application/json"]],
  ["POST /books/1/loan", asForm, "reader=Grace", 303, ["Location", "/books/1"]],
  ["POST /books/1/loan", asJson, '{"reader": "Grace"}', 200],
  ["POST /books/2/loan", asForm, "reader=Grace", 409],
  ["POST /returns", asForm, "book=2", 303, ["Location", "/books/2"]],
  ["POST /returns", asJson, '{"book": 2}', 205, ["Content-Length", "0"]],
  ["POST /returns", asForm, "book=77", 422],
  ["GET /returns", {}, "", 405, ["Allow", "POST, OPTIONS"]],
  ["GET /books/1/chapter.txt", {}, "", 200, ["Accept-Ranges", "bytes"]],
  ["GET /books/1/chapter.txt", { Range: "bytes=0-9" }, "", 206, ["Content-Range", "bytes 0-9/137"]],
  ["GET /books/1/chapter.txt", { Range: "bytes=900-" }, "", 416, ["Content-Range", "bytes */137"]],
  ["GET /visits", {}, "", 200, ["Set-Cookie", "visitor=1; Path=/; HttpOnly; SameSite=Lax"]],
  ["GET /quiet-room", {}, "", 204],
  ["GET /catalogue", {}, "", 301, ["Location", "/books"]],
  ["GET /book-of-the-month", {}, "", 302, ["Location", "/books/1"]],
  ["GET /desk", {}, "", 307, ["Location", "/books"]],
  ["POST /desk", asForm, "title=Dune", 307, ["Location", "/books"]],
  ["GET /v1/books", {}, "", 308, ["Location", "/books"]],
  ["POST /v1/books", asJson, '{"title": "Dune"}', 308, ["Location", "/books"]],
  ["GET /members", {}, "", 401, ["WWW-Authenticate", 'Bearer realm="members"']],
  ["GET /members", { Authorization: "Bearer reader-card" }, "", 200],
  ["GET /members/archive", { Authorization: "Bearer reader-card" }, "", 403],
  ["GET /members/archive", { Authorization: "bearer librarian-card" }, "", 200],
  ["POST /inventory", {}, "", 202],
  ["GET /inventory", {}, "", 404],
  ["GET /cafe/coffee", {}, "", 418],
  ["GET /broken", {}, "", 500],
  ["GET /recommendations", {}, "", 200],
  ["GET /scanner", {}, "", 503, ["Retry-After", "3600"]],
  ["GET /nothing", {}, "", 404],
];

for (const [line, fields, content, status, expected] of outcomes) {
  const given = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  test(`${[line, ...given, content.slice(0, 40)].filter(Boolean).join(", ")} answers ${status}`, () => {
    const served = ask(line, fields, content);
    assert.equal(served.response.status, status);
    if (expected) assert.equal(field(served, expected[0]), expected[1]);
  });
}

test("a book that was added by JSON is there in the new state, and the old state is as it was", () => {
  const { state, response } = ask("POST /books", asJson, '{"title": "Dune", "author": "Frank Herbert", "year": 1965}');
  assert.deepEqual(JSON.parse(response.content), state.books[3]);
  assert.equal(ask("GET /books/4", {}, "", state).response.status, 200);
  assert.equal(seed.books.length, 3);
});

test("the steps tell in order what the server read, chose, ran, changed and built", () => {
  const { steps } = ask("POST /books", asJson, '{"title": "Dune"}');
  assert.deepEqual(
    steps.map(({ kind }) => kind),
    ["read", "read", "read", "choose", "run", "build"],
  );
  assert.equal(steps[0]?.text, "The server reads the request line: method POST, target /books.");
  assert.equal(steps[2]?.text, "It reads 17 bytes of content, of the type application/json.");
  assert.equal(steps[3]?.text, "The server looks for the resource, and finds the route POST /books.");
  assert.equal(steps[4]?.text, "The server runs addBook. It reads nextBook, and changes books/4, nextBook.");
  assert.equal(steps[5]?.text, "The server builds the response: status 201 Created, 4 fields, 131 bytes of content.");
});

test("the step that chooses says of each route why it matched or not", () => {
  const choose = ask("POST /books", asJson, "{}").steps.find((step) => step.kind === "choose");
  assert.deepEqual(choose?.tried.slice(-2), [
    { route: "GET /books", matched: false, why: "The path matches, the method does not: it is POST." },
    { route: "POST /books", matched: true, why: "The path matches, and so does the method." },
  ]);
  assert.equal(choose?.tried[0]?.why, "The path differs: /books is not /.");
});

test("the step that runs the handler has each change with its value before and after", () => {
  const run = ask("PUT /books/1", asJson, '{"title": "Alice", "author": "Lewis Carroll", "year": 1865}').steps.find(
    (step) => step.kind === "run",
  );
  assert.equal(run?.handler, "replaceBook");
  assert.deepEqual(run?.changes, [
    { path: "books/1/title", before: "Alice’s Adventures in Wonderland", after: "Alice" },
    { path: "books/1/changed", before: "2025-01-07T09:00:00.000Z", after: noon.toISOString() },
  ]);
});

test("where no handler runs, the step says so and why", () => {
  const run = ask("DELETE /books").steps.find((step) => step.kind === "run");
  assert.equal(run?.handler, null);
  assert.equal(run?.text, "No handler runs. /books takes only GET, HEAD, POST, OPTIONS.");
});

test("a handler that throws is named in the steps, and the client learns no detail", () => {
  const { steps, response } = ask("GET /broken", { Accept: "application/json" });
  const run = steps.find((step) => step.kind === "run");
  assert.equal(run?.text, "The server runs showPlan, which fails: it throws SyntaxError. The server catches it.");
  assert.doesNotMatch(response.content, /SyntaxError/);
});

test("each handler stands in the routes under its own name", () => {
  for (const { on, run } of routes) {
    const handlers = Object.entries(run);
    assert.equal(handlers.length, 1, on);
    for (const [name, handler] of handlers) assert.equal(handler.name, name);
  }
});

test("a withdrawn book is gone, and its number is not given again", () => {
  const { state } = ask("DELETE /books/3");
  assert.equal(ask("GET /books/3", {}, "", state).response.status, 410);
  assert.equal(field(ask("POST /books", asJson, '{"title": "Dune"}', state), "Location"), "/books/4");
});

test("a lent book cannot be lent again until it is brought back", () => {
  const lent = ask("POST /books/1/loan", asForm, "reader=Grace");
  assert.equal(lent.state.books[0]?.lentTo, "Grace");
  assert.equal(ask("POST /books/1/loan", asForm, "reader=Linus", lent.state).response.status, 409);
  const back = ask("POST /returns", asForm, "book=1", lent.state);
  assert.equal(ask("POST /books/1/loan", asForm, "reader=Linus", back.state).response.status, 303);
});

test("a visitor is known by the cookie alone", () => {
  const first = ask("GET /visits");
  const again = ask("GET /visits", { Cookie: "theme=dark; visitor=1" }, "", first.state);
  assert.match(again.response.content, /You are visitor 1, and this is your visit 2\./);
  assert.equal(field(again, "Set-Cookie"), null);
  const stranger = ask("GET /visits", {}, "", again.state);
  assert.match(stranger.response.content, /I give you the number 2/);
});

test("the fourth search in a minute is refused, and the next minute is free again", () => {
  let state = seed;
  for (const status of [200, 200, 200, 429]) {
    const served = ask("GET /api/search?q=a", {}, "", state);
    assert.equal(served.response.status, status);
    if (status === 429) assert.equal(field(served, "Retry-After"), "60");
    state = served.state;
  }
  const later = new Date(noon.getTime() + 61_000);
  assert.equal(ask("GET /api/search?q=a", {}, "", state, later).response.status, 200);
});

test("a count that was accepted is done five seconds later", () => {
  const { state } = ask("POST /inventory");
  assert.match(ask("GET /inventory", {}, "", state).response.content, /Still counting/);
  const later = new Date(noon.getTime() + 5_000);
  assert.match(ask("GET /inventory", {}, "", state, later).response.content, /Done: 3 books/);
});

test("the opening hours take two seconds", () => {
  assert.equal(ask("GET /hours").delay, 2000);
  assert.equal(ask("GET /").delay, 0);
});

test("full shelves take no further book, and say so", () => {
  let state = seed;
  while (state.books.length < limits.books) state = ask("POST /books", asForm, "title=x", state).state;
  const { response } = ask("POST /books", asJson, '{"title": "Dune"}', state);
  assert.equal(response.status, 507);
  assert.match(response.content, /hold 200 books/);
});

test("only so many visitors are remembered", () => {
  let state = seed;
  for (let visitor = 0; visitor < limits.visitors + 5; visitor += 1) state = ask("GET /visits", {}, "", state).state;
  assert.equal(state.visitors.length, limits.visitors);
});

test("a form with a fault comes back with what was written into it, as text", () => {
  const { response } = ask("POST /books", asForm, "title=&author=%22%3E%3Cscript%3E");
  assert.equal(response.status, 422);
  assert.match(response.content, /A book needs a title\./);
  assert.match(response.content, /value="&quot;&gt;&lt;script&gt;"/);
});
