import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pageLoad } from "./page-load.ts";

const site = {
  "a/index.html": `<link rel="stylesheet" href="../a.css"><link rel="icon" href="../icon.svg"><link rel="next" href="../b/">
    <a href="../b/">next</a> <img src="../p.png" srcset="../p.png 1x, ../q.png 2x"> <img src="data:,"><img src="https://x.example/r.png">
    <script type="module" src="../_astro/a.js?v=1"></script>
    <script type="module">import "../_astro/c.js"; import("../_astro/later.js");</script>
    <demo-exchange></demo-exchange><x-z></x-z>
    <script type="application/json">{"import": "x"}</script>`,
  "b/index.html": "<p>b",
  "a.css": "@import 'd.css'; a { background: url(p.png) }",
  "d.css": "",
  "_astro/a.js": 'import { b } from "./b.js"; const later = () => import("./later.js");',
  "_astro/b.js": 'export * from "./c.js";',
  "_astro/c.js": "import(`./demo-exchange.DEF.js`), import(`./x-z.GHI.js`)",
  "_astro/later.js": "",
  "_astro/demo-exchange.DEF.js": "",
  "_astro/x-z.GHI.js": "",
  "icon.svg": "",
  "p.png": "",
  "q.png": "",
};

describe("of a built site", () => {
  let root: string;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), "page-load-"));
    for (const [file, text] of Object.entries(site)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
  });
  after(() => rm(root, { recursive: true }));

  test("a page loads its styles, scripts and pictures, and what these name in turn, each once", async () => {
    const parts = await pageLoad(root, "a/index.html");
    const names = (kind: string): (string | null)[] =>
      parts.filter((part) => part.kind === kind).map(({ file }) => file);
    assert.deepEqual(names("html"), ["a/index.html"]);
    assert.deepEqual(names("css").sort(), ["a.css", "d.css"]);
    assert.deepEqual(names("js").sort(), [
      "_astro/a.js",
      "_astro/b.js",
      "_astro/c.js",
      "_astro/demo-exchange.DEF.js",
      null,
    ]);
    assert.deepEqual(names("other").sort(), ["icon.svg", "p.png", "q.png"]);
  });

  test("the code of a demo comes with a page whose reader has come near it", async () => {
    const parts = await pageLoad(root, "a/index.html", ["x-z"]);
    assert.ok(parts.some(({ file }) => file === "_astro/x-z.GHI.js"));
  });

  test("a page that names a script that is not there is an error", async () => {
    await writeFile(join(root, "b/index.html"), '<script src="../gone.js"></script>');
    await assert.rejects(pageLoad(root, "b/index.html"), /gone\.js/);
  });
});
