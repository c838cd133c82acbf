import { neverHasContent } from "../rules/content.ts";
import { readChunks } from "./chunked-content.ts";
import { octets, type RequestMessage, type ResponseMessage } from "./message.ts";
import {
  checkContentLength,
  checkText,
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
  valueIndex,
} from "./message-line.ts";

/**
 * Read a request message (RFC 9112 sections 2 to 7). Lines end in CRLF or LF; the end of the text may stand for the empty
 * line after the fields. A target that is a whole URL becomes origin form, and its authority replaces the Host field. Without
 * Content-Length and Transfer-Encoding the content is all that follows the empty line, as transcripts have it. Chunked
 * content is decoded; its field stays, and formatRequest codes the content again. Throws a MessageError.
 */
export function parseRequest(text: string): RequestMessage {
  const head = readHead(text, "a request line such as GET /books HTTP/1.1");
  const { startLine } = head;
  const methodEnd = startLine.text.indexOf(" ");
  const targetEnd = startLine.text.lastIndexOf(" ");
  const method = readMethod(startLine, methodEnd < 0 ? startLine.text.length : methodEnd);
  if (methodEnd < 0) fail(startLine, startLine.text.length, "one space and a target such as /books after the method");
  if (targetEnd === methodEnd) fail(startLine, startLine.text.length, "one space and HTTP/1.1 after the target");
  const { target, host } = readTarget(startLine, methodEnd + 1, targetEnd, method);
  const version = readVersion(startLine, targetEnd + 1);
  const hostField = readHost(head.fields);
  if (!hostField && version === "HTTP/1.1") {
    fail(head.end, 0, "a Host field (every HTTP/1.1 request has one)", "none");
  }
  const written = head.fields.map(({ field }) => field);
  const fields =
    host === null
      ? written
      : [{ name: "Host", value: host }, ...written.filter(({ name }) => name.toLowerCase() !== "host")];
  return { method, target, version, fields, content: readContent(head, version, "framed") };
}

/**
 * Read a response message, as parseRequest does. `method` is that of the request that it answers: a response to HEAD
 * has no content. Where it is not given, empty content may stand beside any Content-Length. Throws a MessageError.
 */
export function parseResponse(text: string, method?: string): ResponseMessage {
  const head = readHead(text, "a status line such as HTTP/1.1 200 OK");
  const line = head.startLine;
  const space = line.text.indexOf(" ");
  const version = readVersion(line, 0, space < 0 ? line.text.length : space);
  const digits = space < 0 ? "" : line.text.slice(space + 1, space + 4);
  if (!/^[1-5]\d\d$/.test(digits)) {
    const found = space < 0 ? "the end of the line" : show(line.text.slice(space + 1).split(" ")[0] ?? "");
    fail(line, space < 0 ? line.text.length : space + 1, "one space and a status code from 100 to 599", found);
  }
  const after = space + 4;
  if (after < line.text.length && line.text[after] !== " ") fail(line, after, "a space after the three digits");
  checkText(line, after);
  const status = Number(digits);
  const none = method === "HEAD" || neverHasContent(status);
  const content = readContent(head, version, none ? "none" : method === undefined ? "all or none" : "all");
  const fields = head.fields.map(({ field }) => field);
  return { version, status, reason: line.text.slice(after + 1), fields, content };
}

interface Head {
  readonly startLine: Line;
  readonly fields: readonly PlacedField[];
  /** The empty line, or the place after the last line where it is missing. */
  readonly end: Line;
  /** CRLF or LF, as the empty line ends. */
  readonly lineEnd: string;
  readonly rest: string;
}

/** Read the lines up to the first empty one; empty lines before the start line are passed over (RFC 9112 section 2.2). */
function readHead(text: string, expected: string): Head {
  const lines: Line[] = [];
  let number = 0;
  let index = 0;
  let ended = false;
  for (;;) {
    const lineEnd = text.indexOf("\n", index);
    const stop = lineEnd < 0 ? text.length : lineEnd;
    const carriageReturn = lineEnd > index && text[lineEnd - 1] === "\r";
    const line = plainLine(text.slice(index, carriageReturn ? stop - 1 : stop), ++number);
    const bare = line.text.indexOf("\r");
    if (bare >= 0) fail(line, bare, "a line end, which is CR and LF together or LF alone", "a bare CR");
    index = stop + 1;
    ended = line.text === "" && lines.length > 0;
    if (line.text !== "") lines.push(line);
    if (!ended && lineEnd >= 0) continue;
    const [startLine, ...fieldLines] = lines;
    if (!startLine) return fail(line, 0, expected, "the end of the text");
    const end = ended ? line : plainLine("", number + 1);
    const fields = fieldLines.map(readField);
    return { startLine, fields, end, lineEnd: carriageReturn ? "\r\n" : "\n", rest: text.slice(index) };
  }
}

/** Frame the content (RFC 9112 section 6.3). */
function readContent(
  { fields, end, lineEnd, rest }: Head,
  version: string,
  amount: "framed" | "all" | "none" | "all or none",
): string {
  const coding = onlyField(fields, "Transfer-Encoding");
  const length = onlyField(fields, "Content-Length");
  if (coding && length) {
    fail(
      coding.line,
      0,
      "either Content-Length or Transfer-Encoding, for either could say where the content ends",
      "both",
    );
  }
  if (coding && (coding.field.value.toLowerCase() !== "chunked" || version !== "HTTP/1.1")) {
    const found = version === "HTTP/1.1" ? show(coding.field.value) : `Transfer-Encoding in ${version}`;
    fail(coding.line, valueIndex(coding.line), "chunked, the only transfer coding of a text, in HTTP/1.1", found);
  }
  if (amount === "none" && rest !== "") {
    fail(plainLine(rest, end.number + 1), 0, "the end of the message: this response has no content", show(rest));
  }
  if (amount === "framed" && !coding && !length && rest !== "") {
    const expected = "the end of the message, since no Content-Length above says that content follows";
    fail(plainLine(rest, end.number + 1), 0, expected, show(rest.split(/\r?\n/)[0] || rest));
  }
  const absent = amount === "none" || (amount === "all or none" && rest === "");
  if (length) checkContentLength(length, absent ? null : octets(rest));
  return coding && !absent ? readChunks(rest, end.number + 1, lineEnd) : rest;
}
