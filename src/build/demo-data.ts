import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { attribute, type Element, elements, rawText } from "./html-urls.ts";
import { listFiles } from "./list-files.ts";

/** Data that are shorter than this, in characters, stay in their page: a request of their own would cost more. */
const least = 4_000;

/**
 * Takes what a page's demos need to come alive out of the page, into a file of its own, which comes when a reader comes near
 * the first of them: until then the text stands in the page once. Transcripts keep their data, for their code comes at once; so
 * does a demo that stands alone, which its reader is near from the start.
 */
export function demoData(): AstroIntegration {
  return {
    name: "demo-data",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = (await listFiles(root)).filter((file) => file.endsWith(".html") && !file.startsWith("embed/"));
        let count = 0;
        for (const page of pages) {
          const path = posix.join(root, page);
          const taken = takeData(await readFile(path, "utf8"));
          if (!taken) continue;
          const file = `assets/${createHash("sha256").update(taken.data).digest("hex").slice(0, 8)}.json`;
          await mkdir(posix.join(root, "assets"), { recursive: true });
          await writeFile(posix.join(root, file), taken.data);
          await writeFile(path, taken.html.replace("</head>", `<link rel="demo-data" href="/${file}"></head>`));
          count += 1;
        }
        logger.info(`the demos of ${count} pages have their data in a file of their own`);
      },
    },
  };
}

/** A page whose demos' data are left out, and these as a JSON array in document order; null where they are few. */
export function takeData(html: string): { readonly html: string; readonly data: string } | null {
  const places = dataScripts(html).flatMap((script) => script.childNodes[0]?.sourceCodeLocation ?? []);
  const texts = places.map(({ startOffset, endOffset }) => html.slice(startOffset, endOffset));
  const data = `[${texts.join(",")}]`;
  if (data.length < least) return null;
  const left = places.toReversed().reduce((page, { startOffset, endOffset }) => {
    return page.slice(0, startOffset) + page.slice(endOffset);
  }, html);
  return { html: left, data };
}

/** The scripts of a page that hold the data of a demo that waits until the reader is near. */
function dataScripts(html: string): readonly Element[] {
  return elements(html).filter((element) => {
    if (element.tagName !== "script" || attribute(element, "type") !== "application/json") return false;
    const { parentNode } = element;
    return (
      parentNode !== null &&
      "tagName" in parentNode &&
      parentNode.tagName !== "demo-exchange" &&
      rawText(element) !== ""
    );
  });
}
