import type { RequestMessage } from "../../http/message/message.ts";
import { obstacle } from "../../http/rules/obstacle.ts";
import { cookieField } from "../protocol.ts";

/** The browser will not even try to send this request. */
export class Refusal extends Error {
  constructor(why: string) {
    super(`The browser refuses to send this request: ${why}.`);
  }
}

/** What a page hands to `fetch`, with fields that can be added to. */
export interface OutgoingRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/**
 * What a page hands to `fetch` to send this message. Fetch drops some of its fields without a word. A Cookie that is
 * marked as hidden from pages, which is how a demo draws one, travels under another name.
 * @throws Refusal where the browser refuses the message as a whole, such as a TRACE, or a GET with content
 */
export function outgoingRequest(request: RequestMessage): OutgoingRequest {
  const told = obstacle(request);
  if (told) throw new Refusal(`expected ${told.expected}, found ${told.found}`);
  const { method, fields, content } = request;
  const named = fields.map(({ name, value, hidden }): [string, string] => [
    hidden && name === "Cookie" ? cookieField : name,
    value,
  ]);
  try {
    const outgoing = {
      method,
      headers: new Headers(named),
      ...(content !== "" && { body: new TextEncoder().encode(content) }),
    };
    new Request("./", outgoing);
    return outgoing;
  } catch {
    // Browsers differ in their words, and none of these names a line.
    throw new Refusal("something in its method or its fields is not as this browser has it");
  }
}
