import type { Act } from "../../http/interaction.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { actBehind, readCases, tellNoCase } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import type { Tell, WrittenChoice } from "../kit/written.ts";
import { guessTheStatusFigure } from "./figure.ts";

/** The requests whose status can be guessed. Texts are HTML. */
export interface GuessTheStatusConfig {
  readonly task: string;
  readonly question: string;
  readonly cases: readonly StatusCase[];
}

export interface StatusCase {
  readonly title: string;
  /** The server is switched off. */
  readonly off?: boolean;
  /** The act that sending it stands for; null where nothing but a hand writes such a request. */
  readonly act: Act | null;
  readonly request: RequestMessage;
  /** What came when the page was built; null where no response did. */
  readonly status: number | null;
  readonly choices: readonly StatusChoice[];
  /** Why this status, for whoever guessed right or wrong. */
  readonly why: string;
}

/** What a reader may expect: a status, or null for no response. */
export interface StatusChoice {
  readonly status: number | null;
  readonly belief?: string;
  readonly why?: string;
}

const written = "a status of three digits, or “no response”";

export const guessTheStatus = kind<GuessTheStatusConfig>({
  component: "GuessTheStatus",
  folder: "guess-the-status",
  title: "Guess the status",
  read({ parts, place }, tell) {
    const { task, cases } = readCases(parts, tell, {
      component: "GuessTheStatus",
      words: ["title", "off", "as", "raw"],
      asks: "each",
    });
    if (cases.length === 0) {
      tellNoCase("GuessTheStatus", { parts, place }, tell);
      return null;
    }
    return {
      task,
      question: "<p>Which status will come back?</p>",
      cases: cases.map((each): StatusCase => {
        const { title, off, exchange, question, choices, why, place: at } = each;
        const status = exchange.response?.status ?? null;
        if (question !== null)
          tell(
            at,
            "the task list right under the block: <GuessTheStatus> itself asks for the status",
            "a paragraph before it",
          );
        if (choices.length === 0) tell(at, "a task list of statuses under the block, such as - [x] 404", "none");
        return {
          title,
          ...(off && { off }),
          act: actBehind(each),
          request: exchange.request,
          status,
          choices: choices.map((choice) => readStatus(choice, status, tell)),
          why,
        };
      }),
    };
  },
  figure: guessTheStatusFigure,
});

function readStatus({ plain, place, isRight, belief, why }: WrittenChoice, came: number | null, tell: Tell) {
  const status = /^[1-5]\d\d$/.test(plain) ? Number(plain) : null;
  if (status === null && plain !== "no response") tell(place, written, `“${plain}”`);
  else if (isRight !== (status === came)) {
    tell(
      place,
      `[x] at ${came ?? "no response"}, which is what comes, and nowhere else`,
      `[${isRight ? "x" : " "}] ${plain}`,
    );
  }
  return { status, ...(belief !== undefined && { belief }), ...(why !== undefined && { why }) };
}
