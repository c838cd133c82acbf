import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { told, toldByParser } from "./elements-told.ts";
import { ancestors, attribute, elements, lineOf, textOf } from "./html-elements.ts";

describe("a page is read as a whole parser reads it", () => {
  const page = (body: string): string => `<!DOCTYPE html><html lang="en"><head></head><body>${body}</body></html>`;

  for (const [what, body] of [
    ["attributes of all kinds", `<p a="1 > 2" B='"' c=x/y d e = "f"\n\tg="h"data-i="" data-i="again">x</p>`],
    ["attributes that look like others", `<p a=b"c d"e='f' =g / h>x</p>`],
    ["character references", '<a href="/?a&amp;b&copy;&#x41;&quot;&lt;&b=c" title="&notin;">x &amp; y</a>'],
    [
      "comments",
      "<!-- <b> --><!--><!---><!-- --!><i>x</i><!-- -- > <b> --><i>y</i><!doctype html><?php?></ b><i>z</i>",
    ],
    ["text that is no tag", "<p>a < b <3 <- c</p>"],
    [
      "elements whose text has no tags",
      "<style>a>b{}<b></style><textarea><b></textarea><script>'<b>'</scripts</script >",
    ],
    ["elements without an end", '<p><img src="a"><br/><input value=x></p><hr>'],
    ["a picture", '<svg viewBox="0 0 1 1"><path d="M0"/><use xlink:href="#i"/><g><title>x</title></g></svg>'],
    [
      "what stands in a template or is for readers without scripts",
      "<template><a href=x></a></template><noscript><b></b></noscript>",
    ],
    ["names in capitals, and of one's own", "<P CLASS=x>y</P><demo-exchange data-open></demo-exchange>"],
  ] as const) {
    test(what, () => assert.deepEqual(told(page(body)), toldByParser(page(body))));
  }

  const text = fc.string({ unit: fc.constantFrom(..."ab &;#=/'é\n\t-!>&amp;".split("")), maxLength: 12 });
  const attr = fc
    .tuple(fc.constantFrom("href", "data-a", "title", "aria-label", "x"), text, fc.constantFrom('"', "'", null))
    .map(([name, value, quote]) => (quote === null ? name : `${name}=${quote}${value.replaceAll(quote, "")}${quote}`));
  const start = (name: string) => fc.array(attr, { maxLength: 3 }).map((all) => `<${[name, ...all].join(" ")}>`);
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      text,
      text.map((comment) => `<!--x${comment.replaceAll(">", "")}-->`),
      fc.constantFrom("br", "img").chain(start),
      fc.tuple(start("script"), text).map(([tag, code]) => `${tag}${code}<b></script>`),
      fc
        .constantFrom("div", "section", "demo-walk", "x-y")
        .chain((name) =>
          fc
            .tuple(start(name), fc.array(tie("node"), { maxLength: 4 }))
            .map(([tag, inner]) => `${tag}${inner.join("")}</${name}>`),
        ),
    ),
  }));
  test("any", () =>
    fc.assert(fc.property(node, (body) => assert.deepEqual(told(page(body)), toldByParser(page(body))))));
});

test("an element tells what stands in it, as it is written and as readers see it", () => {
  const [list, item] = elements('<ul>\n<li title=">">A <em>b</em> &amp; c</li></ul>');
  assert.ok(list && item);
  assert.equal(item.inner, "A <em>b</em> &amp; c");
  assert.equal(textOf(item), "A b & c");
  assert.equal(attribute(item, "title"), ">");
  assert.equal(attribute(item, "id"), undefined);
  assert.deepEqual(ancestors(item), [list]);
  assert.equal(lineOf("<ul>\n<li>", item.start), 2);
});

test("an element that lacks its end tag ends with what it stands in", () => {
  const html = "<ul><li><b>x</ul><p>y";
  assert.deepEqual(
    elements(html).map(({ start, end }) => html.slice(start, end)),
    ["<ul><li><b>x</ul>", "<li><b>x", "<b>x", "<p>y"],
  );
});
