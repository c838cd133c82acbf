import assert from "node:assert/strict";
import { test } from "node:test";
import { contents } from "./contents.ts";

test("a heading is listed under its own id", () => {
  assert.deepEqual(contents('<h1>No</h1><h2 id="roles">Two <em>roles</em></h2><h3 id="x">No</h3>'), [
    {
      id: "roles",
      html: "Two <em>roles</em>",
      text: "Two roles",
      start: 11,
      short: "Two roles",
      minutes: null,
      stage: null,
    },
  ]);
});

test("a heading that opens a section is listed under the section's id, and begins where the section does", () => {
  const html = '<section class="stage" id="stage-1">\n<h2 id="stage-1-title">First</h2></section><h2 id="end">End</h2>';
  assert.deepEqual(
    contents(html).map(({ id, start }) => [id, html.slice(start, start + 4)]),
    [
      ["stage-1", "<sec"],
      ["end", "<h2 "],
    ],
  );
});

test("a heading that cannot be linked to is left out", () => {
  assert.deepEqual(contents("<section><h2>Nowhere</h2></section>"), []);
});

test("a heading's text is free of marks and entities", () => {
  assert.equal(contents('<h2 id="a"><code>Accept</code> &amp; <em>q</em></h2>')[0]?.text, "Accept & q");
});

test("a part says its short name, its minutes and its stage", () => {
  const html =
    '<section class="part stage" id="stage-3" data-actor="server" data-number="3" data-short="Look &amp; do" data-minutes="8"><h2>Third</h2></section>';
  const [{ short, minutes, stage } = {}] = contents(html);
  assert.deepEqual(
    { short, minutes, stage },
    { short: "Look & do", minutes: 8, stage: { number: "3", actor: "server" } },
  );
});
