import type { Exchange } from "../../http/exchange.ts";
import { MessageError, type RequestMessage } from "../../http/message/message.ts";
import { outcomeOf } from "../../http/outcome.ts";
import { type Run, runBlock } from "../../lab/run-block.ts";
import { asked, readCases, tellNoCase } from "../kit/cases.ts";
import { readCycles } from "../kit/cycles.ts";
import { kind } from "../kit/kind.ts";
import type { Choice, Part, Tell } from "../kit/written.ts";
import { whatComesBackFigure } from "./figure.ts";
import { recordOf, type Visit, type VisitRecord, visitsOf } from "./visit.ts";

/** What may come back to a browser, and what may be expected of it. Texts are HTML. */
export interface WhatComesBackConfig {
  readonly task: string;
  readonly cases: readonly OutcomeCase[];
}

export interface OutcomeCase {
  readonly title: string;
  /** The server is switched off. */
  readonly off: boolean;
  /** What the browser opens first. */
  readonly before: readonly string[];
  readonly request: RequestMessage;
  /** What a script asks for afterwards, with fields that no address brings along. */
  readonly beside: readonly { readonly request: RequestMessage }[];
  /** Asked before it is sent; null where nothing is. */
  readonly question: string | null;
  readonly choices: readonly Choice[];
  readonly why: string;
  /** How many cycles the visit takes, where the question is about them. */
  readonly cycles: number | null;
  /** What the visit came to when the page was built. */
  readonly record: VisitRecord;
}

/** A case with the visit itself, which the figure shows. */
export interface RecordedCase extends OutcomeCase {
  readonly visit: Visit;
}

interface Recorded extends WhatComesBackConfig {
  readonly cases: readonly RecordedCase[];
}

export const whatComesBack = kind<Recorded>({
  component: "WhatComesBack",
  folder: "what-comes-back",
  within: ["mini-browser"],
  title: "What the client does with what comes",
  read({ parts, place }, tell) {
    const counts = new Map<number, number>();
    const others = parts.map((part) => withoutCycles(part, (count) => counts.set(part.place.line, count), tell));
    const { task, cases } = readCases(others, tell, {
      component: "WhatComesBack",
      words: ["title", "off"],
      asks: "all",
      several: true,
    });
    if (cases.length === 0) {
      tellNoCase("WhatComesBack", { parts, place }, tell);
      return null;
    }
    return {
      task,
      cases: cases.flatMap(({ place: at, runs, title, off, choices, question, why }) => {
        const order = split(runs, (found) => tell(at, wanted, found));
        if (!order) return [];
        const { before, request, beside } = order;
        const visit = off ? unanswered(request.target) : visitsOf([...before, request.target], ask).at(-1);
        if (!visit) return [];
        const cycles = counts.get(at.line) ?? null;
        if (cycles !== null && cycles !== visit.cycles.length) {
          tell(at, `${cycles} cycles, as its ?? cycles says`, `${visit.cycles.length}`);
        }
        return [
          {
            title,
            off,
            before,
            request,
            beside: beside.map((each) => ({ request: each })),
            question,
            choices: choices.map(asked),
            why,
            cycles,
            record: recordOf(visit),
            visit,
          },
        ];
      }),
    };
  },
  figure: ({ task, cases }) => whatComesBackFigure(task, cases),
  data: ({ task, cases }): WhatComesBackConfig => ({ task, cases: cases.map(({ visit, ...each }) => each) }),
});

/** A fence without its line on cycles, which is about the visit and not about an answer. */
function withoutCycles(part: Part, keep: (count: number) => void, tell: Tell): Part {
  if (part.kind !== "fence" || part.expect) return part;
  const lines = part.source.split("\n").map((text, index) => {
    try {
      const count = readCycles(text, index + 1);
      if (count === null) return text;
      keep(count);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      tell({ line: part.place.line + error.line, column: part.place.column }, error.expected, error.found);
    }
    return "";
  });
  return { ...part, source: lines.join("\n") };
}

const wanted = "GET requests without content, as a browser sends them for an address, then any that a script sends";

/** The requests of a block in their order: those that an address brings about, of which the last is asked about, then others. */
function split(runs: readonly Run[], refuse: (found: string) => void) {
  const requests = runs.map(({ exchange }) => exchange.request);
  const end = requests.findIndex((request) => !isByAddress(request));
  const visited = end < 0 ? requests : requests.slice(0, end);
  const beside = end < 0 ? [] : requests.slice(end);
  const late = beside.find(isByAddress);
  const request = visited.at(-1);
  if (late) refuse(`GET ${late.target} after one that only a script sends`);
  else if (!request && requests[0]) refuse(`${requests[0].method} ${requests[0].target} first`);
  return request && !late ? { before: visited.slice(0, -1).map(({ target }) => target), request, beside } : null;
}

function isByAddress({ method, fields, content }: RequestMessage): boolean {
  return method === "GET" && content === "" && fields.every(({ name }) => /^(?:host|accept)$/i.test(name));
}

/** A cycle of a browser that shows a page. */
function ask(target: string, isPart: boolean): Exchange {
  const [run] = runBlock(`GET ${target}\nAccept: ${isPart ? "*/*" : "text/html, */*;q=0.8"}`, {
    act: isPart ? "part" : "address",
  });
  if (!run) throw new Error(`Expected a cycle for GET ${target}; found none.`);
  return run.exchange;
}

/** A visit while the server is switched off: no page comes that could name parts. */
function unanswered(target: string): Visit {
  const { request, interaction, ...rest } = ask(target, false);
  const outcome = outcomeOf(request, null, interaction);
  return { cycles: [{ ...rest, request, interaction, response: null, steps: [], outcome }], copies: [] };
}
