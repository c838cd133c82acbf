import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { siteResources } from "../authoring/site-resources.ts";
import { tagOf } from "../demos/kit/tag.ts";
import { fenceKinds, kinds } from "../demos/registry.ts";
import { elements } from "./html-elements.ts";
import { listFiles } from "./list-files.ts";
import { atOnce, type Part, pageLoad } from "./page-load.ts";
import { settings } from "./settings.ts";
import { formatTable } from "./table.ts";

/** Bytes after gzip, as a host sends them, and how many there may be; null where no bar is set. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number | null;
  /** What it is about, and what to do where there are more. */
  readonly remedy?: string;
}

/**
 * The bars, in bytes after gzip. They belong to kinds of pages and of demos, and hold for what the code brings to each: what an
 * author writes has room. Raise none without need. The worker has 0.1 KB for what a browser must be kept from, and 0.1 KB for
 * taking resources that pages add.
 */
export const limits = {
  /** A page without what its author wrote, and without the styles that only its own kinds of demos have. */
  frame: { text: 11_000, demos: 17_000 },
  pageScripts: 16_000,
  /** The scripts that come when a reader is near the first demo of a kind. */
  kindScripts: 38_000,
  worker: 14_200,
};

/**
 * The promise to a reader of the first lesson, who may be on a slow line: all that loads with it, the fields of each answer
 * included. It had so many words when it was made; each further one has room for itself, so that no author breaks it by writing.
 */
const lesson = { page: "index.html", bytes: 50_000, words: 11_250, bytesPerWord: 5 };

/** About what a host says of a file before it sends it. */
const fields = 230;

/** What the settings of a host may add to each page: previews in social media, an imprint, links to report what is wrong. */
const settingsShare = settings.url || settings.source || settings.imprint ? 1_200 : 0;

/** What the resources of the site's pages may add to the worker, which carries them: as much as they weigh. */
const resourcesShare = gzipSync(JSON.stringify(siteResources())).length - gzipSync("[]").length;

const codeHasGrown =
  "What authors write does not count here, so the code has grown: take something away in src/layouts, src/styles or src/demos.";

const lessonHasGrown =
  "This is about the first lesson alone, content/index.mdx. Its words have room of their own, so something else has grown: let a demo or a picture go to another page, or take something away in the code.";

/** The sizes that have a bar, and those of what is loaded later. */
export async function measureSizes(root: string): Promise<Size[]> {
  const files = await listFiles(root);
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith(".html"))
      .map(async (page) => ({
        page,
        html: await readFile(join(root, page), "utf8"),
        parts: await pageLoad(root, page),
      })),
  );
  const sizes = await Promise.all(pages.map((page) => pageSizes(root, page)));
  const initial = new Set(pages.flatMap(({ parts }) => parts.map(({ file }) => file)));
  const later = files.filter((name) => /\.js(?:on)?$/.test(name) && !initial.has(name));
  return [
    ...sizes.filter((_, index) => !isOneDemo(pages[index]?.page)).flat(),
    ...heaviest(sizes.filter((_, index) => isOneDemo(pages[index]?.page))),
    ...(await kindSizes(root, pages)),
    ...(await Promise.all(
      later.map(async (file) => ({
        what: `${file}, loaded later`,
        bytes: gzipSync(await readFile(join(root, file))).length,
        limit: file === "lab/worker.js" ? limits.worker + resourcesShare : null,
      })),
    )),
  ];
}

interface LoadedPage {
  /** Path of the page's file within the site. */
  readonly page: string;
  readonly html: string;
  readonly parts: readonly Part[];
}

const isOneDemo = (page = ""): boolean => page.startsWith("embed/") && page !== "embed/index.html";

/** Of pages that are many and alike, the largest size of each sort. */
function heaviest(sizes: readonly (readonly Size[])[]): readonly Size[] {
  const [first = [], ...others] = sizes;
  return first.map((size, sort) =>
    others.reduce((most, other) => {
      const its = other[sort] ?? most;
      return its.bytes > most.bytes ? its : most;
    }, size),
  );
}

async function pageSizes(root: string, { page, html, parts }: LoadedPage): Promise<Size[]> {
  const near = atOnce.filter((tag) => html.includes(`<${tag}`));
  const frame = await pageLoad(root, page, near, frameOf(html));
  const kind = /@layer kit\{[^}]/.test(html) ? "demos" : "text";
  const isLesson = page === lesson.page;
  return [
    {
      what: `${page}, all that loads with it`,
      bytes: gzipSize(inFiles(parts)) + inFiles(parts).length * fields,
      limit: isLesson ? lessonLimit(html) : null,
      remedy: lessonHasGrown,
    },
    {
      what: `${page}, its frame`,
      bytes: gzipSize(inFiles(frame)),
      limit: limits.frame[kind] + settingsShare,
      remedy: codeHasGrown,
    },
    {
      what: `${page}, its scripts`,
      bytes: gzipSize(parts.filter(({ kind }) => kind === "js")),
      limit: limits.pageScripts,
      remedy: codeHasGrown,
    },
  ];
}

/** What the kinds of demos load when a reader is near the first of them, each measured in a page that has one. */
async function kindSizes(root: string, pages: readonly LoadedPage[]): Promise<Size[]> {
  const tags = new Set([...kinds, ...fenceKinds].map(({ folder }) => tagOf(folder)));
  const sizes = Array.from(tags, async (tag): Promise<Size[]> => {
    const found = pages.find(({ html }) => html.includes(`<${tag}`));
    if (!found) return [];
    const before = new Set(found.parts.map(({ file }) => file));
    const parts = await pageLoad(root, found.page, [tag]);
    const scripts = parts.filter(({ kind, file }) => kind === "js" && !before.has(file));
    const bytes = gzipSize(scripts);
    return [{ what: `${tag}, its scripts`, bytes, limit: limits.kindScripts, remedy: codeHasGrown }];
  });
  return (await Promise.all(sizes)).flat();
}

/** A page without what its author wrote, and without the styles that only its own kinds of demos have. */
function frameOf(html: string): string {
  const main = mainOf(html);
  return html.replace(main, () => "").replace(/@layer kinds\{[\s\S]*?(?=@layer guide\{)/, "");
}

function mainOf(html: string): string {
  return elements(html).find(({ tagName }) => tagName === "main")?.inner ?? "";
}

/** How much may load with the first lesson. */
export function lessonLimit(html: string): number {
  return lesson.bytes + roomForWords(html) + settingsShare;
}

/** What the words of a page may weigh that the lesson did not have when its promise was made. */
function roomForWords(html: string): number {
  const words = mainOf(html)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]+>/g, " ")
    .match(/\S+/g);
  return Math.max(0, (words?.length ?? 0) - lesson.words) * lesson.bytesPerWord;
}

/** A script that stands in the page has its share in the page's own size. */
function inFiles(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ file }) => file !== null);
}

function gzipSize(parts: readonly Part[]): number {
  return parts.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
}

/** A size as a reader of the table wants it: `12.3 KB`, of 1000 bytes. */
export function formatBytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

if (import.meta.main) {
  const sizes = await measureSizes("dist");
  const isTooLarge = ({ bytes, limit }: Size): boolean => limit !== null && bytes > limit;
  const rows = sizes.map((size) => [
    size.what,
    formatBytes(size.bytes),
    size.limit === null ? "" : formatBytes(size.limit),
    isTooLarge(size) ? "too large" : "",
  ]);
  process.stdout.write(`${formatTable([["gzip", "size", "bar"], ...rows])}\n`);
  const failures = sizes.filter(isTooLarge);
  for (const { what, bytes, limit, remedy = "" } of failures) {
    process.stdout.write(`\n${what}: expected at most ${limit} bytes; found ${bytes}. ${remedy}\n`);
  }
  process.exitCode = failures.length > 0 ? 1 : 0;
}
