import type { Field } from "../http/message.ts";

/** Stands in until src/http/message.ts and src/http/status.ts have these. */
export function fieldValue(fields: readonly Field[], name: string): string | null {
  const values = fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()).map((field) => field.value);
  return values.length > 0 ? values.join(", ") : null;
}
export const octets = (content: string): number => new TextEncoder().encode(content).length;
const reasons: Record<number, string> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  206: "Partial Content",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  418: "I'm a Teapot",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
  505: "HTTP Version Not Supported",
  507: "Insufficient Storage",
};
export const reasonPhrase = (status: number): string => reasons[status] ?? "";
