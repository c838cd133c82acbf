import type { Field, RequestMessage } from "../message/message.ts";
import { show } from "../message/message-line.ts";
import { isForbiddenMethod } from "./methods.ts";

/** What keeps a browser from sending a request that a page asks for. */
export interface Obstacle {
  readonly part: "method" | "target" | "field" | "content";
  /** The field at fault. */
  readonly field: Field | null;
  /** Where in the part, or in the field's value, the fault stands. */
  readonly index: number;
  readonly expected: string;
  readonly found: string;
}

/** Signs that word processors put in the place of plain ones. */
const plainSigns: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
};

/**
 * The first thing for which a browser refuses to send the request as a whole (Fetch, "request constructor" and "headers"),
 * or null. What it only leaves out is no obstacle: `refusedByBrowser` tells that of each field.
 */
export function obstacle({ method, target, fields, content }: RequestMessage): Obstacle | null {
  if (isForbiddenMethod(method)) {
    const expected = "a method that browsers send for a page (they refuse CONNECT, TRACE and TRACK)";
    return { part: "method", field: null, index: 0, expected, found: show(method) };
  }
  if (!target.startsWith("/")) {
    const expected = "a path such as /books (browsers send no other target for a page)";
    return { part: "target", field: null, index: 0, expected, found: show(target) };
  }
  for (const field of fields) {
    const index = field.value.search(/[^\0-\xff]/);
    if (index < 0) continue;
    const sign = String.fromCodePoint(field.value.codePointAt(index) ?? 0);
    const instead = [plainSigns[sign], encodeURIComponent(sign.toWellFormed())].filter(Boolean).join(" or ");
    const expected = `a character that fields can carry, up to “ÿ” (write ${instead} in its place)`;
    return { part: "field", field, index, expected, found: show(sign) };
  }
  if (content !== "" && /^(?:GET|HEAD)$/i.test(method)) {
    const expected = `no content, since browsers send none with ${method} (another method, such as POST, has some)`;
    return { part: "content", field: null, index: 0, expected, found: show(content.split("\n")[0] || content.trim()) };
  }
  return null;
}
