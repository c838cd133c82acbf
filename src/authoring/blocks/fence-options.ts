import { type Act, acts } from "../../http/interaction.ts";
import { didYouMean } from "../checks/nearest.ts";

/** What an author can say behind the language of an `http` fence: ```` ```http send title="Add a book" {3} ````. */
export interface FenceOptions {
  /** Run the requests while the page is built, and let readers send them. */
  readonly send: boolean;
  /** The block is a task that the reader’s own requests solve. */
  readonly task: boolean;
  /** The block is a resource that the page adds to the library. */
  readonly resource: boolean;
  /** The name over the block; null leaves it to the request. */
  readonly title: string | null;
  /** Fold the transcript away behind its outcome. */
  readonly collapsed: boolean;
  /** Ask the reader what will come before it is shown, by what stands under the fence. */
  readonly predict: boolean;
  /** The stages of the transcript that stand open; null leaves it to where the fence stands. */
  readonly open: readonly number[] | null;
  /** Sending it counts for the part of the page that it stands in. */
  readonly must: boolean;
  /** The act that the requests stand for; null leaves it to each message. */
  readonly as: Act | null;
  /** Send what is written and nothing else. */
  readonly raw: boolean;
  /** In a demo: the server is switched off for this request. */
  readonly off: boolean;
  /** In a demo: the block says what the server must see. */
  readonly expect: boolean;
  /** Lines of the block to mark, counted from 1. */
  readonly marked: readonly number[];
}

/** A part of the info string that cannot be used; `column` counts from 1 in the info string behind the language. */
export interface FenceProblem {
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

/** Where a fence stands: by itself in a page, or as a request of a demo. */
export type FencePlace = "page" | "demo";

const flags = {
  page: ["send", "collapsed", "predict", "raw", "must", "task", "resource"],
  demo: ["off", "expect", "raw"],
} as const;

/** Read an info string, all of it: every problem is reported, and what could be read is still returned. */
export function fenceOptions(
  info: string,
  place: FencePlace = "page",
): { options: FenceOptions; problems: readonly FenceProblem[] } {
  const options = {
    send: false,
    task: false,
    resource: false,
    title: null as string | null,
    collapsed: false,
    predict: false,
    must: false,
    raw: false,
    as: null as Act | null,
    open: null as readonly number[] | null,
    off: false,
    expect: false,
  };
  const known = [...flags[place], "title", "as", ...(place === "page" ? ["open"] : [])];
  const isFlag = (name: string): name is Flag => (flags[place] as readonly string[]).includes(name);
  const marked: number[] = [];
  const seen = new Set<string>();
  const problems: FenceProblem[] = [];
  for (const match of info.matchAll(/\{[^}]*\}?|[^\s="{]+\s*=\s*(?:"[^"]*"?|[“”„«][^“”„»"]*[“”»"]?|\S+)|\S+/g)) {
    const word = match[0];
    const fail = (expected: string, found = word) => problems.push({ column: match.index + 1, expected, found });
    const [name = "", value] = word.startsWith("{") ? ["{", word] : split(word);
    if (seen.has(name)) fail(`“${name}” once`, `it again: ${word}`);
    seen.add(name);
    if (name === "{" && place === "page") readLines(word, marked, fail);
    else if (name === "title") {
      const text = /^"([^"]+)"$/.exec(value ?? "")?.[1];
      if (text?.includes("{{")) fail("a title as readers see it, for no value is put in there");
      else if (text) options.title = text;
      else fail('a title in straight double quotes, such as title="Add a book"');
    } else if (name === "as") {
      const act = acts.find((each) => each === value);
      if (act) options.as = act;
      else {
        const found = value === undefined ? "“as” alone" : `“${value}”${didYouMean(value, acts)}`;
        fail(`as= and what the request stands for, one of ${acts.join(", ")}`, found);
      }
    } else if (name === "open" && place === "page") {
      const stages = openStages(value ?? "");
      if (stages) options.open = stages;
      else fail("open= and stages from 1 to 5, such as open=2 or open=2,4, or all or none");
    } else if (isFlag(name)) {
      if (value === undefined) options[name] = true;
      else fail(`“${name}” alone, without a value`);
    } else {
      fail(
        `one of ${known.join(", ")}${place === "page" ? ", or {lines}" : ""}`,
        `“${name}”${didYouMean(name, known)}`,
      );
    }
  }
  if (options.task || options.resource) {
    const [allowed, expected] = options.task
      ? [["task", "title", "must"], "“task” with title and must alone"]
      : [["resource", "title"], "“resource” with title alone"];
    const other = [...seen].find((name) => !allowed.includes(name));
    const found = other === "{" ? "line numbers" : `“${other}”`;
    if (other !== undefined) problems.push({ column: info.indexOf(other) + 1, expected, found });
    else if (options.task && options.title === null) {
      problems.push({
        column: 1,
        expected: 'title="…" behind “task”, by which its readers’ work is kept',
        found: "none",
      });
    }
  } else if (!options.send && place === "page") {
    for (const name of ["collapsed", "predict", "raw", "must", "as", "open"] as const) {
      if (options[name])
        problems.push({ column: info.indexOf(name) + 1, expected: `“send” before “${name}”`, found: "no “send”" });
    }
  }
  if (options.raw && options.as) {
    const found = "both: a raw message is written by hand, and no browser sends it";
    problems.push({ column: info.indexOf("raw") + 1, expected: "either “raw” or “as=…”", found });
  }
  if (options.raw && options.predict) {
    const found = "both: a raw message is never sent, so nobody would see what comes of it";
    problems.push({ column: info.indexOf("predict") + 1, expected: "either “raw” or “predict”", found });
  }
  return { options: { ...options, marked }, problems };
}

type Flag = (typeof flags)[FencePlace][number];

function openStages(value: string): readonly number[] | null {
  if (value === "all") return [1, 2, 3, 4, 5];
  if (value === "none") return [];
  return /^[1-5](,[1-5])*$/.test(value) ? value.split(",").map(Number) : null;
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
