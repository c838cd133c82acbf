import type { Failure } from "../../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../../http/message/message.ts";
import { libraryOrigin } from "../../http/message/whole-request.ts";
import { addResources } from "../../library/site/routes.ts";
import { exchangeId } from "../exchange-id.ts";
import { filledInRequest } from "../filled-in-request.ts";
import { reset } from "../library-host.ts";
import { browserDatabase, databaseStore, type LibraryStore } from "../library-store.ts";
import { type Held, labName, type Report } from "../protocol.ts";
import { report } from "../report.ts";
import { siteResources } from "../site-resources.ts";
import { exchangeFromReport } from "./exchange-from-report.ts";
import { failedExchange } from "./failed-exchange.ts";
import { InPageBrowser } from "./in-page-browser.ts";
import { inPageAddress } from "./in-page-document.ts";
import type { Place } from "./lab.ts";
import { outgoingRequest, Refusal } from "./outgoing-request.ts";

const forgetful =
  "This browser has no room for the library’s data, or blocks it: what you change lasts as long as this page.";

/**
 * The mock server in the page itself, for browsers in which no worker runs it. No request leaves the page: what a
 * browser would add to one is filled in. `scope` is the folder of the lab, `reason` why no worker runs.
 */
export function inPageLab(
  scope: URL,
  reason: string | null,
  store: LibraryStore = databaseStore(() => browserDatabase(labName(scope))),
): Place {
  addResources(siteResources);
  const hearers = new Set<(report: Report) => void>();
  const attendants = new Set<(held: Held) => void>();
  const waiting = new Map<string, (response: ResponseMessage | null) => void>();

  function add<T>(set: Set<T>, member: T): () => void {
    set.add(member);
    return () => set.delete(member);
  }

  async function answer(request: Request, target: string, client: string, destination: string, id = exchangeId()) {
    const message = await filledInRequest(request, target, destination);
    const substitute = (request: RequestMessage) =>
      new Promise<ResponseMessage | null>((resolve) => {
        waiting.set(id, resolve);
        for (const attend of attendants) attend({ type: "held", id, client, request, destination });
      });
    const told = await report(message, { id, client, destination, host: "page" }, store, substitute);
    waiting.delete(id);
    for (const hear of hearers) hear(told);
    return told;
  }

  const browser = new InPageBrowser(answer);

  return {
    host: "page",
    reason,
    get notice() {
      return store.forgetful ? forgetful : null;
    },
    prove: async () => {},
    lost: () => false,
    close: () => {},
    address: (_, target) => inPageAddress(target),
    open: (frame, client, target) => browser.open(frame, client, target),
    reload: (frame, client) => browser.open(frame, client, browser.shown(frame)?.split("#")[0] ?? "/"),
    shown: (frame) => browser.shown(frame),
    watch: (client, hear) => add(hearers, (told) => (client === null || told.client === client) && hear(told)),
    attend: (client, hear) => add(attendants, (held) => held.client === client && hear(held)),
    answer: ({ id }, response) => waiting.get(id)?.(response),
    waits: async ({ id }) => waiting.has(id),
    configure: (client, settings) => store.configure(client, settings),
    reset: (client = "reader") => reset(store, client),
    send: async (client, request, interaction, id = exchangeId()) => {
      const started = performance.now();
      const fail = (kind: Failure["kind"], text: string) =>
        failedExchange(id, client, request, interaction, { kind, text }, "page");
      try {
        const outgoing = new Request("./", outgoingRequest(request));
        const sent = performance.now() - started;
        const told = await answer(outgoing, targetSent(request.target), client, "", id);
        const arrived = performance.now() - started;
        const times = told.response ? { sent, server: told.took, arrived, shown: arrived } : null;
        return exchangeFromReport(told, request, interaction, times);
      } catch (error) {
        if (error instanceof Refusal) return fail("refused", error.message);
        reportError(error);
        return fail("network", "The mock server in this page broke. Reload the page.");
      }
    },
  };
}

/** A target as a browser sends it: without dots that lead elsewhere, and percent-encoded. */
function targetSent(target: string): string {
  const { pathname, search } = new URL(libraryOrigin + target);
  return pathname + search;
}
