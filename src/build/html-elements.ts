import { parseFragment } from "parse5";

/** An element as it stands in a page's source. All places are told in UTF-16 code units. */
export interface Element {
  /** In small letters. */
  readonly tagName: string;
  readonly attributes: readonly SourceAttribute[];
  /** The element that it stands in; null for an outermost one. */
  readonly parent: Element | null;
  /** Where its start tag begins, and where its end tag ends. */
  readonly start: number;
  readonly end: number;
  /** What stands between its tags, as it is written, and where that begins and ends. */
  readonly inner: string;
  readonly innerStart: number;
  readonly innerEnd: number;
}

/** An attribute as it stands in a page's source. */
export interface SourceAttribute {
  readonly element: Element;
  /** In small letters, with its prefix: `xlink:href`. */
  readonly name: string;
  readonly value: string;
  /** Where `name="value"` begins and ends. */
  readonly start: number;
  readonly end: number;
}

interface Read {
  readonly html: string;
  readonly elements: readonly Element[];
  readonly attributes: readonly SourceAttribute[];
}

/** The page that was read last: who asks of a page asks of it repeatedly. */
let last: Read | null = null;

function read(html: string): Read {
  if (last?.html === html) return last;
  const elements = readElements(html);
  last = { html, elements, attributes: elements.flatMap(({ attributes }) => attributes) };
  return last;
}

/**
 * The elements of a page in document order, those inside `<template>` and `<noscript>` among them. Tags are found, and their
 * attributes read, as browsers do it (HTML, section 13.2.5). How browsers mend tags that do not fit together is left out, for the
 * check of the built HTML allows none: an end tag ends the nearest element of its name, with all that is open in it. A parser
 * that builds a document takes five times as long, and leaves much to be cleared away: both were felt in a course of many pages.
 */
export function elements(html: string): readonly Element[] {
  return read(html).elements;
}

/** A comment, or a tag up to the end of its name. */
const markup = /<!--(?:-?>|.*?(?:--!?>|$))|<(?:[!?]|\/[^a-z])[^>]*>|<(\/?)([a-z][^\s/>]*)/gis;
/** An attribute, and the end of a tag. */
const attributeAt = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?/y;
const tagEnd = /[\s/]*>?/y;
/** Elements that have no end tag, and those in whose text there are no tags. */
const hasNoEnd = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const hasRawText = /^(?:script|style|textarea|title|iframe|noembed|noframes|xmp)$/;

type Unfinished = { -readonly [Key in keyof Element]: Element[Key] };

function readElements(html: string): readonly Element[] {
  const found: Element[] = [];
  const open: Unfinished[] = [];
  const close = (depth: number, innerEnd: number, end: number): void => {
    for (const [above, element] of open.splice(depth).entries()) {
      element.innerEnd = innerEnd;
      element.end = above === 0 ? end : innerEnd;
      element.inner = html.slice(element.innerStart, innerEnd);
    }
  };
  markup.lastIndex = 0;
  for (let tag = markup.exec(html); tag; tag = markup.exec(html)) {
    const [, slash, written] = tag;
    if (written === undefined) continue;
    const tagName = written.toLowerCase();
    const parent = open.at(-1) ?? null;
    const start = tag.index;
    const attributes: SourceAttribute[] = [];
    const element = { tagName, attributes, parent, start, end: 0, inner: "", innerStart: 0, innerEnd: 0 };
    const end = readTag(html, markup.lastIndex, element, attributes);
    markup.lastIndex = end;
    if (slash) {
      const depth = open.findLastIndex((each) => each.tagName === tagName);
      if (depth >= 0) close(depth, start, end);
      continue;
    }
    element.innerStart = end;
    found.push(element);
    open.push(element);
    if (hasNoEnd.test(tagName) || html.startsWith("/>", end - 2)) close(open.length - 1, end, end);
    else if (hasRawText.test(tagName)) markup.lastIndex = endOfText(html, end, tagName);
  }
  close(0, html.length, html.length);
  return found;
}

/** Reads what stands behind the name of a tag into its attributes, each name once. Gives the place behind the tag. */
function readTag(html: string, from: number, element: Element, attributes: SourceAttribute[]): number {
  let end = from;
  attributeAt.lastIndex = from;
  for (let match = attributeAt.exec(html); match; match = attributeAt.exec(html)) {
    const [text, written = "", value = ""] = match;
    end = attributeAt.lastIndex;
    const name = written.toLowerCase();
    if (attributes.some((other) => other.name === name)) continue;
    const start = match.index + text.indexOf(written);
    attributes.push({ element, name, value: characters(value.replace(/^(["'])(.*)\1$/s, "$2")), start, end });
  }
  tagEnd.lastIndex = end;
  return end + (tagEnd.exec(html)?.[0].length ?? 0);
}

function endOfText(html: string, from: number, tagName: string): number {
  const end = new RegExp(`</${tagName}(?=[\\s/>])`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** A text with what its character references (`&amp;`) stand for. */
function characters(written: string): string {
  if (!written.includes("&")) return written;
  const [holder] = parseFragment(`<i title="${written.replaceAll('"', "&quot;")}">`).childNodes;
  return (holder && "attrs" in holder && holder.attrs[0]?.value) || written;
}

/** The value of an element's attribute; undefined where it has none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attributes.find((attr) => attr.name === name)?.value;
}

/** The elements that an element stands in, the nearest first. */
export function ancestors({ parent }: Element): readonly Element[] {
  return parent ? [parent, ...ancestors(parent)] : [];
}

/** The attributes that stand in a page's source, in order. */
export function sourceAttributes(html: string): readonly SourceAttribute[] {
  return read(html).attributes;
}

/** The text of an element, as readers see it. */
export function textOf({ inner }: Element): string {
  return characters(inner.replaceAll(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, ""));
}

/** The line of a place in a page's source, from 1. */
export function lineOf(html: string, place: number): number {
  return html.slice(0, place).split("\n").length;
}
