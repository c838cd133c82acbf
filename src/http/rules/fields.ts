import type { Field } from "../message/message.ts";
import { isForbiddenMethod } from "./methods.ts";

// Every kilobyte of this goes to readers.
const texts = `
Accept The media types that the client can take, weighted by q.
Accept-Encoding The compressions that the client can undo.
Accept-Language The languages that the user prefers, weighted by q.
Accept-Patch The media types in which the resource takes a PATCH.
Accept-Post The media types in which the resource takes a POST.
Accept-Ranges The unit in which the client may ask for a part.
Age The seconds since the server made the response, or confirmed it.
Allow The methods that the resource takes.
Authorization The credentials of the user.
Cache-Control How caches may keep and use a copy of the response.
Connection What holds for this connection alone, and goes no further.
Content-Disposition Whether to show the content or to save it as a file.
Content-Encoding The compression that the recipient must undo.
Content-Language The language of the people whom the content is for.
Content-Length The length of the content, in bytes.
Content-Location The address of exactly what the content shows.
Content-Range Which part of the whole the content is.
Content-Security-Policy What the page may load and run; the browser blocks the rest.
Content-Type The media type of the content: how to read it.
Cookie What this server asked the browser to remember, sent back to it.
Date When the message was made, by the sender’s clock.
ETag A mark of this version, in this format, to compare copies by.
Expires When a kept copy of the response grows stale.
Host The host that the request is for: one server may have many.
If-Match Do it only if what is there now still has this mark.
If-Modified-Since Send the content only if it changed after this time.
If-None-Match Send the content only if its mark differs from that of the copy kept.
If-Range Send a part only if the resource has not changed, else the whole.
If-Unmodified-Since Do it only if the resource has not changed since this time.
Last-Modified When the resource last changed.
Link Another resource that belongs to this one, and how.
Location The address to go to next, or that of the thing just made.
Origin The scheme, host and port of the page that made the request.
Range The part of the resource that the client wants.
Referer The page from which the client came (the standard misspells it).
Referrer-Policy How much the browser tells other servers of where it came from.
Retry-After When to try again: in so many seconds, or at this time.
Sec-CH-UA The make and version of the browser.
Sec-CH-UA-Mobile Whether the browser is one for a phone.
Sec-CH-UA-Platform The operating system of the browser.
Sec-Fetch-Dest What the browser means to do with the response.
Sec-Fetch-Mode How the request was made: by going to a page, by a script.
Sec-Fetch-Site Whether the request comes from a page of the same site.
Server The program that answers.
Set-Cookie What the browser is to remember and to send back in Cookie.
Strict-Transport-Security That the browser is to use nothing but HTTPS here from now on.
Transfer-Encoding How the content is cut up for the way.
Upgrade-Insecure-Requests That the browser would rather have an HTTPS page.
User-Agent The program that asks: the browser, its version and system.
Vary The request fields that may decide which response comes.
WWW-Authenticate How the client can prove who it is.
X-Content-Type-Options That the browser is not to guess another media type.
`;

// What a value adds where the field alone would mislead.
const valueTexts: readonly (readonly [field: string, value: RegExp, text: string])[] = [
  ["cache-control", /\bno-store\b/i, "no-store: no copy is to be kept."],
  ["cache-control", /\bno-cache\b/i, "no-cache: a copy may be kept, but the server must be asked before each use."],
  ["cache-control", /\bmax-age=0*[1-9]/i, "max-age: so many seconds long, a copy may be used without asking."],
  ["cache-control", /\bmax-age=0+\b/i, "max-age=0: the server is to be asked before a copy is used."],
  ["connection", /\bclose\b/i, "close: it ends after this exchange."],
  ["etag", /^W\//, "W/: a copy with the same mark means the same, though its bytes may differ."],
  ["if-none-match", /^\*$/, "*: only if there is nothing at the target yet."],
  ["if-match", /^\*$/, "*: only if there is something at the target."],
];

/** The names of the fields that this project explains, as the standards spell them. */
export function knownFields(): readonly string[] {
  return texts
    .trim()
    .split("\n")
    .map((row) => row.slice(0, row.indexOf(" ")));
}

/** What a field is, in one plain sentence; null for a field that this project does not explain. */
export function fieldText(name: string): string | null {
  const start = `${name.toLowerCase()} `;
  const row = texts.split("\n").find((line) => line.toLowerCase().startsWith(start));
  return row?.slice(start.length) ?? null;
}

/** What a field line says, in plain sentences: its name's, then what its value adds. */
export function fieldNote({ name, value }: Field): string {
  const text = fieldText(name);
  if (text === null) return "This lesson does not explain this field.";
  const added = valueTexts.filter(([field, pattern]) => field === name.toLowerCase() && pattern.test(value.trim()));
  return [text, ...added.map(([, , sentence]) => sentence)].join(" ");
}

// Fetch, "forbidden request-header".
const refusals: readonly [names: RegExp, reason: string][] = [
  [
    /^(?:connection|content-length|date|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade|via)$/i,
    "The browser runs the connection and frames the message, so it writes this field itself.",
  ],
  [/^(?:cookie2?|set-cookie)$/i, "The browser keeps the cookies and decides which of them it sends."],
  [
    /^(?:origin|referer|access-control-request-(?:headers|method)|sec-.*)$/i,
    "Servers trust this field to say where a request comes from, so the browser writes it itself.",
  ],
  [/^accept-(?:charset|encoding)$/i, "The browser decodes the content, so it says itself what it can decode."],
  [/^proxy-/i, "It is meant for a proxy, and only the browser talks to that."],
  [/^dnt$/i, "It speaks for the user, so no page may set it."],
];

/**
 * Whether no page, and no service worker of its own, can see this request field: the browser adds it below them, as part of
 * its work on the connection, the cookies and the compression.
 */
export function isHiddenFromPages(name: string): boolean {
  return /^(?:host|content-length|cookie|accept-encoding|connection|sec-fetch-.*|transfer-encoding)$/i.test(name);
}

/** Why a page's script cannot set a request field, in one sentence; null where it can. */
export function refusedByBrowser(name: string, value = ""): string | null {
  const refusal = refusals.find(([names]) => names.test(name));
  if (refusal) return refusal[1];
  return /^x-(?:http-)?method(?:-override)?$/i.test(name) &&
    value.split(",").some((word) => isForbiddenMethod(word.trim()))
    ? "It would stand for a method that the browser refuses to send."
    : null;
}
