import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange, Interaction } from "../http/exchange.ts";
import { type Episode, episodeLine, steps } from "./three-ways-steps.ts";

function exchange(kind: Interaction["kind"], method: string, target: string, content = ""): Exchange {
  return {
    id: "1",
    client: "asker",
    host: "worker",
    interaction: { kind, text: "" },
    request: { method, target, version: "HTTP/1.1", fields: [], content },
    dropped: [],
    steps: [],
    response: { version: "HTTP/1.1", status: 200, reason: "OK", fields: [], content: "" },
    failure: null,
    outcome: { kind: "shown", text: "" },
    times: null,
  };
}

const asked = (...requests: Exchange[]): Episode => ({ requests, stay: null });
const part = exchange("subresource", "GET", "/style.css");
const happened = (step: number, episode: Episode) => steps[step - 1]?.happened(episode) ?? null;

test("every wrong answer that a belief explains is wrong, and every step has a right answer", () => {
  for (const { question } of steps) {
    assert.ok(question.choices.some(({ belief }) => belief === undefined));
    assert.ok(question.choices.some(({ belief }) => belief !== undefined));
  }
});

test("the home page makes as many rows as came, be it three or one", () => {
  const home = exchange("address", "GET", "/");
  assert.equal(happened(1, asked(home, part, part))?.choice, 1);
  assert.equal(happened(1, asked(home))?.choice, 0);
  assert.equal(happened(1, asked(home, part))?.choice, null);
  assert.equal(happened(1, asked(exchange("address", "GET", "/books"))), null);
});

test("a GET form has its words in the target, a POST form in the content", () => {
  const search = asked(exchange("form", "GET", "/search?q=dune"));
  assert.equal(happened(3, search)?.text, "The target is /search?q=dune.");
  assert.equal(happened(5, search), null);
  const added = asked(exchange("form", "POST", "/books", "title=Dune"), exchange("redirect", "GET", "/books/4"));
  assert.match(happened(5, added)?.text ?? "", /title=Dune/);
  assert.match(happened(5, added)?.why ?? "", /asked again by itself/);
  assert.equal(happened(3, added), null);
});

test("what makes no request is known by its reason", () => {
  assert.equal(happened(2, { requests: [], stay: "Typing in a field sends nothing." })?.choice, 2);
  assert.equal(happened(4, { requests: [], stay: "The link “Add one” has only a fragment, #add." })?.choice, 2);
  assert.equal(happened(4, { requests: [], stay: "Typing in a field sends nothing." }), null);
});

test("an action is summed up in one short sentence", () => {
  assert.equal(episodeLine(asked(exchange("link", "GET", "/books"))), "One row. GET /books: 200 OK.");
  assert.equal(
    episodeLine(asked(exchange("link", "GET", "/books"), part)),
    "Two rows. GET /books: 200 OK, and 1 by the browser itself.",
  );
  assert.equal(episodeLine({ requests: [], stay: "Why." }), "No row. Why.");
});
