import { checkHappening, type Expectation, fitsTarget, ofAct, readExpectation } from "../../http/block/expectations.ts";
import type { Exchange } from "../../http/exchange.ts";
import type { Act } from "../../http/interaction.ts";
import { MessageError } from "../../http/message/message.ts";
import { plainLine } from "../../http/message/message-line.ts";

/** What followed from one action of the reader: requests, or the reason why there was none. */
export interface Episode {
  readonly requests: readonly Exchange[];
  readonly stay: string | null;
}

/** What the server must see for a step to be done; null where it must see nothing. */
export type Expected = ExpectedRequest | null;

export interface ExpectedRequest {
  /** `*` stands for any method, and in a target for any piece of it. */
  readonly method: string;
  readonly target: string;
  /** The act behind the request; null where any will do. */
  readonly act: Act | null;
  /** What the request, the first answer and the cycles must be. */
  readonly expectations: readonly Expectation[];
}

/**
 * Read what an `http expect` fence says: `nothing`, or a method and a target, and lines with `??` on the request, the answer,
 * the `cycles` and those before. Throws a MessageError whose line counts from the fence's first.
 */
export function readExpected(source: string, act: Act | null): Expected {
  const [first = "", ...rest] = source.split("\n");
  const lines = rest.map((text, index) => plainLine(text, index + 2)).filter(({ text }) => text.trim() !== "");
  if (first.trim() === "nothing") {
    const [more] = lines;
    if (more) throw new MessageError(more.number, 1, "nothing below “nothing”", `“${more.text}”`);
    return null;
  }
  const [, method, target] = /^([A-Z]+|\*) (\/\S*|\*)$/.exec(first.trim()) ?? [];
  if (method === undefined || target === undefined) {
    const expected = "a method and a target, such as GET /books, each of which may be *, or the word nothing";
    throw new MessageError(1, 1, expected, first.trim() === "" ? "an empty line" : `“${first.trim()}”`);
  }
  return { method, target, act, expectations: lines.map((line) => readExpectation(line, ofAct)) };
}

/** Whether an episode is about what is expected: it made no request, or its first request is the one that is meant. */
export function isAbout(expected: Expected, { requests }: Episode): boolean {
  const [first] = requests;
  if (expected === null || !first) return expected === null && !first;
  const { method, target, act } = expected;
  return (
    (method === "*" || method === first.request.method) &&
    (act === null || act === first.interaction.kind) &&
    fitsTarget(target, first.request.target)
  );
}

/** How an episode that is about what is expected differs from it, as a sentence; null where it does not. */
export function difference(
  expected: Expected,
  { requests }: Episode,
  earlier: readonly Exchange[] = [],
): string | null {
  const [first] = requests;
  if (expected === null || !first) return null;
  if (!first.response) return "An answer was expected, and none came.";
  const [failure] = checkHappening(expected.expectations, { cycles: requests, earlier, library: null });
  if (!failure) return null;
  const [, count] = /^cycles == (\d+)$/.exec(failure.expected) ?? [];
  if (count !== undefined) return `Expected were ${count} cycles; it took ${requests.length}.`;
  return `Expected was ${failure.expected}; it was ${failure.found}.`;
}

/** What an action led to, in one short sentence. */
export function episodeLine({ requests, stay }: Episode): string {
  if (requests.length === 0) return `No row. ${stay ?? ""}`.trim();
  const [first] = requests;
  const status = first?.response ? `${first.response.status} ${first.response.reason}` : "no response";
  const others = requests.length > 1 ? `, and ${requests.length - 1} by the browser itself` : "";
  const content = first?.request.content ? `, with the content ${first.request.content}` : "";
  return `${rows(requests.length)} ${first?.request.method} ${first?.request.target}${content}: ${status}${others}.`;
}

function rows(count: number): string {
  return count === 1 ? "One row." : `${["No", "", "Two", "Three", "Four", "Five"][count] ?? count} rows.`;
}
