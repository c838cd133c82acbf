import { fieldLine, MessageError, type RequestMessage } from "../../http/message/message.ts";
import { parseResponse } from "../../http/message/parse-message.ts";
import { WrittenError, type WrittenParts, writtenResponse } from "../../http/message/written-response.ts";
import { reasonPhrase } from "../../http/rules/status.ts";
import { asked, readCases } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import {
  type Choice,
  type Fence,
  type Part,
  type Place,
  partName,
  type Tell,
  tellWords,
  type WrittenChoice,
} from "../kit/written.ts";
import { beTheServerFigure } from "./figure.ts";
import { outcomes, responseOf, type Shown, shownAfter } from "./shown.ts";

/** A request that waits for the reader, and answers to start from. Texts are HTML. */
export interface BeTheServerConfig {
  readonly task: string;
  /** What the client asks for first. */
  readonly request: RequestMessage;
  /** Asked before an answer goes out; null where nothing is. */
  readonly question: string | null;
  readonly choices: readonly OutcomeChoice[];
  readonly drafts: readonly Draft[];
}

/** A choice is right where the client shows its outcome. */
export interface OutcomeChoice extends Choice {
  readonly outcome: Shown["outcome"];
}

/** An answer to start from; `why` is told to whoever sends it as it is. */
export interface Draft extends WrittenParts {
  readonly name: string;
  readonly why: string;
  /** It is no answer: the server ends the connection. */
  readonly hangsUp?: true;
}

const hangUp = "hang up";

const isDraft = (part: Part): boolean =>
  part.kind === "fence" && (part.source.startsWith("HTTP/") || part.source.trim() === hangUp);

const aDraft =
  "http blocks with responses, such as HTTP/1.1 404 Not Found, or with the words hang up, under the request";

export const beTheServer = kind<BeTheServerConfig>({
  component: "BeTheServer",
  folder: "be-the-server",
  within: ["mini-browser"],
  title: "Be the server",
  read({ parts, place }, tell) {
    const first = parts.findIndex(isDraft);
    const end = first < 0 ? parts.length : first;
    const { task, cases } = readCases(parts.slice(0, end), tell, {
      component: "BeTheServer",
      words: [],
      asks: "each",
    });
    const [only, another] = cases;
    if (another) tell(another.place, "one request inside <BeTheServer>", "another one");
    if (!only) {
      tell(place, "an http block with the client’s request inside <BeTheServer>", "none");
      return null;
    }
    const { request } = only.exchange;
    if (request.method !== "GET" || request.content !== "") {
      tell(only.place, "a request that an address makes: GET, without content", request.method);
    }
    if (only.why !== "")
      tell(only.place, "what is told afterwards under the response that it is about", "it above them");
    const drafts = readDrafts(parts.slice(end), tell);
    const [start] = drafts;
    if (start === undefined) tell(only.place, aDraft, "none");
    // What cannot be read has been told, and nobody knows what it would lead to.
    if (!start || !isRead(drafts)) return null;
    const right = shownAfter(responseOf(start)).outcome;
    const choices = only.choices.map((choice) => readOutcome(choice, right, tell));
    const { method, target, version, content } = request;
    const fields = request.fields.map(({ name, value }) => ({ name, value }));
    const bare = { method, target, version, fields, content };
    return { task, request: bare, question: only.question, choices, drafts };
  },
  figure: beTheServerFigure,
});

function readOutcome(choice: WrittenChoice, right: Shown["outcome"], tell: Tell): OutcomeChoice {
  const { plain, place, isRight } = choice;
  const names = Object.keys(outcomes) as (keyof typeof outcomes)[];
  const outcome = names.find((name) => outcomes[name] === plain) ?? null;
  if (outcome === null) tell(place, `one of ${names.map((name) => `“${outcomes[name]}”`).join(", ")}`, `“${plain}”`);
  else if (isRight !== (outcome === right)) {
    const expected =
      right === null ? "no [x], since the first response leads to none of these" : `[x] at “${outcomes[right]}”`;
    tell(place, `${expected}, to which the first response leads`, `[${isRight ? "x" : " "}] ${plain}`);
  }
  return { ...asked(choice), outcome };
}

/** The responses with what is told under each; null in the place of one that cannot be read. */
function readDrafts(parts: readonly Part[], tell: Tell): readonly (Draft | null)[] {
  const drafts: (Draft | null)[] = [];
  for (const part of parts) {
    const last = drafts.at(-1);
    if (part.kind === "fence") drafts.push(readDraft(part, tell));
    else if (part.kind !== "paragraph" || last === undefined) {
      tell(part.place, "responses, and paragraphs under them", partName(part));
    } else if (last) drafts[drafts.length - 1] = { ...last, why: last.why + part.html };
  }
  return drafts;
}

function isRead(drafts: readonly (Draft | null)[]): drafts is readonly Draft[] {
  return !drafts.includes(null);
}

function readDraft(fence: Fence, tell: Tell): Draft | null {
  const { title, place, source } = fence;
  tellWords(fence, ["title"], "a response", tell);
  if (fence.expect) tell(place, "responses, and paragraphs under them", partName(fence));
  if (source.trim() === hangUp) {
    return { status: "", fields: "", content: "", name: title ?? "Hang up", why: "", hangsUp: true };
  }
  if (!source.startsWith("HTTP/")) {
    tell(lineOf(place, 1), aDraft, source.trim() === "" ? "an empty block" : `“${source.trim().split("\n")[0]}”`);
    return null;
  }
  try {
    const { status, reason, fields, content } = parseResponse(source);
    const usual = reasonPhrase(status);
    if (reason !== usual) tell(lineOf(place, 1), `HTTP/1.1 ${status} ${usual}`, `HTTP/1.1 ${status} ${reason}`);
    const parts = { status: String(status), fields: fields.map(fieldLine).join("\n"), content };
    writtenResponse(parts);
    return { ...parts, name: title ?? usual, why: "" };
  } catch (error) {
    if (error instanceof WrittenError) tell(lineOf(place, 1), "a response that a browser takes", error.message);
    else if (error instanceof MessageError) {
      tell({ ...lineOf(place, error.line), column: place.column - 1 + error.column }, error.expected, error.found);
    } else throw error;
    return null;
  }
}

function lineOf({ line, column }: Place, number: number): Place {
  return { line: line + number, column };
}
