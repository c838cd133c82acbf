import assert from "node:assert/strict";
import { test } from "node:test";
import { plainSigns } from "./plain-signs.ts";

const cases: [what: string, html: string, expected: string][] = [
  [
    "quotes and closing brackets in text stand as they are",
    "<p>{&quot;a&quot;: &#39;b&#39;} -&gt; c",
    `<p>{"a": 'b'} -> c`,
  ],
  ["what text cannot hold stays escaped", "<p>&lt;a&gt; &amp;quot; &amp; b", "<p>&lt;a> &amp;quot; &amp; b"],
  [
    "an attribute stays as it is, whatever is in it",
    `<a title="&quot;a&quot; > 'b&#39;" data-x='&#39;>"&gt;'>`,
    `<a title="&quot;a&quot; > 'b&#39;" data-x='&#39;>"&gt;'>`,
  ],
  [
    "so do a script, a style sheet and a comment",
    "<script>a = '&quot;<b>'</script>\n<style>a { content: '&gt;' }</style><!-- a --&gt;\n&quot; -->",
    "<script>a = '&quot;<b>'</script>\n<style>a { content: '&gt;' }</style><!-- a --&gt;\n&quot; -->",
  ],
];

for (const [what, html, expected] of cases) test(what, () => assert.equal(plainSigns(html), expected));
