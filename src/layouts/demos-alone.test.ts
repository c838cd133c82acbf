import assert from "node:assert/strict";
import { test } from "node:test";
import { awayFrom, demosOf } from "./demos-alone.ts";

test("each demo of a page is taken out whole, with its title, and what belongs together stays together", () => {
  const check =
    '<demo-check data-client="check" aria-labelledby="t"><h3 id="t">Test <em>yourself</em></h3><demo-question data-client="q"></demo-question></demo-check>';
  const send = '<demo-exchange data-client="send" aria-label="A book"></demo-exchange>';
  const block = `<request-block><div>${send}</div><demo-exchange data-client="then"></demo-exchange></request-block>`;
  const page = `<p>Text</p>${check}${block}<my-work data-client="my-work"></my-work>`;
  const taken = demosOf(page).map(({ demo, title, start, end }) => ({ demo, title, html: page.slice(start, end) }));
  assert.deepEqual(taken, [
    { demo: "check", title: "Test yourself", html: check },
    { demo: "send", title: "A book", html: block },
  ]);
  assert.equal(demosOf('<first-cycle data-client="first-cycle"></first-cycle>')[0]?.title, "First cycle");
});

test("links that led to a place of the page, or to another one, lead there from a frame, in a window of their own", () => {
  const html =
    '<a href="#here">1</a><a class="x" href="#there">2</a><a href="/glossary/#etag">3</a><a href="../reference/#etag">4</a><a href="https://example.com/">5</a><p id="here"></p>';
  assert.equal(
    awayFrom("/caching/", html, { start: 0, end: html.length }),
    '<a href="#here">1</a><a class="x" target="_blank" rel="noopener" href="/caching/#there">2</a><a target="_blank" rel="noopener" href="/glossary/#etag">3</a><a target="_blank" rel="noopener" href="/reference/#etag">4</a><a target="_blank" rel="noopener" href="https://example.com/">5</a><p id="here"></p>',
  );
});
