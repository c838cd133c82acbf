import type { ResponseMessage } from "../../http/message.ts";
import { type Handled, handle } from "../library-host.ts";
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
  const arrived = performance.now();
  const headers = new Headers(request.headers);
  const id = headers.get(exchangeField) ?? crypto.randomUUID();
  headers.delete(exchangeField);
  const message = observedRequest(request.method, target, headers, await request.text());
  const handled = await handle(message, client, lab.store, (held) => askPage(id, client, held, lab.channel));
  say(lab.channel, {
    type: "exchange",
    version: protocolVersion,
    id,
    client,
    request: message,
    destination: request.destination,
    steps: handled.steps,
    response: handled.response,
    took: performance.now() - arrived,
    forgetful: lab.store.forgetful,
  });
  return responseFor(handled, id, client, lab.scope);
}

/** A blank document inside the scope, from which the page fires its requests. */
export function frameDocument(): Response {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
    [markerField]: protocolVersion,
  };
  return new Response("<!doctype html><html lang=en><title>Client</title>", { headers });
}

/** A response as the browser takes it, marked as the mock's; a network error where there is none. */
function responseFor({ response }: Handled, id: string, client: string, scope: URL): Response {
  if (!response) return Response.error();
  const headers = new Headers();
  for (const { name, value } of mountLocation(response.fields, client, scope)) headers.append(name, value);
  headers.set(markerField, protocolVersion);
  headers.set(exchangeField, id);
  const { status, reason } = response;
  // Fetch refuses content, even an empty one, with these (null body status).
  const content = status === 204 || status === 205 || status === 304 ? null : response.content;
  return new Response(content, { status, statusText: reason, headers });
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
