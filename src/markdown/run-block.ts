import type { Exchange } from "../http/exchange.ts";
import { checkExpectations, type ExpectationFailure } from "../http/expectations.ts";
import { parseHttpFile } from "../http/http-file.ts";
import { sendInteraction } from "../http/interaction.ts";
import { outcomeOf } from "../http/outcome.ts";
import { seed } from "../server/library.ts";
import { serve } from "../server/serve.ts";

/** The day on which every transcript of the lesson takes place, so that two builds give the same text. */
const buildClock = new Date("2026-03-02T09:30:00Z");

/** One request of a block, run: its title, its cycle, and the expectations that did not hold. */
export interface Run {
  readonly title: string | null;
  readonly exchange: Exchange;
  readonly failures: readonly ExpectationFailure[];
}

/**
 * Run the requests of a `.http` block in order on one fresh library. Lines in errors and failures count from the
 * block's first line. Throws a MessageError where the block cannot be read.
 */
export function runBlock(text: string, client = "build"): readonly Run[] {
  let state = seed;
  return parseHttpFile(text).requests.map(({ title, name, request, expectations }, index) => {
    const served = serve(request, state, buildClock);
    state = served.state;
    const interaction = sendInteraction(request);
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
    return { title: title ?? name, exchange, failures: checkExpectations(expectations, served.response) };
  });
}
