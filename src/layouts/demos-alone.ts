import { attribute, type Element, elements } from "../build/html-urls.ts";

/** A demo or a task, taken out of its page. */
export interface DemoAlone {
  /** Its name in its page. */
  readonly demo: string;
  /** What it is called. */
  readonly title: string;
  readonly html: string;
}

/** The kinds that are about the page they stand in, and would be empty without it. */
const ofTheirPage = ["my-work"];

/**
 * The outermost demos of a rendered page. Transcripts in one block go on from one another, so they stay together, under the name
 * of the first.
 */
export function demosOf(html: string): readonly DemoAlone[] {
  let end = 0;
  return elements(html).flatMap((element, at, all) => {
    const isBlock = element.tagName === "request-block";
    const named = isBlock ? (all.slice(at).find((each) => attribute(each, "data-client")) ?? element) : element;
    const demo = attribute(named, "data-client");
    const place = element.sourceCodeLocation;
    if (!demo || !place || place.startOffset < end) return [];
    end = place.endOffset;
    if (ofTheirPage.includes(element.tagName)) return [];
    return [{ demo, title: titleOf(named, html), html: html.slice(place.startOffset, end) }];
  });
}

/** What a demo is called: by its label, or by the heading that its label names. */
function titleOf(element: Element, html: string): string {
  const label = attribute(element, "aria-label");
  if (label) return label;
  const id = attribute(element, "aria-labelledby");
  const heading = elements(html).find((each) => id && attribute(each, "id") === id);
  return heading ? textOf(heading) : inWords(attribute(element, "data-client") ?? "");
}

/** A name in words: `first-cycle` is “First cycle”. */
const inWords = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");

function textOf(node: Element): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textOf(child as Element) : ""))
    .join("");
}

/** A demo's HTML as it stands away from its page: what led to a place of the page leads there, in a window of its own. */
export function awayFrom(page: string, html: string): string {
  const ids = new Set(Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id));
  return html.replaceAll(/<a\b([^>]*?)\shref="([^"]*)"/g, (link, before, href: string) => {
    if (href.startsWith("#") && ids.has(href.slice(1))) return link;
    return `<a${before} target="_blank" rel="noopener" href="${seenFrom(page, href)}"`;
  });
}

/** An address that is relative to a page, from the site's root. */
function seenFrom(page: string, href: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href)) return href;
  const { pathname, search, hash } = new URL(href, `https://site.invalid${page}`);
  return pathname + search + hash;
}
