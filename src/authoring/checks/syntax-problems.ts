import { slug } from "github-slugger";
import { mdxToMdast } from "satteri";
import { remembered } from "../../remembered.ts";
import type { TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

/** What a page's source is read as. */
export interface ReadPage {
  /** Null where the markdown cannot be read to its end. */
  readonly tree: TreeNode | null;
  /** The source that the tree is of: as long as the page's, with what is no markdown made harmless. */
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** A mistake that keeps the parser from reading on: its place in the source, and how the source is read without it. */
interface Slip {
  readonly index: number;
  readonly expected: string;
  readonly found: string;
  /** The source without the mistake, of the same length; null where nobody can know what was meant. */
  readonly mended: string | null;
}

/** Gives each page's tree again while a check goes on; null while none does. */
let readBefore: typeof parsePage | null = null;

/**
 * Lets each page be parsed once in a check, though its outline, its resources and its body are looked at one after the other. A tree
 * depends on its source alone, and nobody changes one. After the check all are let go, since they weigh more than what was told.
 */
export async function readingOnce<Told>(check: () => Promise<Told>): Promise<Told> {
  if (readBefore) return check();
  readBefore = remembered(parsePage);
  try {
    return await check();
  } finally {
    readBefore = null;
  }
}

/** Read a page's markdown. */
export function readPage(page: string): ReadPage {
  return (readBefore ?? parsePage)(page);
}

/** The parser stops at the first mistake; so each is made harmless, and the page read again. */
function parsePage(page: string): ReadPage {
  const problems: Problem[] = [];
  const swallowed = swallowedBlock(page);
  if (swallowed) return { tree: null, source: page, problems: [swallowed] };
  let source = page;
  for (;;) {
    try {
      const tree = mdxToMdast(source, { features: { frontmatter: true } }) as TreeNode;
      return { tree, source, problems };
    } catch (error) {
      const slip = slipIn(source, (error as Error).message);
      const { line, column } = placeOf(source, slip.index);
      problems.push(problem(line, column, slip.expected, slip.found));
      if (slip.mended === null || slip.mended === source || problems.length === 50) {
        return { tree: null, source, problems };
      }
      source = slip.mended;
    }
  }
}

/** A block that lacks its end, and so takes in the beginning of the next: whatever stands below is read as something else. */
function swallowedBlock(source: string): Problem | null {
  let open: { readonly ticks: string; readonly lang: string; readonly line: number; readonly column: number } | null =
    null;
  for (const [index, text] of source.split("\n").entries()) {
    const [, indent = "", ticks, words = ""] = /^([ \t]*)(`{3,})([^`]*)$/.exec(text) ?? [];
    if (ticks === undefined || ticks.length < (open?.ticks.length ?? 0)) continue;
    const lang = words.trim();
    if (open?.lang && lang !== "") {
      const expected = `a line ${open.ticks} that ends the block which begins here`;
      return problem(open.line, open.column, expected, `the beginning of another one, in line ${index + 1}`);
    }
    open = open ? null : { ticks, lang, line: index + 1, column: indent.length + 1 };
  }
  return null;
}

/** The line and the column of a place in a source, from 1. */
export function placeOf(source: string, index: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The parser's own complaint, without its codes: the place, what it wants. */
function slipIn(source: string, message: string): Slip {
  const [, line = "1", column = "1", complaint = message] =
    /(\d+):(\d+)(?:-\d+:\d+)?:?\s*([\s\S]*)$/.exec(message) ?? [];
  const lines = source.split("\n");
  const start = lines.slice(0, Number(line) - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const index = start + Number(column) - 1;
  if (/after `<`/.test(complaint)) return tagSlip(source, index);
  if (/Could not parse expression/.test(complaint)) return braceSlip(source, index);
  if (/corresponding closing brace/.test(complaint)) {
    const expected = "a closing brace, or \\{ where a brace itself is meant";
    return { index, expected, found: "none", mended: blanked(source, index, index + 1) };
  }
  for (const [pattern, expected, found] of complaints) {
    const names = pattern.exec(complaint);
    if (!names) continue;
    const said = (text: string) => text.replaceAll(/\$(\d)/g, (_, number) => names[Number(number)] ?? "");
    return { index, expected: said(expected), found: said(found), mended: null };
  }
  return { index, expected: "markdown with components (MDX)", found: complaint.split("\n")[0] ?? "", mended: null };
}

/** Complaints about tags that do not fit together. The first that fits is told. */
const complaints: readonly (readonly [complaint: RegExp, expected: string, found: string])[] = [
  [/closing tag for `<img>`/, "a picture as ![what it shows](address)", "<img>"],
  [/closing tag for `<(br|hr|input|wbr)>`/, "<$1 />, with a slash, since nothing closes it", "<$1>"],
  [
    /closing tag for `<([\w.]+)>`.*before the end of `paragraph`/s,
    "the tags <$1> and </$1> in lines of their own",
    "<$1> within a text",
  ],
  [/Expected the closing tag `<\/([\w.]+)>`/, "the tag </$1> in a line of its own", "text before it in its line"],
  [
    /closing tag `<\/([\w.]+)>`, expected corresponding closing tag for `<([\w.]+)>` \((\d+):/,
    "the closing tag </$2> of the tag in line $3",
    "</$1>",
  ],
  [/closing tag for `<([\w.]+)>`/, "the closing tag </$1>", "none"],
  [/Unexpected closing tag `<\/([\w.]+)>`/, "the tag <$1> before its end", "</$1> alone"],
  [/create a comment in MDX/, "a comment between {/* and */}", "<!--"],
];

const curly = /[“”„‟«»‘’‚‛]/;

/** What stands behind a `<` that begins no tag. */
function tagSlip(source: string, index: number): Slip {
  const rest = source.slice(index);
  if (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->");
    const expected = "a comment between {/* and */}";
    return { index, expected, found: "<!--", mended: end < 0 ? null : blanked(source, index, index + end + 3) };
  }
  const [head = ""] = /^<[A-Za-z][\w.]*(?=[\s>/])/.exec(rest) ?? [];
  let at = head.length;
  while (head !== "") {
    const attribute = /^\s*([A-Za-z_][\w:.-]*)\s*(?:=\s*("[^"]*"|'[^']*'|\{[^{}]*\}))?(?=[\s/>]|$)/.exec(
      rest.slice(at),
    );
    if (attribute) {
      at += attribute[0].length;
      continue;
    }
    const [, before, name = "", , value = ""] =
      /^(\s*([A-Za-z_][\w:.-]*)(\s*=\s*))([^\s>]*)/.exec(rest.slice(at)) ?? [];
    if (before === undefined || value === "") break;
    const place = index + at + before.length;
    return attributeSlip(source, place, name, value);
  }
  const expected = "a tag after <, or &lt; where the sign itself is meant, or [words](address) for a link";
  return { index, expected, found: "something else", mended: blanked(source, index, index + 1) };
}

/** A value that does not stand in quotes as it should; `place` is where it begins. */
function attributeSlip(source: string, place: number, name: string, value: string): Slip {
  const line = /^[^>\n]*/.exec(source.slice(place))?.[0] ?? "";
  if (curly.test(value.charAt(0))) {
    const end = [...line.slice(1)].findIndex((sign) => curly.test(sign) || sign === '"') + 1;
    const mended =
      end > 0
        ? `${source.slice(0, place)}"${source.slice(place + 1, place + end)}"${source.slice(place + end + 1)}`
        : null;
    const expected = `straight quotes around the value: ${name}="${end > 0 ? line.slice(1, end) : "…"}"`;
    return { index: place, expected, found: `${value.charAt(0)}, a quote as word processors make it`, mended };
  }
  if (/^["'{]/.test(value)) {
    const sign = value.startsWith("{") ? "}" : value.charAt(0);
    return { index: place, expected: `${sign} at the end of the value of ${name}`, found: "none", mended: null };
  }
  const whole = /^[^\s>/]*/.exec(value)?.[0] ?? value;
  const equals = source.lastIndexOf("=", place);
  const mended = blanked(source, equals, place + whole.length);
  return { index: place, expected: `quotes around the value: ${name}="${whole}"`, found: `${name}=${whole}`, mended };
}

/** Braces around what is no code; the parser stops somewhere behind the first of them. */
function braceSlip(source: string, index: number): Slip {
  const start = openBrace(source, index);
  const end = closeBrace(source, start);
  const text = source.slice(start, end);
  const shown = text.includes("\n") || text.length > 40 ? `${text.slice(0, 40).split("\n")[0]} …` : text;
  const line = source.slice(source.lastIndexOf("\n", start) + 1, start);
  if (/[\w-]=$/.test(line)) {
    const mended = `${source.slice(0, start)}{1${" ".repeat(text.length - 3)}}${source.slice(end)}`;
    const expected = "a number between the braces, or a text in straight quotes and without braces";
    return { index: start, expected, found: shown, mended: text.length < 3 ? null : mended };
  }
  const mended = `${source.slice(0, start)}{${text.slice(1, -1).replace(/[^\n]/g, " ")}}${source.slice(end)}`;
  if (/^\{#[^{}]*\}$/.test(text) && /^#{1,6}[ \t]/.test(line)) {
    const id = slug(line.replace(/^#+/, "").trim());
    return {
      index: start,
      expected: `nothing behind the heading: its words make its address, #${id}`,
      found: text,
      mended,
    };
  }
  const expected = "\\{ where a brace itself is meant, and a line ``` around a block";
  return { index: start, expected, found: shown, mended };
}

/** Where the brace opens in which the place stands, or which ended right before it. */
function openBrace(source: string, index: number): number {
  let depth = 0;
  const from = source.charAt(index - 1) === "}" ? index - 2 : index - 1;
  for (let at = from; at >= 0; at -= 1) {
    if (source.charAt(at) === "}") depth += 1;
    if (source.charAt(at) === "{" && depth-- === 0) return at;
  }
  return index;
}

/** Where the brace that opens at `start` has been closed. */
function closeBrace(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source.charAt(at) === "{") depth += 1;
    if (source.charAt(at) === "}" && --depth === 0) return at + 1;
  }
  return source.length;
}

/** The source with spaces in the place of a part of it. */
function blanked(source: string, start: number, end: number): string {
  return source.slice(0, start) + source.slice(start, end).replace(/[^\n]/g, " ") + source.slice(end);
}
