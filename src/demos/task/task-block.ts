import { type Expectation, ofAct, readExpectation, type Subject } from "../../http/block/expectations.ts";
import { parseHttpFile } from "../../http/block/http-file.ts";
import { checkSendable } from "../../http/block/sendable.ts";
import { completeRequest } from "../../http/complete-request.ts";
import { MessageError, type RequestMessage } from "../../http/message/message.ts";
import { fail, type Line, plainLine, show } from "../../http/message/message-line.ts";

/** A task as its author wrote it, in one text: exercise, grader, test and solution. */
export interface TaskBlock {
  /** What stands in the editor at first, or where the small browser begins. */
  readonly start: readonly ReaderAct[];
  /** What one act of the reader must come to. */
  readonly conditions: readonly Expectation[];
  readonly nearMisses: readonly NearMiss[];
  /** In the order in which they are given. */
  readonly hints: readonly string[];
  /** What another client sends after the reader's first act. */
  readonly meanwhile: readonly RequestMessage[];
  /** Acts of the author's that come to a near miss. */
  readonly tries: readonly (readonly ReaderAct[])[];
  readonly solution: readonly ReaderAct[];
  /** What is told once it is solved. */
  readonly why: string;
}

/** Sending a message, or opening an address in the small browser. */
export type ReaderAct =
  | { readonly kind: "send"; readonly request: RequestMessage }
  | { readonly kind: "open"; readonly address: string };

/** What nearly solves a task, and what is said to it. */
export interface NearMiss {
  readonly condition: Expectation;
  readonly sentence: string;
}

const subjects: readonly Subject[] = [...ofAct, "library"];

const titles = ["solution", "near miss", "meanwhile", "why"] as const;
type Title = (typeof titles)[number];

interface Section {
  readonly title: Title | null;
  /** The line of its title; 0 at the block's start. */
  readonly line: number;
  readonly lines: readonly Line[];
}

/** Read the text of a task. Throws a MessageError whose line and column count from the start of the block. */
export function readTaskBlock(text: string): TaskBlock {
  const sections = readSections(text);
  const [first, ...others] = sections;
  const lines = first?.lines ?? [];
  const end = lines.findIndex(({ text: each }) => /^\s*(?:\?\?|!!|>>)/.test(each));
  const start = readActs(lines.slice(0, end < 0 ? undefined : end), "what the reader begins with");
  const said = end < 0 ? [] : lines.slice(end).filter(({ text: each }) => each.trim() !== "");
  const conditions = said.filter(({ text: each }) => !/^\s*(?:!!|>>)/.test(each));
  if (conditions.length === 0)
    throw new MessageError(1, 1, "a condition such as ?? status == 201 below the start", "none");
  const solutions = others.filter(({ title }) => title === "solution");
  const [solution, second] = solutions;
  if (!solution)
    throw new MessageError(lineCount(text), 1, "a line === solution, and below it what solves the task", "none");
  if (second) throw new MessageError(second.line, 1, "one solution", "another one");
  const sent = others.filter(({ title }) => title !== "why");
  const acts = new Map(
    sent.map((section) => [section, readActs(section.lines, `what is ${section.title}`, section.line)]),
  );
  const kind = start[0]?.kind;
  for (const [section, [act]] of acts) {
    if (act && act.kind !== (section.title === "meanwhile" ? "send" : kind)) {
      const expected =
        section.title === "meanwhile" || kind === "send" ? "requests here" : "lines such as open /books here";
      throw new MessageError(section.line + 1, 1, expected, act.kind === "send" ? "a request" : "an address");
    }
  }
  return {
    start,
    conditions: conditions.map((line) => readExpectation(line, subjects)),
    nearMisses: said.filter(({ text: each }) => /^\s*!!/.test(each)).map(readNearMiss),
    hints: said.filter(({ text: each }) => /^\s*>>/.test(each)).map(readHint),
    meanwhile: sent
      .filter(({ title }) => title === "meanwhile")
      .flatMap((section) => acts.get(section) ?? [])
      .flatMap((act) => (act.kind === "send" ? act.request : [])),
    tries: sent.filter(({ title }) => title === "near miss").map((section) => acts.get(section) ?? []),
    solution: acts.get(solution) ?? [],
    why: others
      .filter(({ title }) => title === "why")
      .flatMap((section) => section.lines.map((line) => line.text.trim()))
      .join(" ")
      .trim(),
  };
}

function lineCount(text: string): number {
  return text.split("\n").length;
}

function readSections(text: string): readonly Section[] {
  const sections: { title: Title | null; line: number; lines: Line[] }[] = [{ title: null, line: 0, lines: [] }];
  for (const [index, each] of text.split(/\r?\n/).entries()) {
    const line = plainLine(each, index + 1);
    const [, name] = /^={3,}\s*(.*?)\s*$/.exec(each) ?? [];
    if (name === undefined) sections.at(-1)?.lines.push(line);
    else {
      const title = titles.find((known) => known === name);
      if (!title) return fail(line, 0, `one of ${titles.map((known) => `=== ${known}`).join(", ")}`, show(each));
      sections.push({ title, line: index + 1, lines: [] });
    }
  }
  return sections;
}

/** Requests, or addresses to open, one a line. `above` is the number of the line above them. */
function readActs(lines: readonly Line[], what: string, above = 0): readonly ReaderAct[] {
  const filled = lines.filter(({ text }) => text.trim() !== "");
  const [first] = filled;
  if (!first) throw new MessageError(above + 1, 1, `a request or a line such as open /books: ${what}`, "none");
  if (/^open\b/.test(first.text)) return filled.map(readOpen);
  // Lines count from the block's first.
  const text =
    "\n".repeat(first.number - 1) +
    lines
      .slice(lines.indexOf(first))
      .map((line) => line.text)
      .join("\n");
  return parseHttpFile(text).requests.map((block) => {
    const [expectation] = block.expectations;
    if (expectation) throw new MessageError(expectation.line, 1, "conditions below the start only", "one here");
    checkSendable(block);
    return { kind: "send", request: completeRequest(block.request) };
  });
}

function readOpen(line: Line): ReaderAct {
  const [, address] = /^open\s+(\/\S*)\s*$/.exec(line.text) ?? [];
  return address === undefined
    ? fail(line, 0, "open and an address of library.example, such as open /books", show(line.text))
    : { kind: "open", address };
}

/** A line such as `!! status == 415: The server did not know the format.` */
function readNearMiss(line: Line): NearMiss {
  const colon = line.text.indexOf(": ");
  const sentence = colon < 0 ? "" : line.text.slice(colon + 1).trim();
  if (sentence === "")
    fail(line, line.text.length, "a colon, and what is said to this near miss", "the end of the line");
  const written = line.text.slice(0, colon).replace("!!", "??");
  return { condition: readExpectation({ ...line, text: written }, subjects), sentence };
}

function readHint(line: Line): string {
  const hint = line.text.trim().slice(2).trim();
  return hint === "" ? fail(line, line.text.length, "a hint after >>", "nothing") : hint;
}
