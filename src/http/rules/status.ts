import { referenceNotes } from "#reference-notes";
import type { ResponseMessage } from "../message/message.ts";

/** One of the five classes of status codes (RFC 9110 section 15). */
export interface StatusClass {
  readonly digit: 1 | 2 | 3 | 4 | 5;
  readonly name: string;
}

export const statusClasses: readonly StatusClass[] = [
  { digit: 1, name: "Informational" },
  { digit: 2, name: "Successful" },
  { digit: 3, name: "Redirection" },
  { digit: 4, name: "Client error" },
  { digit: 5, name: "Server error" },
];

// RFC 9110 section 15; 103 is from RFC 8297, 418 from RFC 2324, 425 from RFC 8470, 428, 429, 431 and 511 from RFC 6585,
// 451 from RFC 7725, 507 from RFC 4918.
const reasons: Readonly<Record<number, string>> = {
  100: "Continue",
  101: "Switching Protocols",
  103: "Early Hints",
  200: "OK",
  201: "Created",
  202: "Accepted",
  203: "Non-Authoritative Information",
  204: "No Content",
  205: "Reset Content",
  206: "Partial Content",
  300: "Multiple Choices",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  305: "Use Proxy",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  418: "I'm a teapot",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  425: "Too Early",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  507: "Insufficient Storage",
  511: "Network Authentication Required",
};

/** The usual reason phrase of a status code, or "" for a code that has none. */
export function reasonPhrase(status: number): string {
  return reasons[status] ?? "";
}

/** The class of a status code, by its first digit; null outside 100 to 599. */
export function statusClass(status: number): StatusClass | null {
  return statusClasses.find(({ digit }) => digit === Math.floor(status / 100)) ?? null;
}

/** What a status code says, in one sentence: its own, else that of its class. */
export function statusMeaning(status: number): string {
  return referenceNotes().codes[status] ?? classMeaning(status);
}

/** What every status code of its class says, in one sentence. */
export function classMeaning(status: number): string {
  return referenceNotes().codes[`${statusClass(status)?.digit}xx`] ?? "This is no status code of HTTP.";
}

/** A response in a few words, to be announced: "200 OK". */
export function summary({ status, reason }: ResponseMessage): string {
  return `${status}${reason && ` ${reason}`}`;
}
