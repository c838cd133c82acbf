import type { Json, Step } from "../../http/exchange.ts";
import { fieldValue, octets, type RequestMessage } from "../../http/message/message.ts";
import { formType, mediaType } from "../../http/rules/content.ts";
import { limits } from "../site/library.ts";

import type { Reply } from "./handler.ts";

/** The methods that the server knows; any other gets 501. */
export const knownMethods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What is answered to content that is too long. */
export const tooLong: Reply = {
  status: 413,
  problem: `The content is longer than ${limits.contentOctets} bytes.`,
};

/** What the server notes while it reads the request. */
export function readSteps({ method, target, fields, content }: RequestMessage): readonly Step[] {
  const accept = fieldValue(fields, "Accept");
  const type = fieldValue(fields, "Content-Type");
  return [
    `The server reads the request line: method ${method}, target ${target}.`,
    `It reads ${count(fields.length, "field")}.${accept === null ? "" : ` Accept tells what the client likes: ${accept}.`}`,
    content === ""
      ? "There is no content to read."
      : `It reads ${count(octets(content), "byte")} of content${type === null ? "" : `, of the type ${type}`}.`,
  ].map((text) => ({ kind: "read", text }));
}

/** One field, two fields. */
export const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? "" : "s"}`;

/** The path of a target, and its query. A target in absolute form (RFC 9112 section 3.2.2) counts from its path on. */
export function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const local = target.replace(/^https?:\/\/[^/?]*/i, "");
  const mark = `${local}?`.indexOf("?");
  return { path: local.slice(0, mark) || "/", query: new URLSearchParams(local.slice(mark + 1)) };
}

/** Refuses a request that no resource should ever see. Null if there is nothing to refuse. */
export function refusal({ version, method, target, fields, content }: RequestMessage): Reply | null {
  const hosts = fields.filter(({ name }) => name.toLowerCase() === "host");
  const path = attempt(() => decodeURIComponent(splitTarget(target).path));
  if (!version.startsWith("HTTP/1.")) return { status: 505, problem: "This server speaks HTTP/1.1." };
  if (hosts.length !== 1 && !(hosts.length === 0 && version === "HTTP/1.0")) {
    return { status: 400, problem: `A request has one field Host; this one has ${hosts.length}.` };
  }
  if (!hosts.every(({ value }) => /^[^\s/?#@,]+$/.test(value))) {
    return { status: 400, problem: "The field Host must name a host, like library.example." };
  }
  if (!knownMethods.includes(method)) {
    return { status: 501, problem: `No method here is called ${method}; we know ${knownMethods.join(", ")}.` };
  }
  if (target.length > limits.targetLength) {
    return { status: 414, problem: `The target is longer than ${limits.targetLength} characters.` };
  }
  if (
    !/^(\/|https?:\/\/[^/?#]+(?=[/?]|$))[!"$-~]*$/i.test(path === undefined ? "" : target) &&
    !isServerWide({ method, target })
  ) {
    return { status: 400, problem: "The target is not well-formed. It is a path, like /books?q=dune." };
  }
  if (octets(content) > limits.contentOctets) {
    return tooLong;
  }
  return null;
}

/** `OPTIONS *` asks about the server as a whole (RFC 9110 section 9.3.7). */
export const isServerWide = ({ method, target }: Pick<RequestMessage, "method" | "target">): boolean =>
  method === "OPTIONS" && target === "*";

/** The request's content as names and values, or the reply that refuses it. `takes` lists the media types for it. */
export function readInput(
  { method, fields, content }: RequestMessage,
  takes: readonly string[],
): ReadonlyMap<string, Json> | Reply {
  if (takes.length === 0) return new Map();
  const unread = unreadableType({ method, fields }, takes);
  if (unread) return unread;
  if (fieldValue(fields, "Content-Range") !== null) {
    return { status: 400, problem: "Content-Range has no place here: send the whole." };
  }
  if (mediaType(fields, "Content-Type") === formType) return new Map(new URLSearchParams(content));
  const value: Json | undefined = attempt(() => JSON.parse(content));
  if (value === undefined) return { status: 400, problem: "The content is not well-formed JSON." };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { status: 422, problem: 'The content must be a JSON object, like {"title": "Dune"}.' };
  }
  return new Map(Object.entries(value));
}

/** Refuses content of a type or a coding that the resource does not take, which the head alone tells; else null. */
export function unreadableType(
  { method, fields }: Pick<RequestMessage, "method" | "fields">,
  takes: readonly string[],
): Reply | null {
  const type = mediaType(fields, "Content-Type");
  const coding = fieldValue(fields, "Content-Encoding");
  if (takes.length === 0) return null;
  if (coding !== null && !/^\s*(?:identity)?\s*$/i.test(coding)) {
    const problem = `The content must be plain, in no compression; Content-Encoding says ${coding}.`;
    return { status: 415, problem, fields: { "Accept-Encoding": "identity" } };
  }
  if (takes.includes(type)) return null;
  return {
    status: 415,
    problem: `The content must be ${takes.join(" or ")}; Content-Type says ${type || "nothing"}.`,
    fields: { [acceptField(method)]: takes.join(", ") },
  };
}

/** The field that tells which content a method takes: Accept-Post, Accept-Patch, or Accept (RFC 9110 section 12.5.1). */
export const acceptField = (method: string): string =>
  ({ POST: "Accept-Post", PATCH: "Accept-Patch" })[method] ?? "Accept";

/** What `read` returns, or undefined if it throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
