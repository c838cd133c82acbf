import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { findProblems, relativeCss, relativeHtml, relativeUrl, sitePaths } from "./relative.ts";

const depth0 = "index.html";
const depth1 = "glossary/index.html";
const depth2 = "a/b/index.html";

describe("a URL that starts at the root of the host becomes relative to its file", () => {
  const cases: [url: string, atDepth0: string, atDepth1: string, atDepth2: string][] = [
    ["/", "./", "../", "../../"],
    ["/glossary/", "./glossary/", "../glossary/", "../../glossary/"],
    ["/a/b/c.png", "./a/b/c.png", "../a/b/c.png", "../../a/b/c.png"],
    ["/?q=/x", "./?q=/x", "../?q=/x", "../../?q=/x"],
    ["/#stage-1", "./#stage-1", "../#stage-1", "../../#stage-1"],
    ["/a:b/", "./a:b/", "../a:b/", "../../a:b/"],
  ];
  for (const [url, atDepth0, atDepth1, atDepth2] of cases) {
    test(url, () => {
      assert.equal(relativeUrl(url, depth0), atDepth0);
      assert.equal(relativeUrl(url, depth1), atDepth1);
      assert.equal(relativeUrl(url, depth2), atDepth2);
    });
  }
});

describe("any other URL stays as it is", () => {
  const cases = [
    "",
    "#stage-1",
    "?q=1",
    "./x.css",
    "../x.css",
    "x/y",
    "//library.example/x",
    "/\\library.example/x",
    "https://library.example/books",
    "data:text/css,a{b:url(/c)}",
    "mailto:editor@library.example",
    "javascript:void(0)",
  ];
  for (const url of cases) test(url || "(empty)", () => assert.equal(relativeUrl(url, depth2), url));
});

describe("in a page two folders deep", () => {
  const cases: [what: string, source: string, expected: string][] = [
    ["a link", '<a href="/x/?a=1&amp;b=2#c">', '<a href="../../x/?a=1&amp;b=2#c">'],
    ["a link without quotes", "<a href=/x/ id=y>", '<a href="../../x/" id=y>'],
    ["a link in single quotes", "<a href='/x/\"'>", '<a href="../../x/&quot;">'],
    ["an attribute in capitals", '<A HREF="/x/">', '<A href="../../x/">'],
    [
      "a style sheet",
      '<link rel="stylesheet" href="/_astro/a.css">',
      '<link rel="stylesheet" href="../../_astro/a.css">',
    ],
    [
      "a manifest",
      '<link rel="manifest" href="/site.webmanifest">',
      '<link rel="manifest" href="../../site.webmanifest">',
    ],
    ["a script", '<script type="module" src="/a.js"></script>', '<script type="module" src="../../a.js"></script>'],
    [
      "a form",
      '<form action="/books"><button formaction="/y">',
      '<form action="../../books"><button formaction="../../y">',
    ],
    ["a video", '<video src="/v.webm" poster="/p.png">', '<video src="../../v.webm" poster="../../p.png">'],
    ["an object", '<object data="/o.svg">', '<object data="../../o.svg">'],
    [
      "pictures of several sizes",
      '<img src="/a.png" srcset="/a.png 1x, /b.png 2x,/c.png 3x, https://x.example/d,e.png 4x">',
      '<img src="../../a.png" srcset="../../a.png 1x, ../../b.png 2x,../../c.png 3x, https://x.example/d,e.png 4x">',
    ],
    ["a source without a size", '<source srcset="/a,b.avif">', '<source srcset="../../a,b.avif">'],
    ["a preloaded picture", '<link imagesrcset="/a.png 320w">', '<link imagesrcset="../../a.png 320w">'],
    ["a reference in SVG", '<svg><use xlink:href="/s.svg#i"/></svg>', '<svg><use xlink:href="../../s.svg#i"/></svg>'],
    ["an inline style", `<p style="background:url('/a.png')">`, `<p style="background:url('../../a.png')">`],
    [
      "a refresh",
      '<meta http-equiv="refresh" content="0;url=/x/">',
      '<meta http-equiv="refresh" content="0;url=../../x/">',
    ],
    [
      "a card's picture",
      '<meta property="og:image" content="/c.png">',
      '<meta property="og:image" content="../../c.png">',
    ],
    ["a link without script", '<noscript><a href="/x/"></noscript>', '<noscript><a href="../../x/"></noscript>'],
    ["a link in a template", '<template><a href="/x/"></template>', '<template><a href="../../x/"></template>'],
    ["a link in broken markup", '<p><b><a href="/x/"><p></b>', '<p><b><a href="../../x/"><p></b>'],
  ];
  for (const [what, source, expected] of cases) {
    test(`${what} is made relative`, () => assert.equal(relativeHtml(source, depth2), expected));
  }

  const untouched: [what: string, source: string][] = [
    ["text that looks like a link", '<pre>&lt;a href="/books"> GET /books</pre>'],
    ["an attribute that holds no URL", '<p title="/books" data-target="/books">'],
    ["another meta", '<meta name="description" content="/books is a resource">'],
    ["a comment", '<!-- <a href="/x"> -->'],
    ["an inline script", `<script>const s = '<a href="/x">';</script>`],
    ["odd spacing and a missing end tag", "<!doctype html>\n<p\n  class = a >x &copy &amp; y\r\n"],
  ];
  for (const [what, source] of untouched) {
    test(`${what} stays as it is`, () => assert.equal(relativeHtml(source, depth2), source));
  }
});

test("an inline style sheet is made relative, and so is its hash in the CSP", () => {
  const policy = (css: string): string => createHash("sha256").update(css).digest("base64");
  const page = (css: string): string =>
    `<meta http-equiv="content-security-policy" content="style-src 'sha256-${policy(css)}'"><style>${css}</style>`;
  assert.equal(relativeHtml(page("a{b:url(/c.png)}"), depth2), page("a{b:url(../../c.png)}"));
  assert.equal(relativeHtml(page("a{b:url(c.png)}"), depth2), page("a{b:url(c.png)}"));
});

describe("in a style sheet one folder deep", () => {
  const cases: [source: string, expected: string][] = [
    ["a{b:url(/c.png)}", "a{b:url(../c.png)}"],
    ["a{b:url( '/c.png' ) , url(\"/d.png\")}", "a{b:url( '../c.png' ) , url(\"../d.png\")}"],
    ['@import "/d.css";@import url(/e.css);', '@import "../d.css";@import url(../e.css);'],
    ["a{b:url(c.png);d:url(data:x)}", "a{b:url(c.png);d:url(data:x)}"],
    ['a{content:"url(/c.png)"}/* url(/d.png) */', 'a{content:"url(/c.png)"}/* url(/d.png) */'],
    [`a{b:url("data:image/svg+xml,<svg d='/'>");c:url(/d)}`, `a{b:url("data:image/svg+xml,<svg d='/'>");c:url(../d)}`],
  ];
  for (const [source, expected] of cases) {
    test(source, () => assert.equal(relativeCss(source, "_astro/a.css"), expected));
  }
});

describe("the build fails on", () => {
  const files = ["index.html", "glossary/index.html", "lab/worker.js", "_astro/a.js"];
  const cases: [what: string, file: string, text: string, expected: RegExp][] = [
    [
      "a script that names a file",
      "_astro/a.js",
      'register("/lab/worker.js")',
      /_astro\/a\.js holds \/lab\/worker\.js/,
    ],
    ["a script that names a folder", "_astro/a.js", "fetch(`/lab/`)", /holds \/lab\//],
    [
      "a script that names a demo's page",
      "_astro/a.js",
      "open('/embed/index/a-walk/')",
      /holds \/embed\/index\/a-walk\//,
    ],
    ["a script that imports from the root", "_astro/b.js", 'import"/_astro/a.js"', /holds \/_astro\/a\.js/],
    [
      "an inline script",
      depth0,
      '<script>open("/glossary/")</script>',
      /index\.html \(inline script\) holds \/glossary\//,
    ],
    [
      "a script that imports a style sheet",
      "_astro/a.js",
      'const d=(m.f||(m.f=["./c.css"]));p(()=>import(`./b.js`),__vite__mapDeps([0]))',
      /_astro\/a\.js needs \.\/c\.css, which no page loads/,
    ],
    ["an unknown attribute", depth0, '<x-y\ndata-src="/lab/worker.js">', /index\.html:2 \(data-src of <x-y>\) holds/],
    [
      "a link of the page for unknown addresses",
      "404.html",
      '<a href="./">',
      /404\.html:1 \(href of <a>\) holds \.\/, but/,
    ],
  ];
  for (const [what, file, text, expected] of cases) {
    test(what, () => assert.match(findProblems(text, file, sitePaths(files)).join("\n"), expected));
  }
});

describe("the build passes", () => {
  const files = ["index.html", "books/index.html", "lab/worker.js"];
  const cases: [what: string, file: string, text: string][] = [
    ["an address of the mock server in a script", "_astro/a.js", 'route("/books"),route("/"),route("/loans/")'],
    ["a file found from where the script stands", "_astro/a.js", 'new URL("../lab/worker.js",import.meta.url)'],
    ["an address of the mock server in an attribute", depth0, '<x-y data-target="/books">'],
    [
      "what the page for unknown addresses has inline",
      "404.html",
      '<a href="#top"><img src="data:,"><style>a{}</style>',
    ],
  ];
  for (const [what, file, text] of cases) {
    test(what, () => assert.deepEqual(findProblems(text, file, sitePaths(files)), []));
  }
});
