import { checkExpectations, type Expectation, type ExpectationFailure } from "../http/block/expectations.ts";
import { type BlockRequest, parseHttpFile, type RequestPlaces } from "../http/block/http-file.ts";
import { checkSendable } from "../http/block/sendable.ts";
import { completeRequest, handwritten } from "../http/complete-request.ts";
import type { Exchange } from "../http/exchange.ts";
import { type Act, actOf, byHand, contradiction, recordedInteraction } from "../http/interaction.ts";
import { MessageError, type RequestMessage, type ResponseMessage } from "../http/message/message.ts";
import type { PlacedField } from "../http/message/message-line.ts";
import { outcomeOf } from "../http/outcome.ts";
import { refusedByBrowser } from "../http/rules/fields.ts";
import { readFramed, refuseUnread } from "../library/engine/framing.ts";
import { serve } from "../library/engine/serve.ts";
import { serveOnWire } from "../library/engine/wire.ts";
import { type Library, seed } from "../library/site/library.ts";
import { routes } from "../library/site/routes.ts";
import { remembered } from "../remembered.ts";

/** The day on which every transcript of the lesson takes place, so that two builds give the same text. */
export const buildClock = new Date("2026-03-02T09:30:00Z");

/** One request of a block, run: its title, its cycle, and what its author expected. */
export interface Run {
  readonly title: string | null;
  /** The line of the request line in the block, from 1. */
  readonly line: number;
  readonly exchange: Exchange;
  readonly expectations: readonly Expectation[];
  /** Those of the expectations that did not hold. */
  readonly failures: readonly ExpectationFailure[];
  /** Where the parts of the request stand in the block. */
  readonly places: RequestPlaces;
  /** A field that browsers let no page set, though the answer would be another without it; null where all is well. */
  readonly unsent: PlacedField | null;
}

/** How the requests of a block are meant. */
export interface BlockOptions {
  /** The act that they stand for; null leaves it to each message. */
  readonly act?: Act | null;
  /** Each is sent as it is written, with nothing filled in. */
  readonly raw?: boolean;
}

/**
 * Runs blocks on some routes, each once for the checks of its page and for the page. What a run gives depends on the block, on how
 * it is meant, and on the routes, and is never changed. More are kept than a course of a thousand lessons has, and no more, however
 * long a page is edited.
 */
const running = (on: typeof routes) => ({
  on,
  runs: remembered((key: string) => run(...(JSON.parse(key) as Parameters<typeof run>)), 6_000),
});

let onRoutes = running(routes);

/**
 * Run the requests of a `.http` block in order on one fresh library. Lines in errors and failures count from the
 * block's first line. Throws a MessageError where the block cannot be read, or where it is not raw and no browser can send it.
 */
export function runBlock(text: string, { act = null, raw = false }: BlockOptions = {}): readonly Run[] {
  if (onRoutes.on !== routes) onRoutes = running(routes);
  return onRoutes.runs(JSON.stringify([text, act, raw]));
}

function run(text: string, act: Act | null, raw: boolean): readonly Run[] {
  const client = "build";
  let state = seed;
  const answers = new Map<string, ResponseMessage>();
  const read = (): readonly BlockRequest[] => parseHttpFile(text, { raw, answers }).requests;
  // A block that uses values of its responses is read anew when each has come.
  const hasValues = /\{\{[^{}]*\.response\b/.test(text);
  const blocks = read();
  return blocks.map((first, index) => {
    const block = (hasValues ? read()[index] : null) ?? first;
    const { title, name, line, request: written, expectations, places } = block;
    if (!raw) checkSendable(block);
    const kind = act ?? actOf(written);
    const request = raw ? handwritten(written) : completeRequest(written, kind);
    if (act) check(request, act, line);
    const framed = raw ? readFramed(request) : request;
    const served =
      typeof framed === "string"
        ? { ...refuseUnread(framed, buildClock), state }
        : (raw ? serveOnWire : serve)(framed, state, buildClock);
    if (name) answers.set(name, served.response);
    const unsent = raw ? null : decisiveField(request, places, served.response, state);
    state = served.state;
    const interaction = raw ? byHand : recordedInteraction(request, kind);
    const exchange: Exchange = {
      id: `${client}-${index + 1}`,
      client,
      host: "build",
      interaction,
      request,
      dropped: [],
      steps: served.steps,
      response: served.response,
      failure: null,
      outcome: outcomeOf(request, served.response, interaction),
      times: null,
    };
    const failures = checkExpectations(expectations, served.response);
    return { title: title ?? name, line, exchange, expectations, failures, places, unsent };
  });
}

/** The first field without which the answer would be another, of those that a browser writes itself. */
function decisiveField(
  request: RequestMessage,
  { fields }: RequestPlaces,
  { status, content }: ResponseMessage,
  state: Library,
): PlacedField | null {
  const isDecisive = ({ field: { name, value } }: PlacedField): boolean => {
    if (/^(?:host|content-length)$/i.test(name) || refusedByBrowser(name, value) === null) return false;
    const rest = request.fields.filter((field) => field.name.toLowerCase() !== name.toLowerCase());
    const { response } = serve({ ...request, fields: rest }, state, buildClock);
    return response.status !== status || response.content !== content;
  };
  return fields.find(isDecisive) ?? null;
}

/** Throws a MessageError where no browser sends this request for that act. */
function check(request: RequestMessage, act: Act, line: number): void {
  const found = contradiction(act, request);
  if (found) throw new MessageError(line, 1, `a request that fits as=${act}`, found);
}
