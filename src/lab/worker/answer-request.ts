import { fieldValue, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { pagePolicy } from "../../library/site/page.ts";
import { exchangeId } from "../exchange-id.ts";
import type { LibraryStore } from "../library-store.ts";
import { observedRequest } from "../observed-request.ts";
import { readAnswer } from "../page/broadcast.ts";
import {
  type Broadcast,
  exchangeField,
  type LabAddress,
  markerField,
  mountLinks,
  mountLocation,
  protocolVersion,
} from "../protocol.ts";
import { browserResponse, report } from "../report.ts";
import { obey } from "./obey.ts";

const policyField = "Content-Security-Policy";

/** With this field a page that its host isolates, by the same field, may hold the document in a frame (HTML, embedder policies). */
const isolated = ["Cross-Origin-Embedder-Policy", "require-corp"] as const;

/** What the worker's parts share. */
export interface WorkerLab {
  readonly scope: URL;
  readonly store: LibraryStore;
  readonly channel: BroadcastChannel;
}

/** Answer one request from the mock server, and report the whole of it on the channel. */
export async function answerRequest(
  request: Request,
  { client, target }: LabAddress,
  lab: WorkerLab,
): Promise<Response> {
  const headers = new Headers(request.headers);
  const id = headers.get(exchangeField) ?? exchangeId();
  headers.delete(exchangeField);
  const message = observedRequest(request.method, target, headers, await request.text());
  const { destination } = request;
  const told = await report(message, { id, client, destination, host: "worker" }, lab.store, (held) =>
    askPage(id, client, held, destination, lab.channel),
  );
  waiting.get(id)?.();
  say(lab.channel, told);
  if (!told.response) return brokenOff(request);
  const response = marked(told.response, client, lab.scope);
  if (isNavigation(request)) bar(response.headers, destination);
  return response;
}

/**
 * Give no answer to a request. A navigation is broken off when it has begun: after an error Firefox takes the worker for a
 * faulty one and asks the real host, which must never get what was meant for the mock server.
 */
export function brokenOff(request: Request): Response {
  if (!isNavigation(request)) return Response.error();
  return new Response(new ReadableStream({ start: (all) => all.error() }));
}

const isNavigation = ({ mode }: Request): boolean => mode === "navigate";

/**
 * Let no document run a script, whoever wrote it. In a frame `default-src 'none'` alone does it, and what else the frame may
 * do is said by its own `sandbox`: WebKit lets no worker serve a document that `sandbox` forbids scripts.
 */
function bar(headers: Headers, destination: RequestDestination): void {
  const written = headers.get(policyField)?.split(", ") ?? [];
  const policy = destination === "iframe" ? `${pagePolicy} allow-scripts` : pagePolicy;
  headers.set(policyField, [...written.filter((each) => each !== pagePolicy), policy].join(", "));
  headers.set(...isolated);
}

/**
 * Answer the page that asks for the worker itself: with a blank document, from which it fires its requests, and with
 * a sign of life on the channel. A command, which only a script of this origin can send, is carried out first.
 */
export async function answerPage(request: Request, { channel, store }: WorkerLab): Promise<Response> {
  const id = request.headers.get(exchangeField);
  const status =
    id !== null && request.method === "POST" ? await obey(await request.text(), store, (id) => waiting.has(id)) : 200;
  if (id !== null) say(channel, { type: "here", id });
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    [policyField]: "default-src 'none'; connect-src 'self'",
    [markerField]: protocolVersion,
    [isolated[0]]: isolated[1],
  };
  return new Response("<!doctype html><html lang=en><title>Client</title>", { status, headers });
}

/** A response as the browser takes it, marked as the mock's. */
function marked(response: ResponseMessage, client: string, scope: URL): Response {
  const isHtml = fieldValue(response.fields, "Content-Type")?.startsWith("text/html");
  const answer = browserResponse({
    ...response,
    fields: mountLocation(response.fields, client, scope),
    content: isHtml ? mountLinks(response.content, client, scope) : response.content,
  });
  answer.headers.set(markerField, protocolVersion);
  return answer;
}

/** What ends the wait of each held request, by its id. */
const waiting = new Map<string, () => void>();

/** Let the page be the server: hand it the request and wait for its answer, which may be none. */
function askPage(
  id: string,
  client: string,
  request: RequestMessage,
  destination: string,
  channel: BroadcastChannel,
): Promise<ResponseMessage | null> {
  return new Promise((resolve) => {
    function listen({ data, origin }: MessageEvent<unknown>) {
      const answer = origin === location.origin && readAnswer(data);
      if (answer && answer.id === id) resolve(answer.response);
    }
    channel.addEventListener("message", listen);
    waiting.set(id, () => {
      channel.removeEventListener("message", listen);
      waiting.delete(id);
    });
    say(channel, { type: "held", id, client, request, destination });
  });
}

function say(channel: BroadcastChannel, broadcast: Broadcast): void {
  channel.postMessage(broadcast);
}
