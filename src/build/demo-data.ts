import { createHash } from "node:crypto";
import { attribute, type Element, elements } from "./html-elements.ts";
import type { Edit } from "./html-urls.ts";
import { relativeUrl } from "./relative.ts";

/** Data that are shorter than this, in characters, stay in their page: a request of their own would cost more. */
const least = 4_000;

/** What is taken out of a page. */
export interface TakenData {
  /** The data, as a JSON array in document order, and the file in which they stand from then on. */
  readonly data: string;
  readonly file: string;
  /** What changes in the page: the data leave it, and it names their file. */
  readonly edits: readonly Edit[];
}

/**
 * Takes what a page's demos need to come alive out of the page, into a file of its own, which comes when a reader comes near
 * the first of them: until then the text stands in the page once. Transcripts keep their data, for their code comes at once.
 * Null where the data are few.
 * @param page path of the page's file from the site's root
 */
export function takeData(html: string, page: string): TakenData | null {
  const scripts = dataScripts(html);
  const data = `[${scripts.map(({ inner }) => inner).join(",")}]`;
  if (data.length < least) return null;
  const file = `assets/${createHash("sha256").update(data).digest("hex").slice(0, 8)}.json`;
  const head = html.indexOf("</head>");
  const link = `<link rel="demo-data" href="${relativeUrl(`/${file}`, page)}">`;
  const left = scripts.map(({ innerStart, innerEnd }) => ({ start: innerStart, end: innerEnd, text: "" }));
  return { data, file, edits: [{ start: head, end: head, text: link }, ...left] };
}

/** The scripts of a page that hold the data of a demo that waits until the reader is near. */
function dataScripts(html: string): readonly Element[] {
  return elements(html).filter((element) => {
    if (element.tagName !== "script" || attribute(element, "type") !== "application/json") return false;
    return element.parent !== null && element.parent.tagName !== "demo-exchange" && element.inner !== "";
  });
}
