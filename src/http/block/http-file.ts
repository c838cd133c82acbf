import { type Field, fieldValue, octets, type RequestMessage } from "../message/message.ts";
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
} from "../message/message-line.ts";
import { type Answers, BlockVariables } from "./block-variables.ts";
import { type Expectation, readExpectation } from "./expectations.ts";

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
  /** Where its parts stand, to say what is wrong with them. */
  readonly places: RequestPlaces;
}

/** The lines of a request in its block. */
export interface RequestPlaces {
  readonly start: Line;
  /** Where in that line the target begins. */
  readonly target: number;
  /** The host that the target names. */
  readonly host: string | null;
  readonly fields: readonly PlacedField[];
  /** The first line of the content; null where there is none. */
  readonly content: Line | null;
}

/** A block in the `.http` format: its requests in order. */
export interface HttpFile {
  readonly requests: readonly BlockRequest[];
}

export interface ParseOptions {
  readonly raw?: boolean;
  /** What has come so far; a value of a response that is still to come is any text. Null where nothing is sent. */
  readonly answers?: Answers | null;
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

/**
 * What the format has elsewhere and this project refuses: how a line of it begins, what to write instead, its name, and
 * whether it is told from content: always, below an empty line, or never.
 */
const refused: readonly [begins: RegExp, expected: string, name: string, inContent: "always" | "set off" | "never"][] =
  [
    [/^\s*>\s*\{%/, someExpectation, "a script for the response (> {% … %})", "always"],
    [/^\s*<\s*\{%/, someRequest, "a script before the request (< {% … %})", "always"],
    [/^\s*>\s+\S+\.[cm]?[jt]s\s*$/, someExpectation, "a script in a file (> file)", "always"],
    [/^\s*>>!?\s*\S/, someExpectation, "storing the response in a file (>> file)", "set off"],
    [/^\s*<>\s*\S/, someExpectation, "a stored response (<> file)", "set off"],
    [/^\s*<(?:@\w*)?\s+[^\s<>][^<>]*$/, "the content itself", "content from a file (< file)", "always"],
    [/^\s*\{\{[+@]?[\w.]*\s*$/, someRequest, "a script ({{ … }})", "never"],
    [/^\s*HTTP\/\d(?:\.\d)?\s+\d{3}\b/, "the response in a block of its own", "a response message", "set off"],
    [/^(?:AMQP|EVENTSOURCE|GRAPHQL|GRPC|MQTT|SSE|WEBSOCKET|WS)\s/, someRequest, "another protocol than HTTP", "never"],
  ];

/** A line of content that begins another request: its author forgot the line between the two. */
const anotherRequest =
  /^(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE) (?:\/|https?:\/\/)\S*|[!#$%&'*+.^`|~\w-]+ \S+ HTTP\/\d(?:\.\d)?)\s*$/;

/** Content in which a line that begins with # or // has no place, so that it can only be a comment. */
const withoutHashes = /[/+]json|x-www-form-urlencoded|[/+]xml/i;

/**
 * Read the requests of a `.http` block: `###` between requests, `#` and `//` comments around and among the fields,
 * `# @name x`, `@host = value` and `{{host}}`, `{{x.response.headers.ETag}}`, request line (method and version may be
 * missing), field lines, content,
 * `??` expectations last. Blank lines around the content are no part of it, nor are comments that they set off from it; where
 * such a line may as well be content, it is refused. A form may be written over several lines; the lines of other content end
 * in LF, in multipart content in CRLF. A request without Host gets the host of its target; nothing else is
 * added (`completeRequest` does that). Host and Content-Length are checked, unless the block is `raw`: then they are taken
 * as they stand. Takes linear time. Throws a MessageError whose line and column count from the start of the block.
 */
export function parseHttpFile(text: string, { raw = false, answers = null }: ParseOptions = {}): HttpFile {
  const variables = new BlockVariables(answers);
  const names = new Set<string>();
  const requests: BlockRequest[] = [];
  const lines = text.split(/\r?\n/).map((line, index) => plainLine(line, index + 1));
  for (const section of sections(lines)) {
    const request = readSection(section, variables, names, raw);
    if (request) requests.push(request);
    if (request?.name) variables.end(request.name);
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
  raw: boolean,
): BlockRequest | null {
  const [preamble, rest] = split(lines, (line) => !isBlank(line) && !isComment(line) && !isVariable(line));
  for (const line of preamble) if (isVariable(line)) variables.set(line);
  for (const line of rest) refuseOneMark(line);
  const [message, expected] = split(rest, isExpectation);
  const [head, body] = split(message, isBlank);
  for (const line of [...preamble, ...head]) refuse(line, "head");
  for (const [index, line] of body.entries()) refuse(line, isBlank(body[index - 1] ?? line) ? "set off" : "content");
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
  const start = variables.expand(requestLine);
  const requestStart = readRequestLine(start, query.map(variables.expand));
  if (fields[0] && /^\s/.test(fields[0].text)) {
    fail(
      fields[0],
      0,
      "a field line, or a line that begins with ? or & where the target goes on",
      show(fields[0].text),
    );
  }
  const placed = fields.map((line) => readBlockField(variables.expand(line)));
  const written = withoutEnd(contentLines);
  const content = written.map((line) => variables.expand(line));
  const type = fieldValue(
    placed.map(({ field }) => field),
    "Content-Type",
  );
  if (!raw) {
    for (const line of content) refuseAnotherRequest(line, type);
    const aside = [...bodyStart, ...contentLines.slice(written.length)].filter(isComment);
    if (content.length > 0 || type !== null) for (const line of aside) refuseDoubtfulComment(line, type, content[0]);
  }
  const request = buildRequest(requestStart, placed, contentText(content, type), raw);
  const expectations = expected
    .filter((line) => !isBlank(line) && !isComment(line))
    .map((line) => readExpectation(variables.expand(line)));
  const target = /^\S+ /.exec(start.text)?.[0].length ?? 0;
  const places = {
    start,
    target: /^(?:\/|https?:\/\/)/i.test(start.text) ? 0 : target,
    host: requestStart.host,
    fields: placed,
    content: content[0] ?? null,
  };
  return { name, title, line: requestLine.number, request, expectations, places };
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

function refuse(line: Line, place: "head" | "set off" | "content"): void {
  if (!/^\s*[<>{H]|^[A-Z]+\s/.test(line.text)) return;
  for (const [begins, expected, name, inContent] of refused) {
    const isTold = place === "head" || inContent === "always" || (place === "set off" && inContent === "set off");
    if (isTold && begins.test(line.text)) {
      fail(line, line.text.search(/\S/), expected, `${name}, which is not supported`);
    }
  }
}

/** Refuse an expectation that lacks one of its two marks. */
function refuseOneMark(line: Line): void {
  if (/^\s*\?\s*(?:status|header\s+[\w-]+|body)\s+(?:[=!<>]|[a-z]+(?:[A-Z]|\b))/.test(line.text)) {
    fail(line, line.text.indexOf("?"), "two question marks before an expectation, as in ?? status == 200", "one");
  }
}

function refuseAnotherRequest(line: Line, type: string | null): void {
  if (anotherRequest.test(line.text) && !/^message\/http\b/i.test(type ?? "")) {
    fail(line, 0, "a line with ### between two requests", `${show(line.text)} in the content of the one above`);
  }
}

/** Refuse a line beside the content that looks like a comment, and may as well be the content's first or last line. */
function refuseDoubtfulComment(line: Line, type: string | null, first: Line | undefined): void {
  if (/@name\b/.test(line.text)) return;
  if (type === null ? /^\s*[{[]/.test(first?.text ?? "") : withoutHashes.test(type)) return;
  const expected = "no line with # or // at the start or end of this content, where it may be content or a comment";
  fail(line, line.text.search(/\S/), `${expected} (comments can stand above the request line)`, show(line.text.trim()));
}

/** The content of which its lines are written; a form is one line, however many it is written over. */
function contentText(lines: readonly Line[], type: string | null): string {
  if (!/^application\/x-www-form-urlencoded\b/i.test(type ?? "")) {
    return lines.map(({ text }) => text).join(/^multipart\//i.test(type ?? "") ? "\r\n" : "\n");
  }
  return lines.reduce((form, line) => {
    const part = line.text.trim();
    if (form === "" || part === "" || form.endsWith("&") || part.startsWith("&")) return form + part;
    return fail(line, line.text.search(/\S/), "& before the next value of the form", show(part));
  }, "");
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
  if (/^(?:[$%>]\s*)?curl(?:\.exe)?\s/.test(text)) {
    fail(line, 0, `${someRequest} (a demo’s editor makes one of a curl command: paste it there)`, "a curl command");
  }
  const versionSpace = text.search(/ http\/\S*$/i);
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
  const placed = readField(line);
  refusePlainCredentials(placed);
  return placed;
}

/** Other tools code `Basic user password` by themselves; a message has it in Base64 (RFC 7617). */
function refusePlainCredentials({ field: { name, value }, line }: PlacedField): void {
  const [, user, password] = /^basic\s+([^\s:]+)[\s:]+(\S+)$/i.exec(value) ?? [];
  if (name.toLowerCase() !== "authorization" || user === undefined) return;
  const coded = btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)));
  fail(line, valueIndex(line), `Basic ${coded}, the name and the password in Base64`, show(value));
}

function buildRequest(
  { method, target, version, host }: RequestLine,
  placed: readonly PlacedField[],
  content: string,
  raw: boolean,
): RequestMessage {
  const fields: Field[] = placed.map(({ field }) => field);
  if (raw) return { method, target, version, fields, content };
  const hostField = readHost(placed);
  if (!hostField && host !== null) fields.unshift({ name: "Host", value: host });
  else if (hostField && host !== null && hostField.field.value.toLowerCase() !== host.toLowerCase()) {
    fail(hostField.line, valueIndex(hostField.line), `${host}, the host of the target`, show(hostField.field.value));
  }
  const coding = onlyField(placed, "Transfer-Encoding");
  if (coding) fail(coding.line, 0, "content that stands whole, in no transfer coding", "Transfer-Encoding");
  const length = onlyField(placed, "Content-Length");
  if (length) checkContentLength(length, octets(content));
  return { method, target, version, fields, content };
}

/** The content without the blank lines at its end, and without the comments after the first of these. */
function withoutEnd(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex((line) => !isBlank(line) && !isComment(line));
  const gap = lines.slice(last + 1).findIndex(isBlank);
  return gap < 0 ? lines : lines.slice(0, last + 1 + gap);
}
