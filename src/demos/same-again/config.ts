import type { Exchange, Interaction } from "../../http/exchange.ts";
import { acts } from "../../http/interaction.ts";
import { formatRequest, type RequestMessage } from "../../http/message/message.ts";
import { runBlock } from "../../lab/run-block.ts";
import { asked, readCases, sendingOf } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import type { Choice } from "../kit/written.ts";
import { cookieFrom, sameAgainFigure, withCookie } from "./figure.ts";

/** A request that is sent again and again. Texts are HTML. */
export interface SameAgainConfig {
  readonly task: string;
  readonly interaction: Interaction;
  readonly request: RequestMessage;
  /** What came when the page was built. */
  readonly status: number | null;
  /** The answer gives out a cookie, which can be kept. */
  readonly givesCookie: boolean;
  /** Asked before the second time; null where nothing is. */
  readonly question: string | null;
  readonly choices: readonly Choice[];
  readonly why: string;
}

export const sameAgain = kind<SameAgainConfig>({
  component: "SameAgain",
  folder: "same-again",
  title: "The same request again",
  read({ parts, place }, tell) {
    const { task, cases } = readCases(parts, tell, {
      component: "SameAgain",
      words: ["as", "raw"],
      asks: "each",
    });
    const [only, another] = cases;
    if (another) tell(another.place, "one http block inside <SameAgain>", "another one");
    if (!only) {
      tell(place, "an http block with one request inside <SameAgain>", "none");
      return null;
    }
    const { exchange, question, choices, why } = only;
    return {
      task,
      interaction: sendingOf(only),
      request: exchange.request,
      status: exchange.response?.status ?? null,
      givesCookie: cookieFrom(exchange) !== null,
      question,
      choices: choices.map(asked),
      why,
    };
  },
  figure: (config) => sameAgainFigure(config, recorded(config)),
});

/** The request twice, and where the answer gives out a cookie, then by a client that keeps it: once to get it, once with it. */
function recorded({ request, interaction, givesCookie }: SameAgainConfig): readonly Exchange[] {
  const run = (requests: readonly RequestMessage[]): readonly Exchange[] =>
    runBlock(requests.map(formatRequest).join("\n\n###\n\n"), {
      act: acts.find((act) => act === interaction.kind) ?? null,
    }).map(({ exchange }) => exchange);
  if (!givesCookie) return run([request, request]);
  const [third] = run([request, request, request]).slice(-1);
  return run([request, request, request, withCookie(request, third ? cookieFrom(third) : null)]);
}
