import { neverHasContent } from "../rules/content.ts";

/**
 * HTTP messages as plain data (RFC 9110 section 6, RFC 9112 section 2).
 * Content is text: its length on the wire is that of its UTF-8 octets.
 */

/** Who wrote a part of a message: the reader, the page (its HTML or its script), the browser, the server. */
export type Author = "you" | "page" | "browser" | "server";

/** A field line (RFC 9110 section 5). Names compare without regard to case; the order is kept. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly by?: Author;
  /** No page can see this line of the browser's: it is filled in as browsers send it. */
  readonly hidden?: true;
}

/** Who wrote what of a request is no field; several where they share a line. */
export interface RequestAuthors {
  readonly start: readonly Author[];
  readonly content: readonly Author[];
}

/**
 * A request message (RFC 9112 section 3). `target` is in origin form, as sent: `/books?q=dune`
 * (but `*` with OPTIONS, `host:port` with CONNECT). `version` is `HTTP/1.1` or `HTTP/1.0`.
 */
export interface RequestMessage {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly fields: readonly Field[];
  readonly content: string;
  readonly by?: RequestAuthors;
}

/** A final response message (RFC 9112 section 4). */
export interface ResponseMessage {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly content: string;
}

/** A text that is not the message or the block it should be. Lines and columns (in UTF-16 units) count from 1. */
export class MessageError extends Error {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;

  constructor(line: number, column: number, expected: string, found: string) {
    super(`line ${line}, column ${column}: expected ${expected}, found ${found}`);
    this.name = "MessageError";
    this.line = line;
    this.column = column;
    this.expected = expected;
    this.found = found;
  }
}

/**
 * The value of a field, whatever the case of its name, or null where the message lacks it. Several field lines of one
 * name count as one list (RFC 9110 section 5.3); Set-Cookie is no list, so only its first line is returned.
 */
export function fieldValue(fields: readonly Field[], name: string): string | null {
  const wanted = name.toLowerCase();
  const values = fields.filter((field) => field.name.toLowerCase() === wanted).map((field) => field.value);
  if (values.length === 0) return null;
  return wanted === "set-cookie" ? (values[0] ?? null) : values.join(wanted === "cookie" ? "; " : ", ");
}

/** The fields whose names another list lacks, whatever their case. */
export function fieldsBeside(fields: readonly Field[], others: readonly Field[]): readonly Field[] {
  return fields.filter(({ name }) => fieldValue(others, name) === null);
}

/** The length of content on the wire: the number of its UTF-8 octets. */
export function octets(content: string): number {
  return new TextEncoder().encode(content).length;
}

/** A field as a line of a message, without its line end. */
export function fieldLine({ name, value }: Field): string {
  return value === "" ? `${name}:` : `${name}: ${value}`;
}

/** A request as text, with the line ends of the wire (CRLF) in its head. Chunked content becomes one chunk. */
export function formatRequest({ method, target, version, fields, content }: RequestMessage): string {
  return format(`${method} ${target} ${version}`, fields, content);
}

/** A response as text, with the line ends of the wire (CRLF) in its head. Chunked content becomes one chunk. */
export function formatResponse({ version, status, reason, fields, content }: ResponseMessage): string {
  return format(`${version} ${status} ${reason}`, fields, content, neverHasContent(status));
}

function format(startLine: string, fields: readonly Field[], content: string, bare = false): string {
  const chunked = !bare && fieldValue(fields, "Transfer-Encoding") !== null;
  const size = content === "" ? "" : `${octets(content).toString(16)}\r\n${content}\r\n`;
  const head = [startLine, ...fields.map(fieldLine), ""].join("\r\n");
  return `${head}\r\n${chunked ? `${size}0\r\n\r\n` : content}`;
}
