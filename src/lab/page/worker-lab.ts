import type { Exchange, Failure } from "../../http/exchange.ts";
import { exchangeId } from "../exchange-id.ts";
import * as limits from "../limits.ts";
import {
  type Broadcast,
  type Command,
  exchangeField,
  labAddress,
  labName,
  labUrl,
  markerField,
  protocolVersion,
  type Report,
  type Settings,
  usualSettings,
  workerFile,
} from "../protocol.ts";
import { Late, within } from "../within.ts";
import { readBroadcast } from "./broadcast.ts";
import { ClientFrame } from "./client-frame.ts";
import { exchangeFromReport } from "./exchange-from-report.ts";
import { failedExchange } from "./failed-exchange.ts";
import { guardFrame } from "./frame-guard.ts";
import { LabError, type Place } from "./lab.ts";
import { framesNeedScripts } from "./mock-frame.ts";
import { outgoingRequest, Refusal } from "./outgoing-request.ts";
import { shownUrl } from "./page-elements.ts";
import { passedBy } from "./passed-by.ts";
import { mustBeRegistered, registerWorker, renewWorker } from "./worker-registration.ts";

const forgetfulWorker =
  "This browser has no room for the library’s data, or blocks it: what you change is forgotten after some seconds of rest.";

/**
 * Register the worker, prove by its marker and by its channel that it answers, and give back the lab behind it.
 * `missed` is called when a navigation of a client's iframe would have missed the worker; it has not been made.
 * Rejects with a LabError.
 */
export async function connectWorker(
  workerUrl: URL,
  missed: (frame: HTMLIFrameElement, client: string, target: string) => void,
): Promise<Place> {
  const scope = new URL("./", workerUrl);
  await registerWorker(workerUrl, scope);
  const channel = openChannel(labName(scope));
  const listeners = new Set<(broadcast: Broadcast) => void>();
  channel.addEventListener("message", ({ data, origin }: MessageEvent<unknown>) => {
    const said = origin === location.origin && readBroadcast(data);
    if (!said) return;
    if (said.type === "exchange") forgetful = said.forgetful;
    for (const listener of listeners) listener(said);
  });
  const frame = new ClientFrame(new URL(workerFile, scope));
  let forgetful = false;
  const lost = new WeakSet<Exchange>();
  const settings = new Map<string, Settings>();
  // Sets this page's clients apart from those of the same lesson in another tab, which hears the same channel.
  const tab = exchangeId().slice(0, 4);
  const inTab = (client: string) => `${client}-${tab}`;
  const ending = new RegExp(`-${tab}$`);

  function listen(listener: (broadcast: Broadcast) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The first broadcast that `choose` makes something of. */
  function heard<T>(choose: (broadcast: Broadcast) => T | false): { promise: Promise<T>; stop: () => void } {
    let stop = () => {};
    const promise = new Promise<T>((resolve) => {
      stop = listen((said) => {
        const chosen = choose(said);
        if (chosen !== false) resolve(chosen);
      });
    });
    return { promise, stop };
  }

  async function askWorker(init: RequestInit): Promise<number> {
    const id = exchangeId();
    const sign = heard((said) => said.type === "here" && said.id === id);
    try {
      const url = new URL(workerFile, scope);
      const answer = await frame.fetch(url, { ...init, headers: { [exchangeField]: id } }, limits.sign);
      checkMarker(answer);
      await within(limits.sign, sign.promise, "no report came");
      return answer.status;
    } catch (error) {
      throw error instanceof LabError ? error : error instanceof Late ? silent() : passedBy();
    } finally {
      sign.stop();
    }
  }

  /** In WebKit nothing holds a request back that the worker misses, so a GET of the worker's own file goes ahead of it. */
  const makeSure = async () => {
    if (framesNeedScripts()) await lab.prove();
  };

  const command = async (order: Command) => {
    await makeSure();
    return askWorker({ method: "POST", body: JSON.stringify(order) });
  };

  const lab: Place = {
    host: "worker",
    reason: null,
    get notice() {
      return forgetful ? forgetfulWorker : null;
    },
    prove: async () => {
      await mustBeRegistered(workerUrl, scope);
      await askWorker({});
    },
    lost: (exchange) => lost.has(exchange),
    close: () => {
      frame.close();
      channel.close();
    },
    address: (client, target) => labUrl(inTab(client), target, scope).href,
    open: async (frame, client, target) => {
      guardFrame(frame, scope, lab.prove, (to) => missed(frame, client, to));
      frame.removeAttribute("srcdoc");
      const address = lab.address(client, target);
      if (frame.contentWindow) frame.contentWindow.location.replace(address);
      else frame.src = address;
    },
    reload: async (frame) => frame.contentWindow?.location.reload(),
    shown: (frame) => {
      const url = shownUrl(frame);
      const address = url ? labAddress(new URL(url), scope) : null;
      return address && url ? address.target + new URL(url).hash : null;
    },
    watch: (client, hear) =>
      listen((said) => {
        if (said.type !== "exchange") return;
        const isOwn = client === null || said.client === inTab(client);
        if (isOwn) hear({ ...said, client: said.client.replace(ending, "") });
      }),
    attend: (client, hear) =>
      listen((said) => said.type === "held" && said.client === inTab(client) && hear({ ...said, client })),
    answer: (held, response) => channel.postMessage({ type: "answer", id: held.id, response } satisfies Broadcast),
    waits: async ({ id }) => (await command({ type: "waits", id })) === 200,
    configure: async (client, its) => {
      settings.set(client, its);
      await command({ type: "settings", client: inTab(client), settings: its });
    },
    reset: async (client = "reader") => void (await command({ type: "reset", client: inTab(client) })),
    send: async (client, request, interaction, id = exchangeId()) => {
      const started = performance.now();
      const report = heard<Report>((said) => said.type === "exchange" && said.id === id && { ...said, client });
      const fail = (kind: Failure["kind"], text: string) =>
        failedExchange(id, client, request, interaction, { kind, text }, "worker");
      try {
        const outgoing = outgoingRequest(request);
        outgoing.headers.set(exchangeField, id);
        await makeSure();
        const sent = performance.now() - started;
        const url = labUrl(inTab(client), request.target, scope);
        const response = await frame.fetch(url, outgoing, limits.answerLimit(settings.get(client) ?? usualSettings));
        // What a redirect answers is hidden from the page, its marker too.
        if (response.type !== "opaqueredirect") checkMarker(response);
        await response.arrayBuffer();
        const arrived = performance.now() - started;
        const told = await within(limits.report, report.promise, "the mock server did not report");
        return exchangeFromReport(told, request, interaction, {
          sent,
          server: told.took,
          arrived,
          // What has come is known with the report; the demo adds how long it draws.
          shown: performance.now() - started,
        });
      } catch (error) {
        if (error instanceof Refusal) return fail("refused", error.message);
        const told = await within(limits.reportOfBroken, report.promise, "").catch(() => null);
        if (told) return exchangeFromReport(told, request, interaction, null);
        const isLate = error instanceof Late;
        const failed =
          error instanceof LabError
            ? fail(error.failure.kind, error.message)
            : fail(isLate ? "timeout" : "network", noAnswer(isLate));
        if (!isLate) lost.add(failed);
        return failed;
      } finally {
        report.stop();
      }
    },
  };

  try {
    await frame.open();
    await lab.prove().catch(async (error) => {
      if (!(error instanceof OtherVersion)) throw error;
      await renewWorker(scope, error);
      await lab.prove();
    });
    return lab;
  } catch (error) {
    lab.close();
    throw error;
  }
}

function openChannel(name: string): BroadcastChannel {
  try {
    return new BroadcastChannel(name);
  } catch {
    throw new LabError("no-worker", "this browser offers no channel to a service worker", "Try a newer browser.");
  }
}

/** Throw where an answer did not come from the worker of this version. */
function checkMarker(answer: Response): void {
  const marker = answer.headers.get(markerField);
  if (marker === protocolVersion) return;
  throw marker ? new OtherVersion() : passedBy();
}

/** The worker that answers is older or newer than this page. */
class OtherVersion extends LabError {
  constructor() {
    super("not-the-mock", "another version of this lesson answers here", "Reload the page.");
  }
}

function silent(): LabError {
  return new LabError("no-worker", "the service worker does not answer", "Reload the page.");
}

function noAnswer(isLate: boolean): string {
  return `No answer came ${isLate ? "in time" : "back"}. That is a failure of the network, not of HTTP: there is no status code, and nobody can tell from here whether the server did its work. Look before you send again.`;
}
