import { fieldValue, type RequestMessage, type ResponseMessage } from "../../http/message.ts";
import { pagePolicy } from "../../server/page.ts";
import { readAnswer } from "../broadcast.ts";
import { exchangeId } from "../exchange-id.ts";
import type { LibraryStore } from "../library-store.ts";
import { observedRequest } from "../observed-request.ts";
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
  if (!told.response) return Response.error();
  const response = marked(told.response, id, client, lab.scope);
  // No document runs a script, whoever wrote it.
  if (request.mode === "navigate" && response.headers.get(policyField) !== pagePolicy) {
    response.headers.append(policyField, pagePolicy);
  }
  return response;
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
  };
  return new Response("<!doctype html><html lang=en><title>Client</title>", { status, headers });
}

/** A response as the browser takes it, marked as the mock's. */
function marked(response: ResponseMessage, id: string, client: string, scope: URL): Response {
  const isHtml = fieldValue(response.fields, "Content-Type")?.startsWith("text/html");
  const answer = browserResponse({
    ...response,
    fields: mountLocation(response.fields, client, scope),
    content: isHtml ? mountLinks(response.content, client, scope) : response.content,
  });
  answer.headers.set(markerField, protocolVersion);
  answer.headers.set(exchangeField, id);
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
