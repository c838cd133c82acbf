import { fieldValue, type RequestMessage } from "../../http/message/message.ts";

/** What tells one state of a resource from another (RFC 9110 section 8.8). */
export interface Validators {
  /** Strong entity tags, with their quotes; none if the resource has no representation at present. */
  readonly tags: readonly string[];
  /** Whether there is a representation at present, with or without a tag. */
  readonly exists: boolean;
  /** When it last changed, in ms since 1970; null if unknown. */
  readonly changed: number | null;
}

/** The status that follows from a condition that does not hold, and the field that carries the condition. */
export interface FailedCondition {
  readonly status: 304 | 412;
  readonly field: string;
}

/** Checks a request's conditions in the order of RFC 9110 section 13.2.2. Null when all hold, or none is set. */
export function failedCondition({ method, fields }: RequestMessage, current: Validators): FailedCondition | null {
  const isRead = method === "GET" || method === "HEAD";
  const names = (field: string): boolean | null => {
    const value = fieldValue(fields, field);
    if (value === null) return null;
    return value === "*"
      ? current.exists
      : entityTagsIn(value, field === "If-Match").some((tag) => current.tags.includes(tag));
  };
  const isNewerThan = (field: string): boolean | null => {
    const date = readDate(fieldValue(fields, field) ?? "");
    return date === null || current.changed === null ? null : current.changed > date;
  };

  const isMatch = names("If-Match");
  if (isMatch === false) return { status: 412, field: "If-Match" };
  if (isMatch === null && isNewerThan("If-Unmodified-Since")) return { status: 412, field: "If-Unmodified-Since" };
  const isKnown = names("If-None-Match");
  if (isKnown) return { status: isRead ? 304 : 412, field: "If-None-Match" };
  if (isKnown === null && isRead && isNewerThan("If-Modified-Since") === false) {
    return { status: 304, field: "If-Modified-Since" };
  }
  return null;
}

/** The entity tags of a list. The strong comparison knows no weak ones, the weak one takes them as strong (8.8.3.2). */
function entityTagsIn(list: string, strongly: boolean): readonly string[] {
  const tags = list.match(/(W\/)?"[^"]*"/g) ?? [];
  return strongly ? tags : tags.map((tag) => tag.replace("W/", ""));
}

/** Reads a date in any of the three forms of RFC 9110 section 5.6.7: ms since 1970, or null if it is no date. */
export function readDate(text: string): number | null {
  const isDate = /^(\w+, \d\d[ -]\w{3}[ -](\d\d){1,2} [\d:]{8} GMT|\w{3} \w{3} [ \d]\d [\d:]{8} \d{4})$/.test(text);
  const time = isDate ? Date.parse(`${text.replace(" GMT", "")} GMT`) : Number.NaN;
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
