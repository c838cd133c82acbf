import { didYouMean } from "./nearest.ts";

/** What an author can say behind the language of an `http` fence: ```` ```http send title="Add a book" {3} ````. */
export interface FenceOptions {
  /** Run the requests while the page is built, and let readers send them. */
  readonly send: boolean;
  /** The name over the block; null leaves it to the request. */
  readonly title: string | null;
  /** Fold the transcript away behind its outcome. */
  readonly collapsed: boolean;
  /** Ask the reader to predict the status before the answer is shown. */
  readonly predict: boolean;
  /** Lines of the block to mark, counted from 1. */
  readonly marked: readonly number[];
}

/** A part of the info string that cannot be used; `column` counts from 1 in the info string behind the language. */
export interface FenceProblem {
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

const flags = ["send", "collapsed", "predict"] as const;
const known = [...flags, "title"];

/** Read an info string, all of it: every problem is reported, and what could be read is still returned. */
export function fenceOptions(info: string): { options: FenceOptions; problems: readonly FenceProblem[] } {
  const options = { send: false, title: null as string | null, collapsed: false, predict: false };
  const marked: number[] = [];
  const seen = new Set<string>();
  const problems: FenceProblem[] = [];
  for (const match of info.matchAll(/\{[^}]*\}?|[^\s="{]+\s*=\s*(?:"[^"]*"?|\S+)|\S+/g)) {
    const word = match[0];
    const fail = (expected: string, found = word) => problems.push({ column: match.index + 1, expected, found });
    const [name = "", value] = word.startsWith("{") ? ["{", word] : split(word);
    if (seen.has(name)) fail(`“${name}” once`, `it again: ${word}`);
    seen.add(name);
    if (name === "{") readLines(word, marked, fail);
    else if (name === "title") {
      const text = /^"([^"]+)"$/.exec(value ?? "")?.[1];
      if (text) options.title = text;
      else fail('a title in double quotes, such as title="Add a book"');
    } else if (isFlag(name)) {
      if (value === undefined) options[name] = true;
      else fail(`“${name}” alone, without a value`);
    } else {
      fail(`one of ${known.join(", ")}, or {lines}`, `“${name}”${didYouMean(name, known)}`);
    }
  }
  if (!options.send) {
    for (const name of ["collapsed", "predict"] as const) {
      if (options[name])
        problems.push({ column: info.indexOf(name) + 1, expected: `“send” before “${name}”`, found: "no “send”" });
    }
  }
  return { options: { ...options, marked }, problems };
}

function isFlag(name: string): name is (typeof flags)[number] {
  return (flags as readonly string[]).includes(name);
}

function split(word: string): [name: string, value?: string] {
  const equals = word.indexOf("=");
  return equals < 0 ? [word] : [word.slice(0, equals).trim(), word.slice(equals + 1).trim()];
}

function readLines(word: string, marked: number[], fail: (expected: string, found?: string) => void): void {
  for (const range of word.replace(/^\{|\}$/g, "").split(",")) {
    const [, first, last] = /^\s*(\d{1,4})(?:\s*-\s*(\d{1,4}))?\s*$/.exec(range) ?? [];
    const from = Number(first);
    const to = Number(last ?? first);
    if (!word.endsWith("}") || !(from >= 1 && to >= from)) {
      fail("line numbers in braces, such as {2,4-6}", word);
      return;
    }
    for (let line = from; line <= to; line += 1) marked.push(line);
  }
}
