import type { Json, Step } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import type { Reply } from "./handler.ts";
import { fieldValue, octets } from "./interim.ts";
import { limits } from "./library.ts";
import { form } from "./routes.ts";

/** The methods that the server knows; any other gets 501. */
export const knownMethods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What the server notes while it reads the request. */
export function readSteps(request: RequestMessage): readonly Step[] {
  const { method, target, fields, content } = request;
  const length = octets(content);
  const accept = fieldValue(fields, "Accept");
  const type = fieldValue(fields, "Content-Type");
  return [
    `The server reads the request line: method ${method}, target ${target}.`,
    `It reads ${count(fields.length, "field")}.${accept === null ? "" : ` Accept says what the client takes: ${accept}.`}`,
    length === 0
      ? "It finds no content."
      : `It reads ${count(length, "octet")} of content${type === null ? "" : `, of the type ${type}`}.`,
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
  const host = hosts[0]?.value ?? "";
  if (!/^HTTP\/\d\.\d$/.test(version)) return { status: 400, problem: `“${version}” is no version of HTTP.` };
  if (!version.startsWith("HTTP/1.")) return { status: 505, problem: "This server speaks HTTP/1.1." };
  if (hosts.length > 1 || (hosts.length === 0 && version !== "HTTP/1.0")) {
    return { status: 400, problem: `A request has exactly one field Host; this one has ${hosts.length}.` };
  }
  if (hosts.length === 1 && !/^([\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(:\d*)?$/i.test(host)) {
    return { status: 400, problem: `The field Host names a host, like library.example; here it is “${host}”.` };
  }
  if (!knownMethods.includes(method)) {
    const meant = knownMethods.includes(method.toUpperCase()) ? ` Did you mean ${method.toUpperCase()}?` : "";
    return { status: 501, problem: `This server knows no method “${method}”.${meant}` };
  }
  if (target.length > limits.targetLength) {
    return {
      status: 414,
      problem: `A target may be ${limits.targetLength} characters long; yours has ${target.length}.`,
    };
  }
  if (!(target === "*" && method === "OPTIONS") && !/^(https?:\/\/[^/?#]+)?(\/|$)[!"$-~]*$/i.test(target)) {
    return { status: 400, problem: "A target begins with “/”, and has no space, no “#” and no letter outside ASCII." };
  }
  if (!isEncoded(splitTarget(target).path)) {
    return { status: 400, problem: "In a target, “%” is followed by two hexadecimal digits, and these make UTF-8." };
  }
  if (octets(content) > limits.contentOctets) {
    return {
      status: 413,
      problem: `Content may be ${limits.contentOctets} octets long; yours has ${octets(content)}.`,
    };
  }
  return null;
}

/** The request's content as names and values, or the reply that refuses it. */
export function readInput(
  { method, fields, content }: RequestMessage,
  takes: readonly string[],
): ReadonlyMap<string, Json> | Reply {
  const type = mediaType(fieldValue(fields, "Content-Type"));
  if (takes.length === 0) return new Map();
  if (!takes.includes(type)) {
    return {
      status: 415,
      problem: `This resource understands ${takes.join(" and ")}; the content’s type is ${type || "not given"}.`,
      fields: { [acceptField(method)]: takes.join(", ") },
    };
  }
  if (fieldValue(fields, "Content-Range") !== null) {
    return { status: 400, problem: "This resource is replaced as a whole: Content-Range has no place here." };
  }
  if (type === form) return new Map(new URLSearchParams(content));
  const value = parseJson(content);
  if (value === undefined) return { status: 400, problem: "The content is not well-formed JSON." };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { status: 422, problem: 'A JSON object is expected, like {"title": "Dune"}.' };
  }
  return new Map(Object.entries(value));
}

/** A media type in small letters, without its parameters; empty without the field. */
export const mediaType = (value: string | null): string => (value ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The field that tells which content a method takes: Accept-Post, Accept-Patch, or Accept (RFC 9110 section 12.5.1). */
export const acceptField = (method: string): string =>
  method === "POST" ? "Accept-Post" : method === "PATCH" ? "Accept-Patch" : "Accept";

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isEncoded(path: string): boolean {
  try {
    return decodeURIComponent(path).length > 0;
  } catch {
    return false;
  }
}
