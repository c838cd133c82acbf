import { BlockVariables } from "./block-variables.ts";
import { type Expectation, readExpectation } from "./expectations.ts";
import { type Field, fieldValue, octets, type RequestMessage } from "./message.ts";
import {
  checkContentLength,
  checkTargetCharacters,
  fail,
  type Line,
  onlyField,
  type PlacedField,
  plainLine,
  readField,
  readHost,
  readMethod,
  readTarget,
  readVersion,
  show,
  type Target,
  valueIndex,
  valueRange,
} from "./message-line.ts";

/** One request of a block. */
export interface BlockRequest {
  /** From a comment `# @name create`, by which the request is told from others. */
  readonly name: string | null;
  /** The text after `###`. */
  readonly title: string | null;
  /** The line of the request line, from 1. */
  readonly line: number;
  readonly request: RequestMessage;
  readonly expectations: readonly Expectation[];
}

/** A block in the `.http` format: its requests in order. */
export interface HttpFile {
  readonly requests: readonly BlockRequest[];
}

interface Section {
  readonly title: string | null;
  readonly lines: readonly Line[];
}

interface RequestLine extends Target {
  readonly method: string;
  readonly version: string;
}

const someRequest = "a request line such as GET /books HTTP/1.1";
const someExpectation = "an expectation such as ?? status == 200";

/** What the format has elsewhere and this project refuses: how a line of it begins, what to write instead, its name. */
const refused: readonly [begins: RegExp, expected: string, name: string][] = [
  [/^\s*>\s*\{%/, someExpectation, "a script for the response (> {% … %})"],
  [/^\s*<\s*\{%/, someRequest, "a script before the request (< {% … %})"],
  [/^\s*>\s+\S+\.[cm]?[jt]s\s*$/, someExpectation, "a script in a file (> file)"],
  [/^\s*>>!?\s*\S/, someExpectation, "storing the response in a file (>> file)"],
  [/^\s*<>\s*\S/, someExpectation, "a stored response (<> file)"],
  [/^\s*<(?:@\w*)?\s+\S/, "the content itself", "content from a file (< file)"],
  [/^\s*\{\{[+@]?[\w.]*\s*$/, someRequest, "a script ({{ … }})"],
  [/^\s*HTTP\/\d(?:\.\d)?\s+\d{3}\b/, "the response in a block of its own", "a response message"],
  [/^(?:AMQP|EVENTSOURCE|GRAPHQL|GRPC|MQTT|SSE|WEBSOCKET|WS)\s/, someRequest, "another protocol than HTTP"],
];

/**
 * Read the requests of a `.http` block: `###` between requests, `#` and `//` comments around and among the fields,
 * `# @name x`, `@host = value` and `{{host}}`, request line (method and version may be missing), field lines, content,
 * `??` expectations last. Blank lines around the content, and comments that they set off from it, are no part of it; its
 * lines end in LF, in multipart content in CRLF. A request without Host gets the host of its target, else `host`.
 * Content-Length is checked, never added. Takes linear time. Throws a MessageError whose line and column count from the
 * start of the block.
 */
export function parseHttpFile(text: string, { host = "library.example" }: { readonly host?: string } = {}): HttpFile {
  const variables = new BlockVariables();
  const names = new Set<string>();
  const requests: BlockRequest[] = [];
  const lines = text.split(/\r?\n/).map((line, index) => plainLine(line, index + 1));
  for (const section of sections(lines)) {
    const request = readSection(section, variables, names, host);
    if (request) requests.push(request);
  }
  const last = lines.at(-1);
  if (requests.length === 0 && last) fail(last, last.text.length, someRequest, "the end of the block");
  return { requests };
}

function sections(lines: readonly Line[]): readonly Section[] {
  const found: { title: string | null; lines: Line[] }[] = [{ title: null, lines: [] }];
  for (const line of lines) {
    const separator = /^\s*#{3,}(?:\s+(.*))?$/.exec(line.text);
    if (separator) found.push({ title: separator[1]?.trim() || null, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

function readSection(
  { title, lines }: Section,
  variables: BlockVariables,
  names: Set<string>,
  defaultHost: string,
): BlockRequest | null {
  for (const line of lines) refuse(line);
  const [preamble, rest] = split(lines, (line) => !isBlank(line) && !isComment(line) && !isVariable(line));
  for (const line of preamble) if (isVariable(line)) variables.set(line);
  const [message, expected] = split(rest, isExpectation);
  const [head, body] = split(message, isBlank);
  const [bodyStart, contentLines] = split(body, (line) => !isBlank(line) && !isComment(line));
  for (const line of head) refuseBareReturn(line);
  let name: string | null = null;
  for (const line of [...preamble, ...head, ...bodyStart]) name = readName(line, names) ?? name;
  const [requestLine, ...fieldLines] = head.filter((line) => !isComment(line));
  if (!requestLine) {
    const [first] = rest;
    return first ? fail(first, 0, someRequest, show(first.text)) : null;
  }
  const [query, fields] = split(fieldLines, (line) => !/^\s*[?&]/.test(line.text));
  const request = buildRequest(
    readRequestLine(variables.expand(requestLine), query.map(variables.expand)),
    fields.map((line) => readBlockField(variables.expand(line))),
    withoutEnd(contentLines).map((line) => variables.expand(line).text),
    defaultHost,
  );
  const expectations = expected
    .filter((line) => !isBlank(line) && !isComment(line))
    .map((line) => readExpectation(variables.expand(line)));
  return { name, title, line: requestLine.number, request, expectations };
}

/** The lines before the first one that the test holds for, and the lines from there on. */
function split(lines: readonly Line[], test: (line: Line) => boolean): [readonly Line[], readonly Line[]] {
  const index = lines.findIndex(test);
  return index < 0 ? [lines, []] : [lines.slice(0, index), lines.slice(index)];
}

function isBlank({ text }: Line): boolean {
  return !/[^ \t]/.test(text);
}

function isComment({ text }: Line): boolean {
  return /^\s*(?:#|\/\/)/.test(text);
}

function isVariable({ text }: Line): boolean {
  return text.startsWith("@");
}

function isExpectation({ text }: Line): boolean {
  return /^\s*\?\?/.test(text);
}

function refuseBareReturn(line: Line): void {
  const bare = line.text.indexOf("\r");
  if (bare >= 0) fail(line, bare, "a line end", "a bare CR");
}

function refuse(line: Line): void {
  if (!/^\s*[<>{H]|^[A-Z]+\s/.test(line.text)) return;
  for (const [begins, expected, name] of refused) {
    if (begins.test(line.text)) fail(line, line.text.search(/\S/), expected, `${name}, which is not supported`);
  }
}

/** The name in a comment `# @name x`, or null; other settings are refused. */
function readName(line: Line, names: Set<string>): string | null {
  const setting = /^\s*(?:#+|\/\/)\s*@([\w-]+)(.*)$/.exec(line.text);
  if (!setting) return null;
  const [, key = "", rest = ""] = setting;
  const index = line.text.indexOf("@");
  if (key !== "name") fail(line, index, "@name, the only setting that is supported", show(`@${key}`));
  const name = rest.trim();
  if (!/^[\w-]+$/.test(name)) fail(line, index, "@name and a name of letters, digits, - and _", show(`@name${rest}`));
  if (names.has(name)) fail(line, index, "a name that no other request has", show(name));
  names.add(name);
  return name;
}

function readRequestLine(line: Line, query: readonly Line[]): RequestLine {
  const start = readStart(line);
  return { ...start, target: start.target + query.map(readQuery).join("") };
}

/** The request line itself, whose method and version may be missing. */
function readStart(line: Line): RequestLine {
  const { end } = valueRange(line.text, 0);
  const text = line.text.slice(0, end);
  const versionSpace = text.lastIndexOf(" HTTP/");
  const version = versionSpace < 0 ? "HTTP/1.1" : readVersion(line, versionSpace + 1, end);
  const targetEnd = versionSpace < 0 ? end : versionSpace;
  if (/^(?:\/|https?:\/\/)/i.test(text)) {
    return { method: "GET", version, ...readTarget(line, 0, targetEnd, "GET") };
  }
  const space = text.slice(0, targetEnd).indexOf(" ");
  const method = readMethod(line, space < 0 ? targetEnd : space);
  if (space < 0) fail(line, targetEnd, "one space and a target such as /books after the method");
  return { method, version, ...readTarget(line, space + 1, targetEnd, method) };
}

/** A query that goes on in lines of its own, each beginning with ? or &. */
function readQuery(line: Line): string {
  const { start, end } = valueRange(line.text, 0);
  checkTargetCharacters(line, start, end);
  return line.text.slice(start, end);
}

function readBlockField(line: Line): PlacedField {
  if (/^[A-Z]+ (?:\/|https?:)/.test(line.text)) fail(line, 0, "a line with ### between two requests", show(line.text));
  if (line.text.startsWith("@")) fail(line, 0, "variables above the request line", show(line.text));
  return readField(line);
}

function buildRequest(
  { method, target, version, host }: RequestLine,
  placed: readonly PlacedField[],
  content: readonly string[],
  defaultHost: string,
): RequestMessage {
  const fields: Field[] = placed.map(({ field }) => ({ ...field, by: "you" }));
  const hostField = readHost(placed);
  if (!hostField) fields.unshift({ name: "Host", value: host ?? defaultHost, by: "reconstructed" });
  else if (host !== null && hostField.field.value.toLowerCase() !== host.toLowerCase()) {
    fail(hostField.line, valueIndex(hostField.line), `${host}, the host of the target`, show(hostField.field.value));
  }
  const coding = onlyField(placed, "Transfer-Encoding");
  if (coding) fail(coding.line, 0, "content that stands whole, in no transfer coding", "Transfer-Encoding");
  const multipart = fieldValue(fields, "Content-Type")?.toLowerCase().startsWith("multipart/");
  const text = content.join(multipart ? "\r\n" : "\n");
  const length = onlyField(placed, "Content-Length");
  if (length) checkContentLength(length, octets(text));
  return { method, target, version, fields, content: text };
}

/** The content without the blank lines at its end, and without the comments after the first of these. */
function withoutEnd(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex((line) => !isBlank(line) && !isComment(line));
  const gap = lines.slice(last + 1).findIndex(isBlank);
  return gap < 0 ? lines : lines.slice(0, last + 1 + gap);
}
