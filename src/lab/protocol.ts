import type { Failure, Host, Step } from "../http/exchange.ts";
import type { Field, RequestMessage, ResponseMessage } from "../http/message/message.ts";
import { libraryOrigin } from "../http/message/whole-request.ts";
import { siteMark } from "./site-mark.ts";

/**
 * What the page and the worker have agreed on. Raise it whenever one of the messages below changes its meaning. With other
 * resources the server is another, so what the site's pages add to it is a part of its version.
 */
export const protocolVersion = `3${siteMark}`;

/** On every answer of the worker; its value is the protocol's version. An answer without it did not come from the mock. */
export const markerField = "lab-server";

/** On a request that the page fires: which exchange this is. Never part of a drawn message. */
export const exchangeField = "lab-exchange";

/** On a request: the Cookie field that a demo draws, since no page can send one. */
export const cookieField = "lab-cookie";

/**
 * The worker's file, which stands in the folder that is its scope. The worker answers for it itself where the page asks
 * for it from inside the scope: GET brings a document without content for an iframe to stand on, and proves who answers;
 * POST brings a command. So even where the worker is bypassed, nothing is asked of the host that it does not have.
 */
export const workerFile = "worker.js";

/** How one client's requests are treated. `network` and `server` are milliseconds of added delay. */
export interface Settings {
  readonly off: boolean;
  readonly network: number;
  readonly server: number;
  /** The worker hands each request to the page and waits for its answer. */
  readonly held: boolean;
}

export const usualSettings: Settings = { off: false, network: 0, server: 0, held: false };

/** What the mock server saw of one request, and what it answered. */
export interface Report {
  readonly type: "exchange";
  readonly version: string;
  readonly host: Host;
  readonly id: string;
  readonly client: string;
  readonly request: RequestMessage;
  /** Fetch's destination: "document" or "iframe" for a navigation, "style", "image", or "" for a fetch. */
  readonly destination: string;
  readonly steps: readonly Step[];
  readonly response: ResponseMessage | null;
  /** Why there is no response; null where there is one. */
  readonly failure: Failure | null;
  /** Milliseconds from the request's arrival to the answer, by the server's clock; the network's delays are no part of them. */
  readonly took: number;
  /** The server's data could not be stored, and lives only as long as its host. */
  readonly forgetful: boolean;
}

/** A request that waits for the page to be its server. */
export interface Held {
  readonly type: "held";
  readonly id: string;
  readonly client: string;
  readonly request: RequestMessage;
  /** As in a Report. */
  readonly destination: string;
}

/** The page's answer to a held request; null hangs up without one. */
export interface Answer {
  readonly type: "answer";
  readonly id: string;
  readonly response: ResponseMessage | null;
}

/** The worker’s sign of life beside its answer to a proof: the channel works. */
export interface Here {
  readonly type: "here";
  readonly id: string;
}

/** What travels on the channel that is named by the scope. */
export type Broadcast = Report | Held | Answer | Here;

/** What the page asks of the worker itself. */
export type Command =
  /** Give the library that this client uses its first data back. */
  | { readonly type: "reset"; readonly client: string }
  /** Whether this held request still waits; 410 says that it does not. */
  | { readonly type: "waits"; readonly id: string }
  | { readonly type: "settings"; readonly client: string; readonly settings: Settings };

/** The name shared by the channel and the database of one lab: an origin may hold many. */
export function labName(scope: URL): string {
  return `http-cycle ${scope.pathname}`;
}

/**
 * The library that a client uses: the shared one, which is named by the empty text, or one of its own, whose name stands
 * behind a dot in the client's: `exchange-5.exchange-4`.
 */
export function libraryOf(client: string): string {
  return /\.(.*)/.exec(client)?.[1] ?? "";
}

/** A URL of the lab, taken apart: `…/lab/CLIENT/books?q=1` is client CLIENT, target `/books?q=1`. */
export interface LabAddress {
  readonly client: string;
  readonly target: string;
}

/** Take a URL inside the scope apart; null where it names no client. A fragment is never part of a target. */
export function labAddress(url: URL, scope: URL): LabAddress | null {
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const path = url.pathname.slice(scope.pathname.length);
  const slash = path.indexOf("/");
  if (slash < 1) return null;
  return { client: path.slice(0, slash), target: path.slice(slash) + url.search };
}

/** The URL at which a client reaches a target of the mock server. Dots in it cannot lead out of the client’s prefix. */
export function labUrl(client: string, target: string, scope: URL): URL {
  const { href, origin } = new URL(libraryOrigin + target);
  return new URL(`./${client}${href.slice(origin.length)}`, scope);
}

/** The fields of an answer as the browser must get them: the mock's root is the client's prefix. */
export function mountLocation(fields: readonly Field[], client: string, scope: URL): readonly Field[] {
  return fields.map((field) => {
    if (field.name.toLowerCase() !== "location" || !field.value.startsWith("/")) return field;
    const { pathname, search, hash } = labUrl(client, field.value, scope);
    return { ...field, value: pathname + search + hash };
  });
}

/** HTML with its links from the mock's root leading to the client's prefix. The mock's own pages link relatively. */
export function mountLinks(html: string, client: string, scope: URL): string {
  const root = labUrl(client, "/", scope).pathname;
  return html.replace(/(\s(?:href|src|(?:form)?action)\s*=\s*["']?)\/(?!\/)/gi, `$1${root}`);
}
