import type { Exchange, Interaction } from "../../http/exchange.ts";
import { type Act, acts, sendInteraction } from "../../http/interaction.ts";
import { MessageError } from "../../http/message/message.ts";
import { failedExchange } from "../../lab/page/failed-exchange.ts";
import { serverOff } from "../../lab/report.ts";
import { type Run, runBlock } from "../../lab/run-block.ts";
import {
  type Choice,
  type Fence,
  type FenceWord,
  type Part,
  type Place,
  partName,
  type Tell,
  tellWords,
  type Written,
  type WrittenChoice,
} from "./written.ts";

/** A request that an author wrote into a demo, with the question before it and the reason after it. Texts are HTML. */
export interface Case {
  /** The fence's title; where it has none, the request line. */
  readonly title: string;
  readonly place: Place;
  readonly off: boolean;
  /** The cycle, run while the page is built; of several, the last. */
  readonly exchange: Exchange;
  /** All that the fence holds, in order. */
  readonly runs: readonly Run[];
  /** The paragraph between the fence and its choices. */
  readonly question: string | null;
  readonly choices: readonly WrittenChoice[];
  readonly why: string;
}

/** What a demo's parts are read as: what its reader is to do, and its cases, each with the question that is asked of it. */
export interface Cases {
  readonly task: string;
  readonly cases: readonly Case[];
}

/** What a kind of demo reads of its cases; whatever else an author writes there is told. */
export interface CaseRules {
  /** The component's name. */
  readonly component: string;
  /** The words behind `http` that its fences may have. */
  readonly words: readonly FenceWord[];
  /** Where a question may stand: under each fence, also once for all that have none of their own, or nowhere. */
  readonly asks: "each" | "all" | "nothing";
  /** A fence may hold more than one request. */
  readonly several?: boolean;
}

/**
 * Read cases: first paragraphs that say what to do, perhaps with one question for all; then one fence for each case, each
 * with a paragraph that asks, a task list to choose from, and paragraphs that say why. Every other part is told.
 */
export function readCases(parts: readonly Part[], tell: Tell, rules: CaseRules): Cases {
  const { component, words, asks, several = false } = rules;
  const groups: { fence: Fence; rest: Part[] }[] = [];
  const before: Part[] = [];
  for (const part of parts) {
    if (part.kind === "fence" && part.expect) tell(part.place, "an http block with a request here", partName(part));
    else if (part.kind === "fence") {
      tellWords(part, words, `a block of <${component}>`, tell);
      groups.push({ fence: part, rest: [] });
    } else (groups.at(-1)?.rest ?? before).push(part);
  }
  const { before: task, question, choices } = readAsked(before, tell, "before the first http block");
  const own = groups.flatMap(({ fence, rest }) => readCase(fence, rest, several, tell));
  for (const [index, { title, place }] of groups.map(({ fence }) => fence).entries()) {
    if (title !== null && groups.findIndex(({ fence }) => fence.title === title) < index) {
      tell(place, `a title that no other block of this <${component}> has`, `“${title}” again`);
    }
  }
  const unasked = own.filter((each) => each.choices.length === 0);
  const [first] = choices;
  if (asks === "nothing") {
    for (const { place } of [choices, ...own.map((each) => each.choices)].flatMap(([one]) => one ?? [])) {
      tell(place, `no task list inside <${component}>, which asks nothing`, "one");
    }
  } else if (first && asks === "each") {
    tell(first.place, "the task list under the http block that it asks about", "one before the first");
  } else if (first && own.length > 0 && unasked.length === 0) {
    tell(first.place, "no task list before the first http block, since each block has its own", "one");
  }
  return { task, cases: own.map((each) => (unasked.includes(each) ? { ...each, question, choices } : each)) };
}

/** Tell that a demo has no case. Of one that is there but cannot be read, that has been told. */
export function tellNoCase(component: string, { parts, place }: Pick<Written, "parts" | "place">, tell: Tell): void {
  if (!parts.some(({ kind }) => kind === "fence")) tell(place, `at least one http block inside <${component}>`, "none");
}

function readCase(fence: Fence, rest: readonly Part[], several: boolean, tell: Tell): readonly Case[] {
  const runs = runFence(fence, tell);
  if (runs.length > 1 && !several) tell(fence.place, "one request in each http block of this demo", "several");
  const run = several ? runs.at(-1) : runs[0];
  const { question, choices, after, before } = readAsked(rest, tell, "under an http block");
  if (before !== "" && choices.length > 0) tell(fence.place, "one paragraph that asks before the task list", "several");
  if (!run) return [];
  const { method, target } = run.exchange.request;
  const title = (several ? null : run.title) ?? fence.title ?? `${method} ${target}`;
  const exchange = fence.off ? switchedOff(run.exchange) : run.exchange;
  return [{ title, place: fence.place, off: fence.off, exchange, runs, question, choices, why: before + after }];
}

/** Paragraphs around a task list: those before it, of which the last asks, the list, and those after it. */
function readAsked(parts: readonly Part[], tell: Tell, where: string) {
  let list: readonly WrittenChoice[] | null = null;
  const before: string[] = [];
  const after: string[] = [];
  for (const part of parts) {
    if (part.kind === "paragraph") (list ? after : before).push(part.html);
    else if (part.kind === "choices" && !list) list = readChoices(part.items, tell);
    else tell(part.place, `paragraphs and one task list ${where}`, partName(part));
  }
  const question = list ? (before.pop() ?? null) : null;
  return { before: before.join(""), question, choices: list ?? [], after: after.join("") };
}

/** A task list as choices: at least two, one of them right, and one wrong where readers choose no more than one. */
export function readChoices(
  items: readonly WrittenChoice[],
  tell: Tell,
  choose: "one" | "all that fit" = "one",
): readonly WrittenChoice[] {
  const [first] = items;
  if (first && items.length < 2) tell(first.place, "at least two choices", "one");
  else if (first && !items.some(({ isRight }) => isRight))
    tell(first.place, "a right choice, - [x] …", "none with an x");
  else if (first && choose === "one" && items.every(({ isRight }) => isRight))
    tell(first.place, "a wrong choice, - [ ] …, since readers choose one", "an x at each");
  for (const [index, { isRight, belief, place, plain }] of items.entries()) {
    if (items.findIndex((other) => other.plain === plain) < index) tell(place, "each choice once", `“${plain}” again`);
    if (isRight && belief !== undefined)
      tell(place, "a quotation, which is a wrong belief, under a wrong choice", "it under a right one");
  }
  return items;
}

/** The requests of a fence, run. Tells what cannot be read and which expectations do not hold. */
export function runFence(fence: Fence, tell: Tell): readonly Run[] {
  const at = (line: number, column: number): Place => ({
    line: fence.place.line + line,
    column: fence.place.column - 1 + column,
  });
  try {
    const { act, raw } = fence;
    const runs = runBlock(fence.source, { act, raw });
    const failures = fence.off ? [] : runs.flatMap((run) => run.failures);
    for (const { line, expected, found } of failures) tell(at(line, 1), expected, found);
    const [hope] = (fence.off && runs.at(-1)?.expectations) || [];
    if (hope) tell(at(hope.line, 1), "no ?? below a request whose server is off, for nothing comes back", "one");
    return runs;
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    tell(at(error.line, error.column), error.expected, error.found);
    return [];
  }
}

/** The choice without what only its author needs. */
export function asked({ text, isRight, belief, why }: WrittenChoice): Choice {
  return { text, isRight, ...(belief !== undefined && { belief }), ...(why !== undefined && { why }) };
}

/** The act behind a case; null where it is written by hand. */
export function actBehind({ exchange: { interaction } }: Case): Act | null {
  return acts.find((each) => each === interaction.kind) ?? null;
}

/** What the reader does who sends a case: they press Send, which stands for the act of the case. */
export function sendingOf({ exchange: { request, interaction } }: Case): Interaction {
  const act = acts.find((each) => each === interaction.kind);
  return act ? sendInteraction(request, act) : interaction;
}

/** The cycle as it is with the server switched off. */
function switchedOff({ id, client, request, interaction, host }: Exchange): Exchange {
  return failedExchange(id, client, request, interaction, serverOff, host);
}
