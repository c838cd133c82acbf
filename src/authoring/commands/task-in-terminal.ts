import { afterAct, begun, learned, notYet, verdictOn } from "../../demos/task/attempt.ts";
import { following } from "../../demos/task/follow.ts";
import { conditionWords } from "../../demos/task/words.ts";
import type { Exchange } from "../../http/exchange.ts";
import { toCurl } from "../../http/export/curl.ts";
import { recordedInteraction } from "../../http/interaction.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { exchangeFromReport } from "../../lab/page/exchange-from-report.ts";
import type { Report } from "../../lab/protocol.ts";
import type { NamedTask } from "../tasks.ts";

/** A task that somebody solves with requests from outside the browser: what is to be said of it, as lines. */
export interface TerminalTask {
  /** What is to be done, and a command to begin with at the server's address. */
  opening(url: string): readonly string[];
  /** What a request has come to, as the server saw it. */
  hear(told: Report): readonly string[];
}

/** What the browser does by itself has no command: such a task is done in the page. */
export function isForTerminal({ block }: NamedTask): boolean {
  return block.start.every(({ kind }) => kind === "send");
}

/**
 * Follow a task by what a server hears. Each request is an act, but one that follows a redirect as fetch and `curl -L` do:
 * it belongs to the act before. After the first act `ask` brings the server what another client sends.
 */
export function terminalTask(task: NamedTask, ask: (request: RequestMessage) => Promise<Report>): TerminalTask {
  const { block, title } = task;
  let attempt = begun;
  /** The attempt before the act that goes on, and that act's cycles. */
  let [before, now]: [typeof begun, readonly Exchange[]] = [begun, []];
  const marks = (met: readonly boolean[]): readonly string[] =>
    block.conditions.map((each, index) => `  [${met[index] ? "x" : " "}] ${conditionWords(each)}`);
  return {
    opening: (url) => [
      title,
      ...marks([]),
      "Begin with this, and change it:",
      ...block.start.flatMap((act) =>
        act.kind === "send" ? toCurl(act.request, url.replace(/\/$/, ""), "sh").text : [],
      ),
    ],
    hear(told) {
      const exchange = exchangeFromReport(told, null, recordedInteraction(told.request), null);
      const next = following(now);
      const goesOn = next?.target === exchange.request.target && next.method === exchange.request.method;
      if (!goesOn) [before, now] = [attempt, []];
      now = [...now, exchange];
      attempt = learned({ ...attempt, cycles: before.cycles, acts: before.acts }, exchange);
      const verdict = verdictOn(block, attempt, now);
      attempt = afterAct(attempt, now);
      if (attempt.acts === 1 && !goesOn) {
        for (const request of block.meanwhile) {
          ask(request).then((other) => {
            attempt = learned(attempt, other);
          });
        }
      }
      if (verdict.isSolved) return [...marks(verdict.met), `Solved. ${plain(block.why)}`.trim()];
      return [...marks(verdict.met), notYet(verdict, "")];
    },
  };
}

/** Marks of markdown say nothing in a terminal. */
function plain(text: string): string {
  return text.replaceAll(/[`*]/g, "");
}
