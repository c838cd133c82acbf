import { fieldValue, type RequestMessage } from "../../http/message/message.ts";
import { formType } from "../../http/rules/content.ts";
import { type Case, readCases, tellNoCase } from "../kit/cases.ts";
import { kind } from "../kit/kind.ts";
import type { Part, Place, Tell } from "../kit/written.ts";
import { messageBuilderFigure } from "./figure.ts";

/** The acts of which a reader can make another message. */
const builtActs = ["link", "form", "script"] as const;

/** Actions to begin with. Texts are HTML. */
export interface MessageBuilderConfig {
  readonly task: string;
  /** The first is the one that is shown without a script. */
  readonly starts: readonly [Start, ...Start[]];
}

/** An action as a page offers it. */
export interface Start {
  /** What the reader does, in a few words; without marks. */
  readonly name: string;
  /** What is told of the action while it is chosen. */
  readonly about: string;
  readonly as: (typeof builtActs)[number];
  /** The whole message that the act makes, with the author of each field. */
  readonly request: RequestMessage;
  /** What the address ends in, from the # on; empty where it has none. */
  readonly fragment: string;
  /** What came when the page was built. */
  readonly status: number | null;
}

export const messageBuilder = kind<MessageBuilderConfig>({
  component: "MessageBuilder",
  folder: "message-builder",
  title: "From an action to its message",
  read({ parts, place }, tell) {
    const fragments = new Map<Place, string>();
    const { task, cases } = readCases(
      parts.map((part) => withoutFragment(part, fragments)),
      tell,
      { component: "MessageBuilder", words: ["title", "as"], asks: "nothing" },
    );
    const starts = cases.flatMap((each) => readStart(each, fragments.get(each.place) ?? "", tell));
    const [first, ...others] = starts;
    if (first) return { task, starts: [first, ...others] };
    if (cases.length === 0) tellNoCase("MessageBuilder", { parts, place }, tell);
    return null;
  },
  figure: messageBuilderFigure,
});

/** An address may end in #…, which no request can have: take it off, and keep it by the fence's place. */
function withoutFragment(part: Part, fragments: Map<Place, string>): Part {
  if (part.kind !== "fence") return part;
  const [, start = "", fragment = ""] = /^([^\n#]*?\S)(#[^\s#]+)(?=\s|$)/.exec(part.source) ?? [];
  if (fragment === "") return part;
  fragments.set(part.place, fragment);
  return { ...part, source: start + part.source.slice(start.length + fragment.length) };
}

/** Read what stands for the reader’s act, and the request that it makes. */
function readStart({ title, why, exchange, place }: Case, fragment: string, tell: Tell): readonly Start[] {
  const { request, interaction, response } = exchange;
  const { method, target, version, content } = request;
  const as = builtActs.find((act) => act === interaction.kind);
  if (!as) {
    const expected = "an act of which a reader can make another message: as=link, as=form or as=script";
    tell(place, expected, `as=${interaction.kind}`);
    return [];
  }
  const type = fieldValue(request.fields, "Content-Type");
  if (as === "form" && method === "POST" && !type?.startsWith(formType)) {
    tell(place, `a form’s content as ${formType}`, type ?? "no Content-Type");
  }
  const fields = request.fields.map(({ name, value, by }) => ({ name, value, ...(by && { by }) }));
  const whole = { method, target, version, fields, content };
  return [{ name: title, about: why, as, request: whole, fragment, status: response?.status ?? null }];
}
