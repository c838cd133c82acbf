import type { Exchange, Failure, Interaction } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import { exchangeFromReport, failedExchange } from "./exchange-from-report.ts";
import { type Lab, LabError } from "./lab.ts";
import {
  type Broadcast,
  type Command,
  exchangeField,
  framePath,
  type Held,
  labName,
  labUrl,
  markerField,
  protocolVersion,
  type Report,
} from "./protocol.ts";

const patience = 10_000;

/** Sets this page's clients apart from those of the same lesson in another tab, which hears the same channel. */
const tab = crypto.getRandomValues(new Uint16Array(1))[0]?.toString(36);
const inTab = (client: string) => `${client}-${tab}`;

/** Register the worker, prove by its marker that it answers, and give back the lab behind it. */
export async function connectWorker(workerUrl: URL): Promise<Lab> {
  const scope = new URL("./", workerUrl);
  const registration = await register(workerUrl, scope);
  const frame = await openFrame(scope);
  const channel = new BroadcastChannel(labName(scope));
  const listeners = new Set<(broadcast: Broadcast) => void>();
  channel.addEventListener("message", ({ data }: MessageEvent<Broadcast>) => {
    for (const listener of listeners) listener(data);
  });

  function listen(listener: (broadcast: Broadcast) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function command(order: Command): Promise<void> {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      registration.active?.postMessage(order, [port2]);
    });
  }

  return {
    host: "worker",
    send: (client, request, interaction) => send(client, request, interaction, scope, frame, listen),
    address: (client, target) => labUrl(inTab(client), target, scope).href,
    watch: (client, hear) =>
      listen((said) => said.type === "exchange" && said.client === inTab(client) && hear({ ...said, client })),
    attend: (client, hear) =>
      listen((said) => said.type === "held" && said.client === inTab(client) && hear({ ...said, client })),
    answer: (held: Held, response) =>
      channel.postMessage({ type: "answer", id: held.id, response } satisfies Broadcast),
    configure: (client, settings) => command({ type: "settings", client: inTab(client), settings }),
    reset: () => command({ type: "reset" }),
  };
}

async function register(workerUrl: URL, scope: URL): Promise<ServiceWorkerRegistration> {
  if (!("serviceWorker" in navigator)) {
    throw new LabError(
      "no-worker",
      "This browser offers no service worker here, so the mock server cannot run. Open the page over https, outside a private window.",
    );
  }
  try {
    const registration = await navigator.serviceWorker.register(workerUrl, {
      scope: scope.href,
      updateViaCache: "none",
    });
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (worker?.state !== "activated") await activated(worker);
    return registration;
  } catch (error) {
    throw new LabError(
      "no-worker",
      `The browser refused to start the mock server (${(error as Error).message}). The lesson reads on without it; allow cookies and site data for this page, then press Send again.`,
    );
  }
}

/** Resolve when the worker is active; reject when it will never be. */
function activated(worker: ServiceWorker | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!worker) return reject(new Error("it gave no worker back"));
    const timer = setTimeout(() => reject(new Error("it took too long")), patience);
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant") reject(new Error("it was given up"));
      else return;
      clearTimeout(timer);
    });
  });
}

/** Put a script-less frame into the worker's scope; requests fired through it reach the worker and nothing else. */
async function openFrame(scope: URL): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-forms");
  frame.title = "The client of the live demos";
  frame.hidden = true;
  frame.src = new URL(framePath, scope).href;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const answer = await fire(frame, frame.src, {}).catch(() => null);
  if (answer?.headers.get(markerField) === protocolVersion) return frame;
  frame.remove();
  throw new LabError(
    "not-the-mock",
    "The mock server is installed, but something else answers in its place. Reload the page (without the Shift key), and switch off “Bypass for network” in the developer tools.",
  );
}

/**
 * Fetch through the frame, so that the worker sees it. With `only-if-cached` a request that misses the worker fails in
 * the browser instead of reaching the real host.
 */
function fire(frame: HTMLIFrameElement, url: string, init: RequestInit): Promise<Response> {
  const window = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!window) return Promise.reject(new Error("the client's frame is gone"));
  return window.fetch(url, { ...init, redirect: "manual", mode: "same-origin", cache: "only-if-cached" });
}

async function send(
  client: string,
  request: RequestMessage,
  interaction: Interaction,
  scope: URL,
  frame: HTMLIFrameElement,
  listen: (listener: (broadcast: Broadcast) => void) => () => void,
): Promise<Exchange> {
  const started = performance.now();
  const id = crypto.randomUUID();
  let stop = () => {};
  const reported = new Promise<Report>((resolve) => {
    stop = listen((said) => said.type === "exchange" && said.id === id && resolve({ ...said, client }));
  });
  const fail = (kind: Failure["kind"], text: string) =>
    failedExchange(id, client, request, interaction, { kind, text });
  try {
    const outgoing = requestInit(request, id);
    const sent = performance.now() - started;
    const response = await fire(frame, labUrl(inTab(client), request.target, scope).href, outgoing);
    if (response.type !== "opaqueredirect" && response.headers.get(markerField) !== protocolVersion) {
      return fail("not-the-mock", notTheMock(response));
    }
    await response.arrayBuffer();
    const arrived = performance.now() - started;
    const report = await within(patience, reported);
    return exchangeFromReport(report, request, interaction, { sent, server: report.took, arrived, shown: arrived });
  } catch (error) {
    const report = await within(200, reported).catch(() => null);
    if (report) return exchangeFromReport(report, request, interaction, null);
    if (error instanceof Refusal) return fail("refused", error.message);
    return fail("network", noAnswer(error as Error));
  } finally {
    stop();
  }
}

/** The browser will not even try to send this request. */
class Refusal extends Error {}

function requestInit(request: RequestMessage, id: string): RequestInit {
  try {
    const headers = new Headers(request.fields.map(({ name, value }): [string, string] => [name, value]));
    headers.set(exchangeField, id);
    const init: RequestInit = { method: request.method, headers };
    if (request.content !== "") init.body = new TextEncoder().encode(request.content);
    new Request("./", init);
    return init;
  } catch (error) {
    throw new Refusal(`The browser refuses to send this request: ${(error as Error).message}`);
  }
}

function notTheMock(response: Response): string {
  const marker = response.headers.get(markerField);
  if (marker) return "Another version of this lesson answered. Reload the page to bring both to the same version.";
  return `Something other than the mock server answered (status ${response.status}), so its answer is not shown. Reload the page and send again.`;
}

function noAnswer(error: Error): string {
  return `No answer came back (${error.message}). That is a failure of the network, not of HTTP: there is no status code. Reload the page and send again.`;
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the mock server did not report")), milliseconds);
    promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
