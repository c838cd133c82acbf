import { handlerText } from "../../demos/inside-the-server/handler-text.ts";
import { fieldValue, MessageError, octets, type ResponseMessage } from "../../http/message/message.ts";
import { plainLine, readMethod, readTarget, readVersion, show } from "../../http/message/message-line.ts";
import { parseResponse } from "../../http/message/parse-message.ts";
import { libraryHost } from "../../http/message/whole-request.ts";
import { bringsNothing } from "../../http/rules/content.ts";
import { reasonPhrase } from "../../http/rules/status.ts";
import { choose } from "../../library/engine/choose.ts";
import { formatDate, readDate } from "../../library/engine/conditions.ts";
import { libraryRoutes } from "../../library/site/routes.ts";
import type { WrittenResource } from "../../library/site/written.ts";

/** Statuses that depend on the request, so that the server must find them. */
const serversStatuses = [206, 304, 405, 412, 416];

/** Fields that the server writes by itself, or that are of the connection (RFC 9110 section 7.6.1). */
const serversFields =
  /^(?:date|content-length|content-range|content-encoding|accept-ranges|allow|vary|content-security-policy|transfer-encoding|connection|keep-alive|trailer|upgrade)$/i;

/**
 * Read an `http resource` block: a request line, an empty line, and the response message that GET gets. Throws a MessageError
 * for what is no such block, for a path that the library has by itself, and for what the server would not send as it is written.
 */
export function readResource(text: string): WrittenResource {
  const lines = text.split("\n");
  const path = readPath(lines[0] ?? "");
  const start = lines.findIndex((line, index) => index > 0 && line.trim() !== "");
  if (start < 0 || lines[1]?.trim() !== "") {
    const found = start < 0 ? "the end of the block" : show(lines[1] ?? "");
    throw new MessageError(2, 1, "an empty line, and a response message that begins like HTTP/1.1 200 OK", found);
  }
  const asks = lines.findIndex((line) => /^\s*\?\?\s/.test(line));
  if (asks >= 0) {
    const expected = "the response as it is sent, and ?? in a block that asks for it";
    throw new MessageError(asks + 1, 1, expected, show(lines[asks] ?? ""));
  }
  const response = within(start, () => parseResponse(lines.slice(start).join("\n")));
  return { path, reply: readReply(response, lines, start) };
}

function readPath(text: string): string {
  const line = plainLine(text.trimEnd(), 1);
  const [method = "", target = "", version] = line.text.split(" ");
  const at = method.length + 1;
  readMethod(line, method.length);
  if (method !== "GET") {
    throw new MessageError(1, 1, "GET, for which the resource answers, and HEAD with it", show(method));
  }
  if (version !== undefined) readVersion(line, at + target.length + 1);
  const { target: path, host } = readTarget(line, at, at + target.length, method);
  const place = at + 1;
  if (host !== null && host.toLowerCase() !== libraryHost) {
    throw new MessageError(1, place, `a path of ${libraryHost}, where the resource is to be`, `the host ${show(host)}`);
  }
  if (!/^(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$&'()*+,;=@-]+)+\/?$/.test(path)) {
    const expected = "a path such as /notices/monday, of plain letters, digits and signs, without a query";
    throw new MessageError(1, place, expected, show(path));
  }
  const [route] = choose(libraryRoutes, "GET", path).siblings;
  if (route) {
    const [handler = ""] = Object.keys(route.run);
    const found = `${show(path)}, which is its ${route.on} (${handlerText(handler).file})`;
    throw new MessageError(1, place, "a path that the library does not have by itself", found);
  }
  return path;
}

function readReply(response: ResponseMessage, lines: readonly string[], start: number): WrittenResource["reply"] {
  const { version, status, reason, fields, content } = response;
  const fail = (line: number, expected: string, found: string): never => {
    throw new MessageError(line + 1, 1, expected, found);
  };
  if (version !== "HTTP/1.1") fail(start, "HTTP/1.1, which the server speaks", show(version));
  if (status < 200 || serversStatuses.includes(status)) {
    const all = serversStatuses.join(", ");
    fail(start, `a final status that every GET gets (the server finds by itself when to send ${all})`, `${status}`);
  }
  const phrase = reasonPhrase(status);
  if (reason !== phrase) fail(start, `the status line HTTP/1.1 ${status} ${phrase}`.trimEnd(), show(reason));
  const bare = bringsNothing(status);
  const end = lines.findIndex((line, index) => index > start && line.trim() === "");
  if (bare && content !== "") fail(end + 1, `no content, since ${status} has none`, `${octets(content)} bytes`);

  const others: Record<string, string> = {};
  const seen = new Set<string>();
  for (const { name, value } of fields) {
    const key = name.toLowerCase();
    const line = lines.findLastIndex(
      (each, index) => index < (end < 0 ? lines.length : end) && fieldName(each) === key,
    );
    if (seen.has(key)) fail(line, `the field ${name} once`, "it again");
    seen.add(key);
    if (serversFields.test(name)) fail(line, "fields that the server does not write itself", `“${name}”`);
    if (/[^\0-\xff]/.test(value)) fail(line, "characters that browsers take in a field, up to “ÿ”", show(value));
    if (key === "content-type" && bare) fail(line, `no Content-Type, since ${status} has no content`, show(value));
    if (key === "etag" && !/^"[!#-~]*"$/.test(value)) {
      fail(line, 'a strong entity tag in double quotes, such as "v1"', show(value));
    }
    if (key === "last-modified" && formatDate(readDate(value) ?? Number.NaN) !== value) {
      fail(line, "a date such as Tue, 13 Jan 2026 08:00:00 GMT", show(value));
    }
    if (!["content-type", "cache-control", "last-modified", "etag"].includes(key)) others[name] = value;
  }
  const type = fieldValue(fields, "Content-Type");
  if (content !== "" && type === null) fail(start, "a field Content-Type, since there is content", "none");
  if (status === 401 && !seen.has("www-authenticate")) {
    fail(start, "a field WWW-Authenticate, which every 401 has", "none");
  }
  const cache = fieldValue(fields, "Cache-Control");
  const changed = fieldValue(fields, "Last-Modified");
  const tag = fieldValue(fields, "ETag");
  return {
    status,
    ...(type !== null && { file: { type, content } }),
    ...(Object.keys(others).length > 0 && { fields: others }),
    ...(cache !== null && { cache }),
    ...(changed !== null && { changed }),
    ...(tag !== null && { tag }),
    // The server counts characters, which are bytes in ASCII only.
    ...(status === 200 && /^[\0-\x7f]+$/.test(content) && { ranges: true }),
  };
}

const fieldName = (line: string): string => line.slice(0, Math.max(0, line.indexOf(":"))).toLowerCase();

/** What `read` returns. The lines of its errors count from below this many others. */
function within<T>(above: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    throw new MessageError(error.line + above, error.column, error.expected, error.found);
  }
}
