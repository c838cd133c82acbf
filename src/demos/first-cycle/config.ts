import { MessageError } from "../../http/message/message.ts";
import { runBlock } from "../../lab/run-block.ts";
import { kind } from "../kit/kind.ts";
import { readStageSentences } from "../kit/stage-sentences.ts";
import { partName } from "../kit/written.ts";
import { firstCycleView } from "./figure.ts";

/** The picture at the head of a lesson, which is its first live cycle. The sentences are HTML. */
export interface FirstCycleConfig {
  /** The words of the link that is pressed. */
  readonly link: string;
  /** The target that it leads to on the mock server. */
  readonly target: string;
  /** What the reader is asked to do. */
  readonly invitation: string;
  /** The status line's words: what came when the page was built. */
  readonly response: string;
  /** One for each stage. */
  readonly sentences: readonly string[];
}

const attributes = {
  link: 'link="Alice"',
  target: 'target="/books/1"',
  invitation: 'invitation="Press Alice, and see what happens."',
};

export const firstCycle = kind<FirstCycleConfig>({
  component: "FirstCycle",
  folder: "first-cycle",
  title: "The first cycle",
  attributes,
  hasHeading: false,
  read({ attributes: written, parts, place }, tell) {
    const { link = "", target = "", invitation = "" } = written;
    for (const [name, example] of Object.entries(attributes)) {
      if (!written[name]?.trim()) tell(place, `<FirstCycle ${example}>`, `<FirstCycle> without ${name}`);
    }
    for (const part of parts) {
      if (part.kind !== "steps") tell(part.place, "a numbered list of the stages in <FirstCycle>", partName(part));
    }
    const lists = parts.filter((part) => part.kind === "steps");
    if (lists.length === 0) tell(place, "a numbered list of the stages inside <FirstCycle>", "none");
    const sentences = readStageSentences(lists, tell);
    const response = target ? statusOf(target) : null;
    if (response === null) {
      if (target) tell(place, "a target such as /books/1, for which a link can ask", `target="${target}"`);
      return null;
    }
    if (response.startsWith("404")) {
      tell(place, "a target that the library has", `target="${target}", which brings ${response}`);
    }
    return { link, target, invitation, response, sentences };
  },
  whole: firstCycleView,
});

/** The words of the status that the mock server gives for a link's target; null where it can give none. */
function statusOf(target: string): string | null {
  try {
    const [run] = runBlock(`GET ${target} HTTP/1.1\nHost: library.example\nAccept: text/html`);
    const response = run?.exchange.response;
    return response ? `${response.status} ${response.reason}` : null;
  } catch (error) {
    if (error instanceof MessageError) return null;
    throw error;
  }
}
