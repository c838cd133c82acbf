import { type Field, MessageError } from "./message.ts";

/** A line of a message's head: its text without the line end, and where it stands in what was written. */
export interface Line {
  readonly text: string;
  readonly number: number;
  /** The column, from 1, of the character at an index of the text. */
  readonly column: (index: number) => number;
}

/** A field, and the line that it was read from. */
export interface PlacedField {
  readonly field: Field;
  readonly line: Line;
}

/** A request target, and the authority that a whole URL named beside it. */
export interface Target {
  readonly target: string;
  readonly host: string | null;
}

// RFC 9110 section 5.6.2.
const notToken = /[^!#$%&'*+.^_`|~\w-]/;
// RFC 9112 section 3.2, with the characters \ ^ ` { | } that RFC 3986 leaves out: browsers send them as they are in a query.
const notTarget = /[^!$-;=?-~]/;
// RFC 9110 section 5.5. U+0080 to U+009F are refused too: a terminal may obey them.
const control = /[^\t\P{Cc}]/u;
// RFC 9110 section 4.2.
const authority = /^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;

const plainColumn = (index: number): number => index + 1;

/** A line of a text that is read as it stands. */
export function plainLine(text: string, number: number): Line {
  return { text, number, column: plainColumn };
}

/** Throw the error that a line has at an index of its text; `found` is by default the character there. */
export function fail(line: Line, index: number, expected: string, found = character(line.text, index)): never {
  throw new MessageError(line.number, line.column(index), expected, found);
}

/** A text in quotation marks: shortened, with characters that cannot be seen spelt as U+…. */
export function show(text: string): string {
  if (text === "") return "nothing";
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `“${short.replace(/(?! )[\p{C}\p{Z}]/gu, codePoint)}”`;
}

function codePoint(text: string): string {
  return `U+${text.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

function character(text: string, index: number): string {
  const code = text.codePointAt(index);
  if (code === undefined) return "the end of the line";
  if (code === 0x20) return "a space";
  if (code === 0x09) return "a tab";
  if (code === 0xa0) return "a no-break space (U+00A0), which looks like a plain one";
  if (code === 0xfeff) return "a mark that cannot be seen (U+FEFF)";
  return show(String.fromCodePoint(code));
}

/** A method (RFC 9110 section 9.1): any token, in the case in which it is written. */
export function readMethod(line: Line, end: number): string {
  const method = line.text.slice(0, end);
  const bad = method === "" ? 0 : method.search(notToken);
  if (bad >= 0) fail(line, bad, "a method such as GET");
  return method;
}

/** A request target (RFC 9112 section 3.2). A whole URL comes back in origin form, its authority beside it. */
export function readTarget(line: Line, start: number, end: number, method: string): Target {
  const text = line.text.slice(start, end);
  checkTargetCharacters(line, start, end);
  if (method === "CONNECT") {
    if (/^[^/?@]+:\d+$/.test(text) && authority.test(text)) return { target: text, host: null };
    fail(line, start, "a host and a port, such as library.example:443, as the target of CONNECT", show(text));
  }
  if (text.startsWith("/") || (text === "*" && method === "OPTIONS")) return { target: text, host: null };
  const url = /^https?:\/\/([^/?]+)/i.exec(text);
  const host = url?.[1];
  if (!url || host === undefined) {
    return fail(line, start, "a target such as /books or https://library.example/books", show(text));
  }
  checkHost(line, start + url[0].length - host.length, host);
  const rest = text.slice(url[0].length);
  if (rest === "" && method === "OPTIONS") return { target: "*", host };
  return { target: rest.startsWith("/") ? rest : `/${rest}`, host };
}

/** Refuse what no part of a target may hold, saying how it is written instead. */
export function checkTargetCharacters(line: Line, start: number, end: number): void {
  const bad = line.text.slice(start, end).search(notTarget);
  if (bad < 0) return;
  const found = String.fromCodePoint(line.text.codePointAt(start + bad) ?? 0);
  if (found === " " || found === "\t") fail(line, start + bad, "no white space in the target (a space is written %20)");
  if (found === "#") fail(line, start + bad, "the end of the target (a fragment, from # on, stays with the client)");
  fail(line, start + bad, `${encodeURIComponent(found.toWellFormed())} in its place in the target`);
}

/** The version of a text message (RFC 9112 section 2.3). */
export function readVersion(line: Line, start: number, end = line.text.length): string {
  const version = line.text.slice(start, end);
  if (version !== "HTTP/1.1" && version !== "HTTP/1.0") {
    const hint = /^http\/1/.test(version) ? "HTTP in capital letters" : "later versions are not text: write HTTP/1.1";
    fail(line, start, `HTTP/1.1 or HTTP/1.0 (${hint})`, version ? show(version) : undefined);
  }
  return version;
}

/** A field line (RFC 9112 section 5), without white space around the value. */
export function readField(line: Line): PlacedField {
  const { text } = line;
  if (isBlank(text[0])) fail(line, 0, "a field name (a line cannot continue the value of the line before)");
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const bad = name === "" ? 0 : name.search(notToken);
  if (bad > 0 && colon >= 0 && valueRange(name, bad).start === name.length) {
    fail(line, bad, "the colon right after the field name");
  }
  if (bad >= 0) fail(line, bad, "a field line such as Accept: text/html, or an empty line before the content");
  if (colon < 0) fail(line, text.length, `a colon and a value after the field name ${show(name)}`);
  checkText(line, colon + 1);
  const { start, end } = valueRange(text, colon + 1);
  return { field: { name, value: text.slice(start, end) }, line };
}

/** Refuse control characters from an index of a line on. */
export function checkText(line: Line, start: number): void {
  const bad = line.text.slice(start).search(control);
  if (bad >= 0) fail(line, start + bad, "visible characters, spaces and tabs only");
}

/** Where the value of a field line begins. */
export function valueIndex({ text }: Line): number {
  return valueRange(text, text.indexOf(":") + 1).start;
}

/** The one field of that name, or null. A second one is an error. */
export function onlyField(fields: readonly PlacedField[], name: string): PlacedField | null {
  const wanted = name.toLowerCase();
  const [first, second] = fields.filter(({ field }) => field.name.toLowerCase() === wanted);
  if (second) {
    const values = first && ` (${show(second.field.value)} after ${show(first.field.value)})`;
    fail(second.line, 0, `one ${name} field at most`, `a second one${values}`);
  }
  return first ?? null;
}

/** The Host field, valid, or null. */
export function readHost(fields: readonly PlacedField[]): PlacedField | null {
  const host = onlyField(fields, "Host");
  if (host) checkHost(host.line, valueIndex(host.line), host.field.value);
  return host;
}

/** Refuse a Content-Length that is not one number, or not the number of octets that the content has. */
export function checkContentLength({ field, line }: PlacedField, length: number | null): void {
  const index = valueIndex(line);
  if (!/^\d{1,15}$/.test(field.value)) {
    fail(line, index, "a number of bytes, in 1 to 15 digits", show(field.value));
  }
  if (length !== null && Number(field.value) !== length) {
    fail(line, index, `${length}, the number of bytes of the content that follows`, field.value);
  }
}

function checkHost(line: Line, index: number, host: string): void {
  if (!authority.test(host)) fail(line, index, "a host such as library.example or library.example:8080", show(host));
}

/**
 * The range of a text, from an index on, that is left without the spaces and tabs at both ends. A loop, because a
 * regular expression that looks for white space at the end takes quadratic time on long runs of it.
 */
export function valueRange(text: string, from: number): { start: number; end: number } {
  let start = from;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return { start, end };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
