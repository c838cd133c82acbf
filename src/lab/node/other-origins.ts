import type { IncomingMessage } from "node:http";
import type { Field, ResponseMessage } from "../../http/message/message.ts";
import { formatDate } from "../../library/engine/conditions.ts";

// Pages of other origins may read what this server answers, so that code copied as fetch runs in a browser (Fetch, section
// 3.3, "CORS protocol"). They see a library of invented books and no cookies: `*` shares nothing with credentials.

/** Whether a browser asks beforehand if a page of another origin may send a request. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && "access-control-request-method" in headers;
}

/** The answer to a preflight: the page may send what it wants to. */
export function preflight({ headers }: IncomingMessage): ResponseMessage {
  const wanted: readonly [name: string, value: string | string[] | undefined][] = [
    ["Access-Control-Allow-Methods", headers["access-control-request-method"]],
    ["Access-Control-Allow-Headers", headers["access-control-request-headers"]],
    ["Access-Control-Allow-Private-Network", headers["access-control-request-private-network"]],
  ];
  const fields = wanted.flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
  const date: Field = { name: "Date", value: formatDate(Date.now()) };
  return { version: "HTTP/1.1", status: 204, reason: "No Content", fields: [date, ...fields], content: "" };
}

/** A response as it goes to whoever asked: where that is a page of another origin, with leave for it to be read there. */
export function sharedWithPages({ headers }: IncomingMessage, response: ResponseMessage): ResponseMessage {
  if (headers.origin === undefined) return response;
  const added: readonly Field[] = [
    { name: "Access-Control-Allow-Origin", value: "*" },
    { name: "Access-Control-Expose-Headers", value: "*" },
  ];
  return { ...response, fields: [...response.fields, ...added] };
}
