import type { Exchange, Interaction } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { asked, readCases, sendingOf, tellNoCase } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import type { Choice } from "../kit/written.ts";
import { insideTheServerFigure } from "./figure.ts";
import { handlerText } from "./handler-text.ts";

/** Requests that are taken through the server step by step. Texts are HTML. */
export interface InsideTheServerConfig {
  readonly task: string;
  readonly requests: readonly Delivery[];
}

/** A request that the reader can have brought to the server. */
export interface Delivery {
  readonly title: string;
  readonly interaction: Interaction;
  readonly request: RequestMessage;
  /** What came when the page was built. */
  readonly status: number | null;
  /** Asked before it is sent; null where nothing is. */
  readonly question: string | null;
  readonly choices: readonly Choice[];
  readonly why: string;
}

/** The cycle of each request is known to the figure, and made anew by the element. */
interface Recorded extends InsideTheServerConfig {
  readonly requests: readonly (Delivery & { readonly exchange: Exchange })[];
}

export const insideTheServer = kind<Recorded>({
  component: "InsideTheServer",
  folder: "inside-the-server",
  title: "Inside the server",
  read({ parts, place }, tell) {
    const { task, cases } = readCases(parts, tell, {
      component: "InsideTheServer",
      words: ["title", "as", "raw"],
      asks: "all",
    });
    if (cases.length === 0) {
      tellNoCase("InsideTheServer", { parts, place }, tell);
      return null;
    }
    return {
      task,
      requests: cases.map((each) => {
        const { title, exchange, question, choices, why } = each;
        return {
          title,
          interaction: sendingOf(each),
          request: exchange.request,
          status: exchange.response?.status ?? null,
          question,
          choices: choices.map(asked),
          why,
          exchange,
        };
      }),
    };
  },
  figure: ({ task, requests: [first, ...others] }) => {
    const recorded = first ? [first, ...others] : [];
    const run = first?.exchange.steps.find((step) => step.kind === "run");
    const { source, ...place } = run?.handler ? handlerText(run.handler) : { source: null };
    return insideTheServerFigure(
      task,
      recorded,
      source === null || !("file" in place) ? null : { ...place, pieces: [[source, ""]] },
    );
  },
  data: ({ task, requests }): InsideTheServerConfig => ({
    task,
    requests: requests.map(({ exchange, ...delivery }) => delivery),
  }),
});
