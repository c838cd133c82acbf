import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { ImportType, init, parse } from "es-module-lexer";
import { attribute, type Element, elements, sourceAttributes } from "./html-elements.ts";
import { cssUrls, urls } from "./html-urls.ts";

/** Something that a browser loads with a page: a file, or a script that stands in the page. */
export interface Part {
  readonly kind: "html" | "css" | "js" | "other";
  /** Path of the file within the site; null for what stands in the page. */
  readonly file: string | null;
  readonly content: Buffer;
}

/** The custom elements whose code comes with the page, as src/demos/kit/load.ts has it. */
export const atOnce: readonly string[] = ["demo-exchange", "first-cycle"];

const loadingLinks = /^(?:stylesheet|modulepreload|preload|icon|manifest)$/;

/**
 * All that a browser loads to show a page, before its reader does anything: the page, its style sheets and what they name,
 * its scripts and what these import, its pictures and its icon. Of what a script imports dynamically only the code of the
 * custom elements in the page that do not wait until the reader comes near is among it: the file of `<x-y>` is named `x-y`.
 * @param page path of the page's file within the site
 * @param near names of further custom elements to whom the reader has come near
 * @param instead what stands in the page's file in place of what it has
 */
export async function pageLoad(
  root: string,
  page: string,
  near: readonly string[] = [],
  instead?: string,
): Promise<Part[]> {
  await init;
  const html = instead ?? (await readFile(join(root, page), "utf8"));
  const parts: Part[] = [{ kind: "html", file: page, content: Buffer.from(html) }];
  const tags = new Set([
    ...near,
    ...elements(html).flatMap(({ tagName }) => (atOnce.includes(tagName) ? [tagName] : [])),
  ]);

  const load = async (url: string, from: string): Promise<void> => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)) return;
    const file = posix.join(posix.dirname(from), url.replace(/[?#].*$/, ""));
    if (parts.some((part) => part.file === file)) return;
    const content = await readFile(join(root, file));
    const kind = file.endsWith(".css") ? "css" : file.endsWith(".js") ? "js" : "other";
    parts.push({ kind, file, content });
    const text = content.toString();
    const named = kind === "css" ? cssUrls(text) : kind === "js" ? imports(text, tags) : [];
    for (const next of named) await load(next, file);
  };

  for (const element of elements(html)) {
    const { inner: text } = element;
    if (element.tagName === "style") for (const url of cssUrls(text)) await load(url, page);
    if (element.tagName === "script" && text && isJavaScript(element)) {
      parts.push({ kind: "js", file: null, content: Buffer.from(text) });
      for (const url of imports(text, tags)) await load(url, page);
    }
  }
  const isDataWanted = near.some((tag) => !atOnce.includes(tag));
  for (const attr of sourceAttributes(html)) {
    if (isDataWanted && attr.name === "href" && attribute(attr.element, "rel") === "demo-data") {
      for (const url of urls(attr)) await load(url, page);
    }
    if (!isLoaded(attr.element, attr.name)) continue;
    for (const url of urls(attr)) await load(url, page);
  }
  return parts;
}

/** Whether the URL of an attribute is loaded with the page, rather than followed by its reader. */
export function isLoaded(element: Element, name: string): boolean {
  if (element.tagName === "link") return loadingLinks.test(attribute(element, "rel") ?? "");
  return ["src", "srcset", "poster", "data", "style"].includes(name) || ["image", "use"].includes(element.tagName);
}

/** Whether a script is code, rather than data. */
export function isJavaScript(script: Element): boolean {
  return /^(?:|module|text\/javascript)$/.test(attribute(script, "type") ?? "");
}

function imports(code: string, tags: ReadonlySet<string>): string[] {
  const [found] = parse(code);
  return found.flatMap(({ t, s: start, e: end }) => {
    const name = code.slice(start, end).replace(/^["'`]|["'`]$/g, "");
    const tag = posix.basename(name).replace(/\..*$/, "");
    return t === ImportType.Static || (t === ImportType.Dynamic && tags.has(tag)) ? [name] : [];
  });
}
