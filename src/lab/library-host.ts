import type { Step } from "../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../http/message/message.ts";
import { serve } from "../library/engine/serve.ts";
import { seed } from "../library/site/library.ts";
import { exchangeId } from "./exchange-id.ts";
import type { LibraryStore, Visit } from "./library-store.ts";

/** What came of a request: the answer and how the server came to it, or no answer at all. */
export interface Handled {
  readonly response: ResponseMessage | null;
  readonly steps: readonly Step[];
  /** Milliseconds that the server took. The network's delays are no part of them. */
  readonly took: number;
}

/** The request was sent a second time, after the server had done its work and its answer was lost. */
export class AnswerLost extends Error {
  constructor() {
    super("the server did its work, and the connection broke before its answer came");
  }
}

/** Somebody else who answers in the server's place: the reader, in "be the server". Rejects where no answer comes. */
export type Substitute = (request: RequestMessage) => Promise<ResponseMessage>;

/**
 * Run the mock server on one request of one client: as its settings say (switched off, slow, or answered by a
 * substitute), against the stored data, storing what the request changed before the answer leaves. Rejects with
 * AnswerLost where the same request, by its id, has changed the data before.
 */
export async function handle(
  request: RequestMessage,
  visit: Visit,
  store: LibraryStore,
  substitute: Substitute,
): Promise<Handled> {
  const asked = performance.now();
  const { library, settings, done } = await store.read(visit);
  const reading = performance.now() - asked;
  if (done) throw new AnswerLost();
  await pause(settings.network);
  // The settings must be read first, and reading is the server's work.
  const arrived = performance.now() - reading;
  if (settings.off) return { response: null, steps: [], took: 0 };
  if (settings.held) return { response: await substitute(request), steps: [], took: performance.now() - arrived };
  const now = new Date();
  let served = serve(request, library, now);
  if (served.state !== library) {
    const isFirst = await store.change(visit, (latest) => {
      served = serve(request, latest, now);
      return served.state;
    });
    if (!isFirst) throw new AnswerLost();
  }
  await pause(settings.server + served.delay);
  const took = performance.now() - arrived;
  await pause(settings.network);
  return { response: served.response, steps: served.steps, took };
}

/** Give the library that a client uses its first data back. */
export async function reset(store: LibraryStore, client: string): Promise<void> {
  await store.change({ id: exchangeId(), client }, () => seed);
}

function pause(milliseconds: number): Promise<void> | undefined {
  return milliseconds > 0 ? new Promise((resume) => setTimeout(resume, milliseconds)) : undefined;
}
