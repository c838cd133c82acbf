import { MessageError } from "../../http/message/message.ts";
import { runBlock } from "../../lab/run-block.ts";
import { asked, readChoices } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import {
  type Choice,
  type Fence,
  type Part,
  type Place,
  partName,
  type Tell,
  tellWords,
  type Written,
} from "../kit/written.ts";
import { type Expected, readExpected } from "./expect.ts";
import { walkFigure } from "./figure.ts";

/** A small browser, and steps to take in it. Texts are HTML. */
export interface WalkConfig {
  /** The target at which the browser begins. */
  readonly start: string;
  readonly task: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly todo: string;
  /** What is asked before the step; null where nothing is. */
  readonly question: { readonly text: string; readonly choices: readonly Choice[] } | null;
  readonly expected: Expected;
  /** What is told to everybody who has taken the step. */
  readonly why: string;
}

const attributes = { start: 'start="/books"' };

/** Steps to take in a small browser, each done when the server has seen what it expects. */
export const walk = kind<WalkConfig>({
  component: "Walk",
  folder: "walk",
  within: ["mini-browser"],
  title: "A walk",
  attributes,
  read(written, tell) {
    const config = readWalk(written, tell);
    return config.steps.length > 0 ? config : null;
  },
  figure: walkFigure,
});

/** The small browser by itself, or around a walk. */
export const miniBrowser = kind<WalkConfig>({
  component: "MiniBrowser",
  folder: "walk",
  within: ["mini-browser"],
  title: "A small browser",
  attributes,
  read(written, tell) {
    const [inner, another] = written.parts;
    const start = readStart(written, tell);
    if (!inner) return { start, task: "", steps: [] };
    if (another || inner.kind !== "component" || inner.written.component !== "Walk") {
      tell((another ?? inner).place, "nothing or one <Walk> inside <MiniBrowser>", partName(another ?? inner));
      return null;
    }
    for (const name of Object.keys(inner.written.attributes)) {
      tell(inner.place, "<Walk> without attributes inside <MiniBrowser>, which has them", `“${name}”`);
    }
    return { ...readWalk(inner.written, tell), start };
  },
  figure: walkFigure,
});

function readWalk(written: Written, tell: Tell): WalkConfig {
  const task: string[] = [];
  const steps: Step[] = [];
  for (const part of written.parts) {
    if (part.kind === "paragraph" && steps.length === 0) task.push(part.html);
    else if (part.kind === "steps" && steps.length === 0) {
      for (const item of part.items) steps.push(...readStep(item.parts, item.place, tell));
    } else tell(part.place, "paragraphs, and then one numbered list of steps, inside <Walk>", partName(part));
  }
  // A list of which no step can be read has been told step by step.
  if (!written.parts.some(({ kind }) => kind === "steps")) {
    tell(written.place, "a numbered list of steps inside <Walk>", "none");
  }
  return { start: readStart(written, tell), task: task.join(""), steps };
}

function readStart({ attributes: { start = "/" }, place }: Written, tell: Tell): string {
  if (!start.startsWith("/")) tell(place, 'start="/books", a target of library.example', `start="${start}"`);
  else if (answerTo(start) === 404) tell(place, "a start that the library has", `start="${start}", which brings 404`);
  return start;
}

/** The status that a link to a target brings; null where it is no target. */
function answerTo(target: string): number | null {
  try {
    return runBlock(`GET ${target}\nAccept: text/html`)[0]?.exchange.response?.status ?? null;
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return null;
  }
}

/** A step: what to do, a question with its choices, what the server must see, and why. */
function readStep(parts: readonly Part[], place: Place, tell: Tell): readonly Step[] {
  const before: string[] = [];
  const after: string[] = [];
  let choices: readonly Choice[] | null = null;
  let fence: Fence | null = null;
  for (const part of parts) {
    if (part.kind === "paragraph") (choices || fence ? after : before).push(part.html);
    else if (part.kind === "choices" && !choices && !fence) choices = readChoices(part.items, tell).map(asked);
    else if (part.kind === "fence" && part.expect && !fence) fence = part;
    else tell(part.place, "paragraphs, a task list and one http expect block in a step, in this order", partName(part));
  }
  const text = choices && before.length > 1 ? (before.pop() ?? "") : "";
  if (before.length === 0) tell(place, "a paragraph that says what to do", "none");
  if (choices && text === "") tell(place, "a paragraph that asks before the task list", "none");
  if (!fence) {
    tell(place, "an http expect block in each step, which says what the server must see", "none");
    return [];
  }
  const expected = readFence(fence, tell);
  if (expected === undefined) return [];
  return [{ todo: before.join(""), question: choices && { text, choices }, expected, why: after.join("") }];
}

/** What a fence expects; undefined where it cannot be read. What can be run is run, so that no step is impossible. */
function readFence(fence: Fence, tell: Tell): Expected | undefined {
  const { line, column } = fence.place;
  tellWords(fence, fence.source.trim() === "nothing" ? [] : ["as"], "an http expect block", tell);
  try {
    const expected = readExpected(fence.source, fence.act);
    if (expected && expected.method === "GET" && !expected.target.includes("*")) {
      const lines = fence.source.split("\n").filter((text) => /^\s*\?\?\s+(?:status|header|body)\b/.test(text));
      const source = [`GET ${expected.target}`, "Accept: text/html", ...lines].join("\n");
      const [run] = runBlock(source);
      for (const { expected: wanted, found } of run?.failures ?? []) tell(fence.place, wanted, found);
      if (run?.exchange.response?.status === 404 && !lines.some((text) => /\bstatus\b/.test(text))) {
        const wanted = "a target that the library has, or ?? status == 404 below it";
        tell({ line: line + 1, column }, wanted, `${expected.target}, which brings 404`);
      }
    }
    return expected;
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    tell({ line: line + error.line, column: column - 1 + error.column }, error.expected, error.found);
    return undefined;
  }
}
