import { fingerprint } from "../fingerprint.ts";
import { fieldValue, formatRequest, MessageError, type RequestMessage } from "../message/message.ts";
import { show } from "../message/message-line.ts";
import { parseRequest } from "../message/parse-message.ts";
import { wholeRequest } from "../message/whole-request.ts";

/** How the hash of an address begins that holds a request. */
export const linkStart = "#request=";

/** The longest hash that is read or written, in characters: what everybody's mail and chat programs carry. */
export const linkLimit = 4_000;

/** TRACE and CONNECT reach no page's server, and of made-up methods nobody knows what they ask for. */
export const linkMethods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The one host that a request of a link may go to: the mock server's. */
const mockHost = "library.example";

/** A request in a link: which demo it was written in, the message, and the library that it needs. */
export interface LinkedRequest {
  readonly demo: string;
  readonly request: RequestMessage;
  /** What a fresh library must be asked first, in order, to be like the one that the request was written for. */
  readonly before: readonly RequestMessage[];
}

/** A request that no link may hold, or a hash that holds none; the message says what was expected, found, and what helps. */
export class LinkError extends Error {}

/**
 * The hash that holds a request: `#request=`, the demo's name, a fingerprint of what follows, the message, and those before it,
 * with a dot between any two. Each is a whole message as UTF-8 in base64url (RFC 4648 section 5), which passes unharmed through
 * whatever carries a link; by the fingerprint a link that was cut is told from a whole one. Throws a LinkError.
 */
export function requestLink(demo: string, request: RequestMessage, before: readonly RequestMessage[] = []): string {
  const messages = [request, ...before].map(coded).join(".");
  const hash = `${linkStart}${demo}.${fingerprint(messages)}.${messages}`;
  if (hash.length > linkLimit)
    fail(`a request that fits into ${linkLimit} characters`, `${hash.length}`, "Shorten it.");
  return hash;
}

function coded(request: RequestMessage): string {
  check(request);
  const octets = new TextEncoder().encode(formatRequest(wholeRequest(request)));
  const base64 = btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The request in a hash that begins with `#request=`. Throws a LinkError, and nothing else. */
export function readRequestLink(hash: string): LinkedRequest {
  if (hash.length > linkLimit) {
    fail(`at most ${linkLimit} characters from # on`, `${hash.length}`, "Ask for a link with a shorter request.");
  }
  const [, demo, mark, messages] = /^#request=([\w-]+)(?:\.([\da-z]+))?\.([\w-]+(?:\.[\w-]+)*)$/.exec(hash) ?? [];
  if (demo === undefined || messages === undefined) {
    return fail(
      `${linkStart}, a demo’s name, and messages of letters, digits, - and _, with a dot before each`,
      show(hash),
      "Copy the whole link once more.",
    );
  }
  // The links of older versions hold one message, and no fingerprint.
  if (mark === undefined ? messages.includes(".") : mark !== fingerprint(messages)) {
    fail("the link as it was made", "one that was cut or changed on its way", "Copy the whole link once more.");
  }
  const [request, ...before] = messages.split(".").map(readMessage);
  if (!request) return fail("a message", "none", "Copy the whole link once more.");
  for (const each of [request, ...before]) check(each);
  return { demo, request, before };
}

function readMessage(base64: string): RequestMessage {
  let text: string;
  try {
    const octets = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(octets, (octet) => octet.charCodeAt(0)),
    );
  } catch {
    return fail("text in UTF-8, coded as base64url", show(base64), "Copy the whole link once more.");
  }
  try {
    return parseRequest(text);
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    throw new LinkError(`In the link’s message, ${error.message}. Ask for a new link.`);
  }
}

/** Refuse what is no request for the mock server. */
function check({ method, target, fields }: RequestMessage): void {
  const host = fieldValue(fields, "Host");
  if (!linkMethods.includes(method)) {
    fail(`a method out of ${linkMethods.join(", ")}`, show(method), "Choose one of these.");
  }
  if (!target.startsWith("/")) fail("a path such as /books as the target", show(target), "Begin it with /.");
  if (host !== null && host.toLowerCase() !== mockHost) {
    fail(`a request to ${mockHost}, the mock server`, `one to ${show(host)}`, `Write Host: ${mockHost}.`);
  }
}

function fail(expected: string, found: string, remedy: string): never {
  throw new LinkError(`Expected ${expected}; found ${found}. ${remedy}`);
}
