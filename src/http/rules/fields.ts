import { referenceNotes } from "#reference-notes";
import type { Field } from "../message/message.ts";
import { isForbiddenMethod } from "./methods.ts";

/** What a field is, in one plain sentence; null for a field that this project does not explain. */
export function fieldText(name: string): string | null {
  const { fields } = referenceNotes();
  const key = name.toLowerCase();
  return Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
}

/** What a field line says, in plain sentences: its name's, then what its value adds. */
export function fieldNote({ name, value }: Field): string {
  const text = fieldText(name);
  if (text === null) return "This lesson does not explain this field.";
  return [...new Set([text, ...valueTexts(name, value)])].join(" ");
}

/** What the parts of a value add, each by the longest value that it begins with. What is quoted in it counts for nothing. */
function valueTexts(name: string, value: string): readonly string[] {
  const known = referenceNotes().values[name.toLowerCase()] ?? [];
  const parts = value
    .toLowerCase()
    .replace(/"[^"]*"/g, '""')
    .split(/[,;]/);
  return parts.flatMap((written) => {
    const part = written.trim();
    const found = known.find(
      ([start]) => part.startsWith(start.toLowerCase()) && !/[\w-]/.test(part.charAt(start.length)),
    );
    return found ? [found.join(": ")] : [];
  });
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
