import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cspHash } from "./csp-hashes.ts";
import { attribute, elements } from "./html-elements.ts";
import { type Files, filesNeeded, oneFile } from "./one-file.ts";

const page = (body: string, head = ""): string =>
  `<!doctype html><html><head><link rel="icon" href="./icon.svg"><link rel="lab-worker" href="./lab/worker.js"><meta http-equiv="content-security-policy" content="script-src 'self'"><script type="module">mendHost()</script>${head}</head><body><main><header class="opening"><h1>A page</h1></header>${body}</main><footer><a href="./licences.txt">MIT licence</a></footer><script type="module" src="./assets/page.js"></script></body></html>`;

const parts: Readonly<Record<string, string>> = {
  "icon.svg": "<svg/>",
  "licences.txt": "MIT <licence>",
  "glossary/index.html": "<p id=url>",
  "lab/worker.js": "serve()",
  "lab/handlers.json": '{"book":"</script>"}',
  "assets/page.js": 'import{b}from"./shared.js";b();addEventListener("press",()=>import("./late.js"))',
  "assets/shared.js": 'export let b=()=>console.log("shared code", "</script><!--")',
  "assets/late.js": 'import{b}from"./shared.js";b("late code")',
  "assets/style.css": "b{background:url(./dot.png)}",
  "assets/dot.png": "dot",
  "assets/data.json": '[{"task":"<a href=\\"./glossary/#url\\">URL</a>"},{"task":"<a href=\\"./books\\">Books</a>"}]',
};

/** The one file of a site whose first page is this. */
function made(html: string, site: URL | null = null): Promise<string> {
  const all = { ...parts, "index.html": html };
  const files: Files = new Map(Object.entries(all).map(([file, text]) => [file, Buffer.from(text)]));
  return oneFile(files, "index.html", site);
}

const codeIn = (html: string): readonly string[] =>
  elements(html)
    .filter((element) => element.tagName === "script" && attribute(element, "type") === "module")
    .map(({ inner }) => inner);

describe("a page in one file", () => {
  test("loads nothing: its pictures, style sheets and code stand in it", async () => {
    const html = await made(
      page(
        '<img src="./assets/dot.png" srcset="./assets/dot.png 2x" alt=""><p style="background:url(./assets/dot.png)">',
        '<link rel="stylesheet" href="./assets/style.css"><style>i{background:url(./assets/dot.png)}</style>',
      ),
    );
    assert.deepEqual(filesNeeded(html), []);
    assert.doesNotMatch(html, /dot\.png|style\.css|icon\.svg|worker\.js|page\.js/);
    assert.equal(html.split("data:image/png;base64,ZG90").length - 1, 5);
    assert.match(html, /<style>b\{background:url\(data:image\/png;base64,ZG90\)\}<\/style>/);
  });

  test("has the code that it loads now and later as one module that imports nothing", async () => {
    const html = await made(page("<script>inPage()</script>"));
    const code = codeIn(html);
    assert.equal(code.length, 1);
    assert.match(code[0] ?? "", /shared code.*late code|late code.*shared code/s);
    assert.match(code[0] ?? "", /inPage\(\)/);
    assert.doesNotMatch(code[0] ?? "", /import\s*[({"'`]|\bfrom\s*["'`]/);
    assert.doesNotMatch(html, /mendHost/);
  });

  test("has no code that ends its own element", async () => {
    const code = codeIn(await made(page("")))[0] ?? "";
    assert.doesNotMatch(code, /<(?:\/script|!--)/i);
  });

  test("has a policy for what stands in it, and for nothing else", async () => {
    const html = await made(page("", "<style>b{}</style>"), new URL("https://school.example/"));
    const meta = elements(html).find((element) => attribute(element, "http-equiv"));
    assert.equal(
      meta && attribute(meta, "content"),
      `default-src 'none'; script-src '${cspHash(codeIn(html)[0] ?? "")}'; style-src '${cspHash("b{}")}'; img-src data:; form-action 'none'; base-uri 'none'`,
    );
  });

  test("has its demos' data, and the handlers' sources, in it", async () => {
    const html = await made(
      page(
        '<a-demo><script type="application/json"></script></a-demo><a-demo><script type="application/json"></script></a-demo>',
        '<link rel="demo-data" href="./assets/data.json">',
      ),
    );
    const data = elements(html).filter((element) => attribute(element, "type") === "application/json");
    assert.deepEqual(
      data.map(({ inner }) => JSON.parse(inner)),
      [{ task: "URL" }, { task: '<a href="./books">Books</a>' }, { book: "</script>" }],
    );
    assert.doesNotMatch(html, /demo-data/);
  });

  test("says what it is, and that its server runs inside the page", async () => {
    assert.match(
      await made(page("")),
      /<p class="facts">This is the lesson in one file\. Its server runs inside the page/,
    );
  });

  test("has its licences in it", async () => {
    const html = await made(page(""));
    assert.match(html, /<a href="#licences">MIT licence<\/a>/);
    assert.match(html, /<details id="licences">.*MIT &lt;licence>/);
  });

  test("has nothing that only shows something where a host has sent the page", async () => {
    assert.doesNotMatch(await made(page('<div class="network-off">Switch it off</div>')), /Switch it off/);
  });

  test("is not made where it would need a file that the site does not have", async () => {
    await assert.rejects(
      made(page('<img src="./gone.png" alt="">')),
      /index\.html .* would still need \.\/gone\.png\.$/,
    );
    const broken = page("").replace("page.js", "gone.js");
    await assert.rejects(made(broken), /Expected assets\/gone\.js in the built site; found none/);
  });
});

describe("a link in one file", () => {
  const term = (attributes: string): string =>
    `<span class="term"><a ${attributes} aria-describedby="t">URL</a><span role="tooltip" id="t">An address.</span></span>`;
  const site = new URL("https://school.example/http/");
  const cases: [what: string, link: string, alone: string, published: string][] = [
    ["to a place in the page", '<a href="#t">x</a>', '<a href="#t">x</a>', '<a href="#t">x</a>'],
    ["to the page itself", '<a href="./">x</a>', '<a href="#">x</a>', '<a href="#">x</a>'],
    ["to a place in the page by its name", '<a href="./#t">x</a>', '<a href="#t">x</a>', '<a href="#t">x</a>'],
    [
      "to another site",
      '<a href="https://www.rfc-editor.org/rfc/rfc9110">x</a>',
      '<a href="https://www.rfc-editor.org/rfc/rfc9110">x</a>',
      '<a href="https://www.rfc-editor.org/rfc/rfc9110">x</a>',
    ],
    [
      "to another page",
      '<a href="./glossary/?a&amp;b#url" rel="next">x</a>',
      "x",
      '<a href="https://school.example/http/glossary/?a&amp;b#url" rel="next">x</a>',
    ],
    [
      "to a term",
      term('href="./glossary/#url"'),
      term('tabindex="0"'),
      term('href="https://school.example/http/glossary/#url"'),
    ],
    [
      "to another page, in a list of such",
      '<nav aria-label="Site"><a href="./glossary/">x</a></nav>',
      "",
      '<nav aria-label="Site"><a href="https://school.example/http/glossary/">x</a></nav>',
    ],
    [
      "to another page, in a list with others",
      '<nav><a href="./glossary/">x</a><a href="#t">y</a></nav>',
      '<nav>x<a href="#t">y</a></nav>',
      '<nav><a href="https://school.example/http/glossary/">x</a><a href="#t">y</a></nav>',
    ],
  ];
  for (const [what, link, alone, published] of cases) {
    test(what, async () => {
      const around = (text: string): string => `<p id="t"></p>${text}</main>`;
      assert.ok((await made(page(`<p id="t"></p>${link}`))).includes(around(alone)), alone);
      assert.ok((await made(page(`<p id="t"></p>${link}`), site)).includes(around(published)), published);
    });
  }

  test("in the data of a demo leads to a page of the site, or is only its words", async () => {
    const demo = page('<script type="application/json">{"task":"<a href=\\"./glossary/#url\\">URL</a>"}</script>');
    assert.match(await made(demo), /\{"task":"URL"\}/);
    assert.match(
      await made(demo, site),
      /\{"task":"<a href=\\"https:\/\/school\.example\/http\/glossary\/#url\\">URL<\/a>"\}/,
    );
  });

  test("that leads nowhere is told", () => {
    const html = '<p id="a"><a href="#b">x</a><a href="#a">x</a><a href="./c/">x</a><a href="file:///d">x</a>';
    assert.deepEqual(filesNeeded(html), ["#b", "./c/", "file:///d"]);
  });
});
