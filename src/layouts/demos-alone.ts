import { attribute, type Element, elements, sourceAttributes, textOf } from "../build/html-elements.ts";
import { edited, replaceUrls, withValue } from "../build/html-urls.ts";

/** A demo or a task that can stand without its page. */
export interface DemoAlone {
  /** Its name in its page. */
  readonly demo: string;
  /** What it is called. */
  readonly title: string;
  /** Where it begins and ends in its page's HTML. */
  readonly start: number;
  readonly end: number;
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
    const { start } = element;
    if (!demo || start < end) return [];
    end = element.end;
    if (ofTheirPage.includes(element.tagName)) return [];
    return [{ demo, title: titleOf(named, html), start, end }];
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

/**
 * A demo's HTML as it stands away from its page: what led to a place of the page leads there, in a window of its own.
 * @param page the address of the page whose HTML this is, from the site's root
 * @param written gives an address from the site's root as it is written where the demo stands
 */
export function awayFrom(
  page: string,
  html: string,
  { start, end }: Pick<DemoAlone, "start" | "end">,
  written = (url: string): string => url,
): string {
  const own = sourceAttributes(html).filter((attr) => attr.start >= start && attr.end <= end);
  const places = new Set(own.filter(({ name }) => name === "id").map(({ value }) => `#${value}`));
  const edits = own.flatMap((attr) => {
    const leaves = attr.element.tagName === "a" && attr.name === "href" && !places.has(attr.value);
    const value = replaceUrls(attr, (url) => written(leaves ? seenFrom(page, url) : url));
    if (!leaves && value === attr.value) return [];
    const edit = withValue(attr, value);
    return leaves ? { ...edit, text: `target="_blank" rel="noopener" ${edit.text}` } : edit;
  });
  return edited(html, edits, start, end);
}

/** An address that is relative to a page, from the site's root. */
function seenFrom(page: string, href: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(href)) return href;
  const { pathname, search, hash } = new URL(href, `https://site.invalid${page}`);
  return pathname + search + hash;
}
