import type { ResponseMessage } from "../../http/message.ts";
import { pagePolicy } from "../../server/page.ts";
import { exchangeId } from "../exchange-id.ts";
import type { LibraryStore } from "../library-store.ts";
import { observedRequest } from "../observed-request.ts";
import {
  type Broadcast,
  exchangeField,
  type Held,
  type LabAddress,
  markerField,
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
    askPage(id, client, held, lab.channel),
  );
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
  if (id !== null && request.method === "POST") await obey(await request.text(), store);
  if (id !== null) say(channel, { type: "here", id });
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    [policyField]: "default-src 'none'; connect-src 'self'",
    [markerField]: protocolVersion,
  };
  return new Response("<!doctype html><html lang=en><title>Client</title>", { headers });
}

/** A response as the browser takes it, marked as the mock's. */
function marked(response: ResponseMessage, id: string, client: string, scope: URL): Response {
  const answer = browserResponse({ ...response, fields: mountLocation(response.fields, client, scope) });
  answer.headers.set(markerField, protocolVersion);
  answer.headers.set(exchangeField, id);
  return answer;
}

/** Let the page be the server: hand it the request and wait for its answer. */
function askPage(
  id: string,
  client: string,
  request: Held["request"],
  channel: BroadcastChannel,
): Promise<ResponseMessage> {
  return new Promise((resolve) => {
    function listen({ data }: MessageEvent<Broadcast>) {
      if (data.type !== "answer" || data.id !== id) return;
      channel.removeEventListener("message", listen);
      resolve(data.response);
    }
    channel.addEventListener("message", listen);
    say(channel, { type: "held", id, client, request });
  });
}

function say(channel: BroadcastChannel, broadcast: Broadcast): void {
  channel.postMessage(broadcast);
}
