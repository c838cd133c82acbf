import type { RequestMessage } from "../http/message.ts";
import { cookieField } from "./protocol.ts";

/** The browser will not even try to send this request. */
export class Refusal extends Error {
  constructor(why: string) {
    super(`The browser refuses to send this request: ${why}`);
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
 * marked as reconstructed, which is how a demo draws one, travels under another name.
 * @throws Refusal where the browser refuses the message as a whole, such as a TRACE, or a GET with content
 */
export function outgoingRequest({ method, target, fields, content }: RequestMessage): OutgoingRequest {
  if (!target.startsWith("/")) throw new Refusal(`a page can ask for paths only, and “${target}” is none`);
  try {
    const headers = new Headers(
      fields.map(({ name, value, by }): [string, string] => [
        by === "reconstructed" && name === "Cookie" ? cookieField : name,
        value,
      ]),
    );
    const outgoing = { method, headers, ...(content !== "" && { body: new TextEncoder().encode(content) }) };
    new Request("./", outgoing);
    return outgoing;
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}
