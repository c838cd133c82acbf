import assert from "node:assert/strict";
import { test } from "node:test";
import type { Field } from "../http/message.ts";
import { type Library, seed } from "./library.ts";
import { type Served, serve } from "./serve.ts";

const now = new Date("2026-01-15T12:00:00.000Z");

function ask(line: string, fields: Readonly<Record<string, string>> = {}, content = "", state: Library = seed): Served {
  const [method = "", target = ""] = line.split(" ");
  const all: Field[] = Object.entries({ Host: "library.example", ...fields }).map(([name, value]) => ({ name, value }));
  return serve({ method, target, version: "HTTP/1.1", fields: all, content }, state, now);
}

const fieldOf = ({ response }: Served, name: string): string | undefined =>
  response.fields.find((field) => field.name === name)?.value;

test("adding a book by JSON answers 201 with the new book's address", () => {
  const served = ask("POST /books", { "Content-Type": "application/json" }, '{"title": "Dune"}');
  assert.equal(served.response.status, 201);
  assert.equal(fieldOf(served, "Location"), "/books/4");
  assert.equal(served.state.books.at(-1)?.title, "Dune");
  assert.equal(seed.books.length, 3);
});

test("adding a book by a form leads to its page", () => {
  const served = ask("POST /books", { "Content-Type": "application/x-www-form-urlencoded" }, "title=Dune&year=1965");
  assert.equal(served.response.status, 303);
  assert.equal(fieldOf(served, "Location"), "/books/4");
});

test("the server tells its steps in order", () => {
  const { steps } = ask("GET /books/1");
  assert.deepEqual(
    steps.map(({ kind }) => kind),
    ["read", "read", "read", "choose", "run", "build"],
  );
});
