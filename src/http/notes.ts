import { fieldText } from "./fields.ts";
import {
  type Author,
  type Field,
  fieldLine,
  fieldValue,
  neverHasContent,
  octets,
  type RequestMessage,
  type ResponseMessage,
} from "./message.ts";
import { methodMeaning } from "./methods.ts";
import { statusMeaning } from "./status.ts";

/** A line of a message, who wrote it, and what it is in one or two sentences. Content is one line, however many it has. */
export interface Note {
  readonly line: string;
  readonly part: "request-line" | "status-line" | "field" | "empty" | "content";
  readonly what: string;
  readonly by: Author;
}

/** The notes of a request, line by line. `by` is the author of every line that names none. */
export function requestNotes(request: RequestMessage, by: Author = "you"): readonly Note[] {
  const { method, target, version, fields, content } = request;
  const start = `Request line: ${method} ${methodMeaning(method)}. ${targetText(target)} ${versionText(version)}`;
  return [
    { line: `${method} ${target} ${version}`, part: "request-line", what: start, by },
    ...fieldNotes(fields, by),
    ...contentNotes(fields, content, content === "" ? "This request has no content." : "The content follows.", by),
  ];
}

/** The notes of a response, line by line. The request tells why there may be no content. */
export function responseNotes(response: ResponseMessage, request?: RequestMessage): readonly Note[] {
  const { version, status, reason, fields, content } = response;
  const words = reason === "" ? "" : ` “${reason}” says the same in words.`;
  const start = `Status line: ${status} is the status code. ${statusMeaning(status)}${words} ${versionText(version)}`;
  const line = `${version} ${status} ${reason}`.trimEnd();
  return [
    { line, part: "status-line", what: start, by: "server" },
    ...fieldNotes(fields, "server"),
    ...contentNotes(fields, content, content === "" ? absence(response, request) : "The content follows.", "server"),
  ];
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

function fieldNotes(fields: readonly Field[], by: Author): readonly Note[] {
  return fields.map((field) => ({
    line: fieldLine(field),
    part: "field",
    what: fieldText(field.name) ?? "No common field: it means what the client and the server agree on.",
    by: field.by ?? by,
  }));
}

function contentNotes(fields: readonly Field[], content: string, then: string, by: Author): readonly Note[] {
  const end: Note = { line: "", part: "empty", what: `The empty line ends the fields. ${then}`, by };
  if (content === "") return [end];
  const type = fieldValue(fields, "Content-Type");
  const length = octets(content);
  const size = `${length} ${length === 1 ? "octet" : "octets"}`;
  const what = type === null ? `The content: ${size}, of an unnamed type.` : `The content: ${size} of ${type}.`;
  return [end, { line: content, part: "content", what, by }];
}
