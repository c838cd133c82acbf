import { reasonPhrase, statusClass, statusClasses } from "../../http/rules/status.ts";
import { type Problem, problem } from "../checks/author-error.ts";

/** What the entries of a file of the reference are. */
export type ReferenceKind = "methods" | "status-codes" | "fields";

/** In the order in which readers meet them in a message. */
export const referenceKinds: readonly ReferenceKind[] = ["methods", "status-codes", "fields"];

/** What is said of a method, a status code, a class of codes or a field. */
export interface ReferenceEntry {
  /** As a message has it: `GET`, `404`, `ETag`; a class is `4xx`. */
  readonly name: string;
  /** What stands behind a code: its reason phrase, or the name of a class. */
  readonly phrase: string;
  readonly sentence: string;
  readonly standard: Standard;
  /** What is said of values of a field. */
  readonly values: readonly ReferenceValue[];
}

/** A value, or how one begins, and what it adds to what its field says. */
export type ReferenceValue = Omit<ReferenceEntry, "phrase" | "values">;

/** Where a standard says it. */
export interface Standard {
  readonly text: string;
  readonly url: string;
}

/** A heading, or a paragraph, with the line that it begins in. */
interface Block {
  readonly line: number;
  /** Null for a paragraph. */
  readonly level: number | null;
  readonly text: string;
  /** Whether a heading has no space behind its signs. */
  readonly glued?: boolean;
}

/** How long a sentence may be that stands beside one line of a message, in characters. */
const longest = 100;

/**
 * The entries of a file of the reference, and its mistakes. An entry is a heading with `##` and a name; a sentence; a line that
 * names the section of its standard. Below a field, a heading with `###` names a value, which has the same two lines. What is
 * not whole is left out of the entries.
 */
export function parseReference(
  kind: ReferenceKind,
  source: string,
): { readonly entries: readonly ReferenceEntry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tell = (line: number, expected: string, found: string): void => {
    problems.push(problem(line, 1, expected, found));
  };
  const entries: (ReferenceEntry & { readonly values: ReferenceValue[] })[] = [];
  const seen = new Map<string, number>();
  // The name that a value belongs to: "" before the first, null below one that is wrong, whose values nobody can place.
  let above: string | null = "";
  for (const [heading, ...paragraphs] of sections(blocksOf(source))) {
    const { line, level, text } = heading;
    if (level === null) {
      tell(line, `a heading with ## above the first text, such as ## ${examples[kind]}`, `“${text}”`);
      continue;
    }
    if (heading.glued) tell(line, `a space behind ${"#".repeat(level)}`, `“${"#".repeat(level)}${text}”`);
    const isValue = level === 3;
    if (level !== 2 && !isValue) {
      tell(line, "## before a name, or ### before a value of a field", "#".repeat(level));
      continue;
    }
    if (isValue && above === "") tell(line, "a field with ## above its value", `### ${text} above all names`);
    if (isValue && kind !== "fields") tell(line, "values (###) below fields alone", `### ${text}`);
    const named = isValue ? valueName(text) : nameOf(kind, text);
    if ("expected" in named) tell(line, named.expected, named.found);
    const name = "name" in named ? named.name : null;
    if (!isValue) above = name;
    const whole = isValue ? `${above ?? line} ${name}` : (name ?? "");
    const key = kind === "fields" ? whole.toLowerCase() : whole;
    const before = name === null ? undefined : seen.get(key);
    if (before !== undefined) tell(line, "each name once", `“${text}”, which line ${before} has, too`);
    else if (name !== null) seen.set(key, line);
    const said = readText(text, line, paragraphs, tell);
    if (!said || name === null || before !== undefined) continue;
    if (!isValue) entries.push({ name, phrase: "phrase" in named ? named.phrase : "", ...said, values: [] });
    else if (kind === "fields") entries.find((entry) => entry.name === above)?.values.push({ name, ...said });
  }
  if (source.trim() === "") tell(1, `entries that begin with ## and a name, such as ## ${examples[kind]}`, "none");
  else if (kind === "status-codes") {
    const missing = statusClasses.find(({ digit }) => !seen.has(`${digit}xx`));
    if (missing) tell(1, "all five classes, 1xx to 5xx", `no ${missing.digit}xx`);
  }
  return { entries, problems: problems.sort((a, b) => a.line - b.line) };
}

const examples: Readonly<Record<ReferenceKind, string>> = {
  methods: "GET",
  "status-codes": "404 Not Found",
  fields: "Content-Type",
};

function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const [index, written] of source.split(/\r?\n/).entries()) {
    const text = written.trim();
    const [, marks, space, heading = ""] = /^(#+)(\s*)(.*)$/.exec(text) ?? [];
    const last = blocks.at(-1);
    if (marks !== undefined) {
      blocks.push({ line: index + 1, level: marks.length, text: heading, glued: space === "" && heading !== "" });
    } else if (text !== "" && open && last) blocks[blocks.length - 1] = { ...last, text: `${last.text} ${text}` };
    else if (text !== "") blocks.push({ line: index + 1, level: null, text });
    open = text !== "" && marks === undefined;
  }
  return blocks;
}

/** Each heading with the paragraphs below it; paragraphs above the first heading stand alone. */
function sections(blocks: readonly Block[]): readonly (readonly [Block, ...Block[]])[] {
  const found: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.level === null && last && last[0].level !== null) last.push(block);
    else found.push([block]);
  }
  return found;
}

type Named = { readonly name: string; readonly phrase: string } | { readonly expected: string; readonly found: string };

function nameOf(kind: ReferenceKind, text: string): Named {
  if (text === "") return { expected: `a name after ##, such as ${examples[kind]}`, found: "none" };
  if (kind === "status-codes") return codeOf(text);
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(text)) return { name: text, phrase: "" };
  const what = kind === "fields" ? "a field’s name" : "a method";
  return { expected: `${what} of letters, digits and hyphens, such as ${examples[kind]}`, found: `“${text}”` };
}

function valueName(text: string): Named {
  return text === "" ? { expected: "a value after ###, such as no-store", found: "none" } : { name: text, phrase: "" };
}

function codeOf(text: string): Named {
  const [, name = "", phrase = ""] = /^(\d{3,}|\dxx)(?: +(.*))?$/.exec(text) ?? [];
  if (name === "") {
    return {
      expected: "a status code with its phrase, such as 404 Not Found, or a class: 4xx Client error",
      found: `“${text}”`,
    };
  }
  const isClass = name.endsWith("xx");
  const code = Number.parseInt(name, 10) * (isClass ? 100 : 1);
  const own = statusClass(code)?.name;
  if (own === undefined) return { expected: "a status code from 100 to 599, or a class from 1xx to 5xx", found: name };
  const right = isClass ? own : reasonPhrase(code);
  if (right === "")
    return { expected: "a status code whose phrase the library knows, such as 404 Not Found", found: name };
  return phrase === right ? { name, phrase } : { expected: `${name} ${right}`, found: `“${text}”` };
}

/** What is said below a heading: the sentence, then its standard. */
function readText(
  name: string,
  line: number,
  [first, second, third]: readonly Block[],
  tell: (line: number, expected: string, found: string) => void,
): { readonly sentence: string; readonly standard: Standard } | null {
  const under = name === "" ? "the heading" : `“${name}”`;
  if (!first || standardOf(first.text)) {
    tell(first?.line ?? line, `a sentence under ${under}`, first ? `“${first.text}”` : "none");
    return null;
  }
  const slip = sentenceSlip(first.text);
  if (slip) tell(first.line, ...slip);
  const standard = standardOf(second?.text ?? "");
  if (!standard) {
    const such = "RFC 9110, section 8.3, or a link: [Fetch](https://…)";
    tell(second?.line ?? first.line, `the standard under the sentence: ${such}`, second ? `“${second.text}”` : "none");
  }
  if (standard && third) tell(third.line, "one sentence and its standard, then the next heading", `“${third.text}”`);
  return slip || !standard ? null : { sentence: first.text, standard };
}

function sentenceSlip(text: string): readonly [expected: string, found: string] | null {
  const mark = /[`*_[\]<>{}]/.exec(text)?.[0];
  if (mark) return ["plain words, since notes show them as they stand", `“${mark}”`];
  if (!/^\p{Lu}.*\.$/u.test(text)) return ["a sentence with a capital letter and a full stop", `“${text}”`];
  if (/[.!?]\s/.test(text)) return ["one sentence", `two or more: “${text}”`];
  if (text.length > longest) return [`a sentence of ${longest} characters at most`, `${text.length}`];
  return null;
}

/** A standard as an author names it: the section of an RFC, or a link. */
function standardOf(text: string): Standard | null {
  const [, number, section] = /^RFC (\d+), section (\d+(?:\.\d+)*)$/.exec(text) ?? [];
  if (number) return { text, url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}` };
  const [, words, url] = /^\[([^\]]+)\]\((https:\/\/[^\s)]+)\)$/.exec(text) ?? [];
  return words && url ? { text: words, url } : null;
}
