import assert from "node:assert/strict";
import { test } from "node:test";
import { mark, templateParts } from "../layouts/embed-parts.ts";
import { cspHash } from "./csp-hashes.ts";
import { embedTemplate } from "./embed-template.ts";

const sheets = { "styles/text": "a{b:url(/c.png)}", "demos/walk/style": "walk{}", "styles/navigation": "nav{}" };
const { title, of, home, link, html, styles } = templateParts(sheets);
const policy = (css: string): string =>
  `<meta http-equiv="content-security-policy" content="style-src 'self' '${cspHash(css)}'">`;
const template = `<html><head>${policy(styles)}<title>${title}</title><style>${styles}</style></head><body><h2>${of}</h2>${html}<a href="${home}">${link}</a><img src="/i.svg"></body></html>`;

const page = { url: "/a/", title: "Tom & Jerry" };
const file = "embed/a/walk/index.html";
const content = `<demo-walk>${mark("title")}</demo-walk>`;
const made = embedTemplate(template)({ page, demo: "walk", title: "<b>" }, content, file);

test("a demo's page holds the demo as it is, under titles that are text, and links relative to itself", () => {
  assert.match(made, /<title>&lt;b> – [^<]+<\/title>/);
  assert.match(made, /<h2>Tom &amp; Jerry<\/h2><demo-walk>\[\[title\]\]<\/demo-walk><a href="\.\.\/\.\.\/\.\.\/a\/">/);
  assert.match(made, /<img src="\.\.\/\.\.\/\.\.\/i\.svg">/);
});

test("it has the styles of its kind alone, and its policy allows these", () => {
  const [, css = ""] = /<style>(.*)<\/style>/s.exec(made) ?? [];
  assert.match(css, /a\{b:url\(\.\.\/\.\.\/\.\.\/c\.png\)\}.*walk\{\}/s);
  assert.doesNotMatch(css, /nav\{\}/);
  assert.ok(made.includes(policy(css)));
});
