import { fail, show, valueIndex } from "../message/message-line.ts";
import { libraryHost } from "../message/whole-request.ts";
import { obstacle } from "../rules/obstacle.ts";
import type { BlockRequest } from "./http-file.ts";

/**
 * Refuse a request of a block that a reader’s browser cannot send to the mock server: one for another host, and one that no
 * browser sends for a page. Throws a MessageError, whose line and column count from the start of the block.
 */
export function checkSendable({ request, places }: BlockRequest): void {
  const { start, target, host, fields, content } = places;
  const answers = `${libraryHost}, the only host that answers here`;
  const written = fields.find(({ field }) => field.name.toLowerCase() === "host");
  if (host !== null && !isLibrary(host)) fail(start, start.text.indexOf(host, target), answers, show(host));
  if (written && !isLibrary(written.field.value)) {
    fail(written.line, valueIndex(written.line), answers, show(written.field.value));
  }
  const told = obstacle(request);
  if (!told) return;
  const { part, field, index, expected, found } = told;
  const at = fields.find((each) => each.field === field);
  if (at) fail(at.line, valueIndex(at.line) + index, expected, found);
  if (part === "content" && content) fail(content, 0, expected, found);
  fail(start, part === "target" ? target : 0, expected, found);
}

function isLibrary(host: string): boolean {
  return host.toLowerCase().replace(/:80$/, "") === libraryHost;
}
