import type { Interaction } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { readCases, sendingOf, tellNoCase } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import { readStageSentences } from "../kit/stage-sentences.ts";
import { cyclePlayerFigure } from "./figure.ts";

/** The cycles that can be run. Texts are HTML. */
export interface CyclePlayerConfig {
  readonly task: string;
  /** What happens in each stage, in a sentence; none where the author wrote none. */
  readonly sentences: readonly string[];
  readonly cycles: readonly PlayedCycle[];
}

export interface PlayedCycle {
  readonly title: string;
  readonly interaction: Interaction;
  readonly request: RequestMessage;
  /** The server is switched off. */
  readonly off: boolean;
}

export const cyclePlayer = kind<CyclePlayerConfig>({
  component: "CyclePlayer",
  folder: "cycle-player",
  title: "Run a cycle",
  read({ parts, place }, tell) {
    const lists = parts.filter((part) => part.kind === "steps");
    const { task, cases } = readCases(
      parts.filter((part) => part.kind !== "steps"),
      tell,
      { component: "CyclePlayer", words: ["title", "off", "as", "raw"], asks: "nothing" },
    );
    const sentences = readStageSentences(lists, tell);
    for (const { why, place: at } of cases) {
      if (why !== "")
        tell(at, "http blocks after each other, and what to do before the first", "a paragraph under this one");
    }
    if (cases.length === 0) {
      tellNoCase("CyclePlayer", { parts, place }, tell);
      return null;
    }
    return {
      task,
      sentences,
      cycles: cases.map((each) => ({
        title: each.title,
        interaction: sendingOf(each),
        request: each.exchange.request,
        off: each.off,
      })),
    };
  },
  figure: cyclePlayerFigure,
});
