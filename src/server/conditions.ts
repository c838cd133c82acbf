import type { RequestMessage } from "../http/message.ts";
import { fieldValue } from "./interim.ts";

/** What tells one state of a resource from another (RFC 9110 section 8.8). */
export interface Validators {
  /** Strong entity tags, with their quotes; none if the resource has no representation at present. */
  readonly tags: readonly string[];
  /** Whether there is a representation at present, with or without a tag. */
  readonly exists: boolean;
  /** When it last changed, in ms since 1970; null if unknown. */
  readonly changed: number | null;
}

/** The condition that failed, and the status that follows from it. */
export interface FailedCondition {
  readonly status: 304 | 412;
  /** The field that carries the condition. */
  readonly field: string;
}

/** Checks the conditions in the order of RFC 9110 section 13.2.2. Null when all hold, or none is set. */
export function failedCondition(request: RequestMessage, current: Validators): FailedCondition | null {
  const safe = request.method === "GET" || request.method === "HEAD";
  const ifMatch = fieldValue(request.fields, "If-Match");
  const ifNoneMatch = fieldValue(request.fields, "If-None-Match");
  const dateIn = (name: string): number | null => readDate(fieldValue(request.fields, name) ?? "");

  if (ifMatch !== null) {
    if (!names(ifMatch, current, "strong")) return { status: 412, field: "If-Match" };
  } else {
    const since = dateIn("If-Unmodified-Since");
    if (since !== null && current.changed !== null && current.changed > since) {
      return { status: 412, field: "If-Unmodified-Since" };
    }
  }
  if (ifNoneMatch !== null) {
    if (names(ifNoneMatch, current, "weak")) return { status: safe ? 304 : 412, field: "If-None-Match" };
  } else if (safe) {
    const since = dateIn("If-Modified-Since");
    if (since !== null && current.changed !== null && current.changed <= since) {
      return { status: 304, field: "If-Modified-Since" };
    }
  }
  return null;
}

/** Whether a list of entity tags, or `*`, names the present state. The strong comparison knows no weak tags (8.8.3.2). */
function names(list: string, current: Validators, comparison: "strong" | "weak"): boolean {
  if (list.trim() === "*") return current.exists;
  const tags = list.match(/(W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => current.tags.includes(comparison === "weak" ? tag.replace(/^W\//, "") : tag));
}

const dateForms =
  /^(\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4})$/;

/** Reads a date in any of the three forms of RFC 9110 section 5.6.7: ms since 1970, or null if it is no date. */
export function readDate(text: string): number | null {
  if (!dateForms.test(text)) return null;
  const time = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
}

/** Writes a date as fields have it; its precision is one second. */
export const formatDate = (time: number): string => new Date(time).toUTCString();

/** A time in ms, cut to the whole second that a field can tell. */
export const wholeSecond = (time: number): number => Math.floor(time / 1000) * 1000;

/** A strong entity tag for this content: the same content gives the same tag (FNV-1a, 32 bits). */
export function entityTag(content: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index += 1) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193);
  }
  return `"${(hash >>> 0).toString(16).padStart(8, "0")}"`;
}
