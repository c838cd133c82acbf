import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkLinks, type LinkReport } from "./links.ts";

const site = {
  "index.html": `<h1 id="start">Home</h1>
    <a href="./glossary/?q=1#field">a page and a place in it</a> <a href="#start">here</a> <a href="#">top</a>
    <a href="./glossary/#:~:text=field">a text</a> <a href="mailto:editor@library.example">mail</a>
    <a href="https://library.example/x">elsewhere</a> <a href="//library.example/y">elsewhere</a>
    <img src="./a%20picture.png" srcset="./a%20picture.png 1x">`,
  "glossary/index.html": `<a href="../">home</a><p id="field">
    <a href="../nowhere/">lost</a>
    <a href="../#nothing">no such place</a>
    <a href="../glossary">no slash</a>
    <a href="../../">out</a>
    <img src="b.png">`,
  "a picture.png": "",
  "style.css": "a{background:url('a%20picture.png')}b{background:url(b.png)}",
};

describe("a check of all links", () => {
  let root: string;
  let report: LinkReport;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), "links-"));
    for (const [file, text] of Object.entries(site)) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    report = await checkLinks(root);
  });
  after(() => rm(root, { recursive: true }));

  test("counts those that stay in the site", () => assert.equal(report.internal, 14));

  test("lists those that leave it", () =>
    assert.deepEqual(report.external, ["//library.example/y", "https://library.example/x"]));

  test("says of each broken one where it is and what is wrong", () =>
    assert.deepEqual(report.problems, [
      "glossary/index.html:2: ../nowhere/ leads to nowhere/index.html, which is not in the site.",
      'glossary/index.html:3: ../#nothing names a place that index.html does not have: no element has id="nothing".',
      "glossary/index.html:4: ../glossary leads to a folder. End it with a slash: not every host adds it.",
      "glossary/index.html:5: ../../ leaves the site, which may stand in a folder of its host.",
      "glossary/index.html:6: b.png leads to glossary/b.png, which is not in the site.",
      "style.css:1: b.png leads to b.png, which is not in the site.",
    ]));
});
