import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { measureSizes, type Size } from "./sizes.ts";

/** The sizes of a site of these files, by what they are of. */
async function sizesOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Size>> {
  const root = await mkdtemp(join(tmpdir(), "sizes-"));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const sizes = await measureSizes(root);
  await rm(root, { recursive: true });
  return new Map(sizes.map((size) => [size.what, size]));
}

/** Words that no compression makes one of. */
const words = (count: number, of = ""): string =>
  Array.from({ length: count }, (_, index) => `${of}${((index + 1) * 7_919).toString(36)}`).join(" ");

const page = (styles: string, text: string) =>
  `<html><head><style>${styles}</style></head><body><nav>The site</nav><main id="start">${text}</main></body></html>`;

const isTooLarge = ({ bytes, limit }: Size) => limit !== null && bytes > limit;

test("what has a bar is the frame of each page, its scripts, those of each kind of demo, and the worker", async () => {
  const sizes = await sizesOf({
    "index.html": page("", "<p>The lesson"),
    "a/index.html": page(
      "",
      '<demo-walk></demo-walk></main><script type="module">import("../assets/demo-walk.A.js")</script>',
    ),
    "assets/demo-walk.A.js": "walk();",
    "assets/later.js": "later();",
    "lab/worker.js": "work();",
  });
  const barred = [...sizes.values()].filter(({ limit }) => limit !== null).map(({ what }) => what);
  assert.deepEqual(barred.sort(), [
    "a/index.html, its frame",
    "a/index.html, its scripts",
    "demo-walk, its scripts",
    "index.html, all that loads with it",
    "index.html, its frame",
    "index.html, its scripts",
    "lab/worker.js, loaded later",
  ]);
  assert.equal(sizes.get("assets/later.js, loaded later")?.limit, null);
});

test("an author writes as much as they like, with pictures and demos: no bar is about it", async () => {
  const text = `<p>${words(40_000)}</p><img src="../shelf.png"><demo-walk></demo-walk>`;
  const kinds = `@layer kit{a{b:c}}@layer kinds{${words(9_000)}}@layer guide{}`;
  const sizes = await sizesOf({
    "long/index.html": page(kinds, text),
    "short/index.html": page("@layer kit{a{b:c}}@layer guide{}", ""),
    "shelf.png": words(90_000),
  });
  assert.ok((sizes.get("long/index.html, all that loads with it")?.bytes ?? 0) > 300_000);
  assert.equal(sizes.get("long/index.html, its frame")?.bytes, sizes.get("short/index.html, its frame")?.bytes);
  assert.deepEqual([...sizes.values()].filter(isTooLarge), []);
});

test("what the code brings to a page is bounded, and who reads that it is too much is told that no text is meant", async () => {
  const sizes = await sizesOf({ "a/index.html": page(words(9_000), "<p>Two words") });
  const frame = sizes.get("a/index.html, its frame");
  assert.ok(frame && isTooLarge(frame));
  assert.match(frame.remedy ?? "", /^What authors write does not count here, so the code has grown/);
});

test("the first lesson is bounded as a whole: as its promise was made, and by what is not text in a longer one", async () => {
  const all = "index.html, all that loads with it";
  const short = (await sizesOf({ "index.html": page("", `<p>${words(300)}`) })).get(all);
  assert.equal(short?.limit, 50_000);
  const long = (await sizesOf({ "index.html": page("", `<p>${words(11_550)}`) })).get(all);
  assert.equal(long?.limit, 51_500);
  const scripted = `<p>${words(300)}</p><script type="application/json">${words(11_550)}</script>`;
  assert.equal((await sizesOf({ "index.html": page("", scripted) })).get(all)?.limit, 50_000);
  assert.match(long.remedy ?? "", /^This is about the first lesson alone, content\/index\.mdx\./);
});

test("of the pages of single demos, which are many and alike, the heaviest is told", async () => {
  const sizes = await sizesOf({
    "embed/index.html": page("", ""),
    "embed/a/one/index.html": page("", `<p>${words(300)}`),
    "embed/a/two/index.html": page(words(300), ""),
    "embed/a/three/index.html": page("", ""),
  });
  const names = [...sizes.keys()].filter((what) => what.startsWith("embed/"));
  assert.deepEqual(names.filter((what) => !what.startsWith("embed/index")).sort(), [
    "embed/a/one/index.html, all that loads with it",
    "embed/a/one/index.html, its scripts",
    "embed/a/two/index.html, its frame",
  ]);
  assert.ok(names.includes("embed/index.html, its frame"));
});
