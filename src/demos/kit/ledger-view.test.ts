import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange, Interaction } from "../../http/exchange.ts";
import { namedByPage } from "../../http/interaction.ts";
import { type Ledger, ledgerColumns, ledgerView } from "./ledger-view.ts";

const { action, method, data, status } = ledgerColumns;

function exchange(interaction: Interaction, type = "text/html", content = ""): Exchange {
  const fields = [{ name: "Content-Type", value: type }];
  return {
    id: "1",
    client: "reader",
    host: "worker",
    interaction,
    request: { method: "POST", target: "/books", version: "HTTP/1.1", fields: [], content },
    dropped: [],
    steps: [],
    response: { version: "HTTP/1.1", status: 303, reason: "See Other", fields, content: "" },
    failure: null,
    outcome: { kind: "followed", text: "" },
    times: null,
  };
}

const click: Interaction = { kind: "link", text: "You click the link “Books”." };

function text(ledger: Partial<Ledger>): string {
  return ledgerView({ caption: "Requests", columns: [action, method, data, status], exchanges: [], ...ledger }).text;
}

test("a ledger has a caption, a head for each column, and one numbered row for each exchange", () => {
  const table = text({ exchanges: [exchange(click), exchange(click)] });
  assert.match(table, /<caption>Requests<\/caption>/);
  assert.equal(table.match(/<th scope="col">/g)?.length, 5);
  assert.deepEqual(table.match(/<th scope="row">\d+/g), ['<th scope="row">1', '<th scope="row">2']);
  assert.match(table, /Link “Books”/);
  assert.match(table, /303<\/strong> See Other/);
});

test("what the browser asked for by itself is marked as such, and says what it was", () => {
  const table = text({ exchanges: [exchange(namedByPage("image"), "image/svg+xml")] });
  assert.match(table, /class="by-itself"/);
  assert.match(table, /Picture, <strong>by the browser itself<\/strong>/);
});

test("content is as readable as a target, and no HTML of a reader gets through", () => {
  assert.match(text({ exchanges: [exchange(click, "text/html", "title=<b>")] }), /content: <code>title=&lt;b&gt;/);
});

test("rows keep their numbers when older ones are dropped, and the ledger says how many are gone", () => {
  const table = text({ exchanges: [exchange(click)], forgotten: 1 });
  assert.match(table, /<th scope="row">2/);
  assert.match(table, /Older ones dropped so far: 1\./);
});

test("an empty ledger says so, and an exchange without a response has no status code", () => {
  assert.match(text({ empty: "Nothing has been sent yet." }), /<tbody><\/tbody>.*Nothing has been sent yet\./);
  assert.match(text({ exchanges: [{ ...exchange(click), response: null }] }), /No response/);
});
