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

/** A request in a link: which demo it was written in, and the message. */
export interface LinkedRequest {
  readonly demo: string;
  readonly request: RequestMessage;
}

/** A request that no link may hold, or a hash that holds none; the message says what was expected, found, and what helps. */
export class LinkError extends Error {}

/**
 * The hash that holds a request: `#request=`, the demo's name, a dot, and the whole message as UTF-8 in base64url (RFC 4648
 * section 5), which passes unharmed through whatever carries a link. Throws a LinkError.
 */
export function requestLink(demo: string, request: RequestMessage): string {
  check(request);
  const octets = new TextEncoder().encode(formatRequest(wholeRequest(request)));
  const base64 = btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""));
  const hash = `${linkStart}${demo}.${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  if (hash.length > linkLimit)
    fail(`a request that fits into ${linkLimit} characters`, `${hash.length}`, "Shorten it.");
  return hash;
}

/** The request in a hash that begins with `#request=`. Throws a LinkError, and nothing else. */
export function readRequestLink(hash: string): LinkedRequest {
  if (hash.length > linkLimit) {
    fail(`at most ${linkLimit} characters from # on`, `${hash.length}`, "Ask for a link with a shorter request.");
  }
  const [, demo, base64] = /^#request=([\w-]+)\.([\w-]+)$/.exec(hash) ?? [];
  if (demo === undefined || base64 === undefined) {
    return fail(
      `${linkStart}, a demo’s name, a dot, and a message of letters, digits, - and _`,
      show(hash),
      "Copy the whole link once more.",
    );
  }
  const request = readMessage(base64);
  check(request);
  return { demo, request };
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
