import type { ResponseMessage } from "../message/message.ts";

/** One of the five classes of status codes (RFC 9110 section 15). */
export interface StatusClass {
  readonly digit: 1 | 2 | 3 | 4 | 5;
  readonly name: string;
  /** What every status of the class says, in one sentence. */
  readonly meaning: string;
}

export const statusClasses: readonly StatusClass[] = [
  {
    digit: 1,
    name: "Informational",
    meaning: "An interim response: the final one is still to come.",
  },
  { digit: 2, name: "Successful", meaning: "The server received, understood and accepted the request." },
  { digit: 3, name: "Redirection", meaning: "The client must do something more to get what it asked for." },
  { digit: 4, name: "Client error", meaning: "The request is wrong, or the server will not do it as it stands." },
  { digit: 5, name: "Server error", meaning: "The request may be fine, but the server failed to do it." },
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

// Apart from the reasons, so that a server can be bundled without them.
const meanings: Readonly<Record<number, string>> = {
  100: "The client may send the content of its request.",
  101: "The two now go on in another protocol, which Upgrade names.",
  103: "The client can already fetch what Link names, while it waits.",
  200: "The request succeeded, and this is its result.",
  201: "The request made something new: at Location, or else at the target.",
  202: "The server took the request in; the work is not done yet, and may never be.",
  204: "The request succeeded, and there is nothing to send back.",
  206: "The content is the part that the client asked for.",
  301: "The resource has moved to Location for good: the client asks there. A POST may turn into a GET.",
  302: "The resource is at Location for now: the client asks there. A POST may turn into a GET.",
  303: "The request is done; the client gets the result at Location.",
  304: "The copy that the client kept is still good.",
  307: "The client repeats the request at Location, for now, with the same method.",
  308: "The client repeats the request at Location, for good, with the same method.",
  400: "The server cannot make sense of the request.",
  401: "The server must know who asks, and the request does not prove it.",
  403: "The server understood the request and refuses it.",
  404: "The server answers, but it has nothing at this address.",
  405: "The resource does not take this method; Allow lists those that it takes.",
  406: "The server has the resource, but in no form that the client accepts.",
  408: "The server waited too long for the request to be complete.",
  409: "The request does not fit the present state of the resource.",
  410: "The resource was here once and will not come back.",
  412: "A condition of the request does not hold, so nothing was done.",
  413: "The content is larger than the server takes.",
  414: "The target is longer than the server takes.",
  415: "The server does not take content of this type.",
  416: "The resource does not have the part that the client asked for.",
  418: "The teapot refuses to brew coffee: a joke of 1998.",
  422: "The server can read the content, but cannot do what it says.",
  429: "The client asked too often.",
  431: "The fields are larger than the server takes.",
  500: "Something went wrong in the server that it did not foresee.",
  501: "The server does not know this method.",
  502: "A gateway answers: the server behind it sent nothing that it could use.",
  503: "The server cannot do it for now.",
  504: "A gateway answers: the server behind it took too long.",
  505: "The server does not speak this version of HTTP.",
  511: "Something in the network answers: the client must sign in there first.",
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
  return meanings[status] ?? statusClass(status)?.meaning ?? "This is no status code of HTTP.";
}

/** A response in a few words, to be announced: "200 OK". */
export function summary({ status, reason }: ResponseMessage): string {
  return `${status}${reason && ` ${reason}`}`;
}
