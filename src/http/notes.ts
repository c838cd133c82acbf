import { authorsOf } from "./complete-request.ts";
import type { Interaction } from "./exchange.ts";
import {
  type Author,
  type Field,
  fieldLine,
  fieldValue,
  octets,
  type RequestMessage,
  type ResponseMessage,
} from "./message/message.ts";
import { neverHasContent } from "./rules/content.ts";
import { fieldNote } from "./rules/fields.ts";
import { methodMeaning } from "./rules/methods.ts";
import { statusMeaning } from "./rules/status.ts";

/** A line of a message, who wrote it, and what it is in one or two sentences. Content is one line, however many it has. */
export interface Note {
  readonly line: string;
  readonly part: "request-line" | "status-line" | "field" | "empty" | "content";
  readonly what: string;
  /** Nobody in particular writes the empty line. */
  readonly by: readonly Author[];
  /** No page can see the line. */
  readonly hidden?: true;
}

/** The notes of a request, line by line, with the authors whom it names. The kind of its act tells what of a line is whose. */
export function requestNotes(request: RequestMessage, kind?: Interaction["kind"]): readonly Note[] {
  const { method, target, version, fields, content, by = { start: [], content: [] } } = request;
  const start = `Request line: ${method} ${methodMeaning(method)}. ${targetText(target)} ${versionText(version)}`;
  const whose = kind && by.start.join() === authorsOf(kind, request).start.join() ? ` ${shareText(kind, method)}` : "";
  return [
    { line: `${method} ${target} ${version}`, part: "request-line", what: `${start}${whose}`.trimEnd(), by: by.start },
    ...fieldNotes(fields),
    ...contentNotes(
      fields,
      content,
      content === "" ? "This request has no content." : "The content follows.",
      by.content,
    ),
  ];
}

/** The notes of a response, line by line. The request tells why there may be no content. */
export function responseNotes(response: ResponseMessage, request?: RequestMessage): readonly Note[] {
  const { version, status, reason, fields, content } = response;
  const words = reason === "" ? "" : ` “${reason}” is for people; programs ignore it.`;
  const start = `Status line: ${status} is the status code. ${statusMeaning(status)}${words} ${versionText(version)}`;
  const line = `${version} ${status} ${reason}`.trimEnd();
  return [
    { line, part: "status-line", what: start, by: ["server"] },
    ...fieldNotes(fields, "server"),
    ...contentNotes(fields, content, content === "" ? absence(response, request) : "The content follows.", ["server"]),
  ];
}

/** What of a request line is whose. */
function shareText(kind: Interaction["kind"], method: string): string {
  if (kind === "link" || kind === "part") return "The page gave the address, the browser the rest.";
  if (kind === "address") return "You gave the address, the browser the rest.";
  if (kind === "redirect") return "The server gave the address, in the Location of its redirect.";
  if (kind === "script") return "The page’s script gave the method and the address.";
  if (kind !== "form") return "";
  return method === "GET"
    ? "The page gave the method, the address and the names in the query; you gave the values."
    : "The page gave the method and the address.";
}

function targetText(target: string): string {
  if (target === "*") return "The target * means the server as a whole.";
  const query = target.indexOf("?");
  if (query < 0) return `The target is ${target}.`;
  return `The target is ${target.slice(0, query)}, with the query ${target.slice(query + 1) || "left empty"}.`;
}

function versionText(version: string): string {
  return `${version} is the version of the protocol.`;
}

function absence({ status }: ResponseMessage, request: RequestMessage | undefined): string {
  if (request?.method === "HEAD") return "A response to HEAD has no content.";
  return neverHasContent(status) ? `A ${status} response never has content.` : "This response has no content.";
}

function fieldNotes(fields: readonly Field[], by?: Author): readonly Note[] {
  return fields.map((field) => ({
    line: fieldLine(field),
    part: "field",
    what: fieldNote(field),
    by: [field.by ?? by ?? []].flat(),
    ...(field.hidden && { hidden: field.hidden }),
  }));
}

function contentNotes(fields: readonly Field[], content: string, then: string, by: readonly Author[]): readonly Note[] {
  const end: Note = { line: "", part: "empty", what: `The empty line ends the fields. ${then}`, by: [] };
  if (content === "") return [end];
  const type = fieldValue(fields, "Content-Type");
  const length = octets(content);
  const size = `${length} ${length === 1 ? "byte" : "bytes"}`;
  const what = type === null ? `The content: ${size}, of an unnamed type.` : `The content: ${size} of ${type}.`;
  const shared = by.join() === "page,you" ? " The page gave the names, you the values." : "";
  return [end, { line: content, part: "content", what: what + shared, by }];
}
