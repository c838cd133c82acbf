import type { IncomingMessage, ServerResponse } from "node:http";
import { formatResponse, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { limits } from "../../library/site/library.ts";

/** Octets that are not the UTF-8 text of which our messages are made. */
export class NotText extends Error {}

/**
 * The whole of a request that comes in: its fields as they were sent, its content without the transfer coding. Of content
 * that is too long there is just enough to see that. Throws NotText; rejects when the client goes away half-way.
 */
export async function readRequest(incoming: IncomingMessage): Promise<RequestMessage> {
  return readHead(incoming, await readContent(incoming));
}

/** The head of a request as a message. */
export function readHead(incoming: IncomingMessage, content = ""): RequestMessage {
  const { method = "", url: target = "", httpVersion, rawHeaders } = incoming;
  const fields = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [{ name, value: rawHeaders[index + 1] ?? "" }] : [],
  );
  return { method, target, version: `HTTP/${httpVersion}`, fields, content };
}

async function readContent(incoming: IncomingMessage): Promise<string> {
  const enough = limits.contentOctets + 1;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (length < enough) chunks.push(chunk);
    length += chunk.length;
  }
  try {
    // What is cut off may be cut in the middle of a character.
    return new TextDecoder("utf-8", { fatal: length <= enough }).decode(Buffer.concat(chunks).subarray(0, enough));
  } catch {
    throw new NotText();
  }
}

/** Send a response. Date and all else that the message says stand in it; Node adds only what concerns the connection. */
export function writeResponse(outgoing: ServerResponse, { status, reason, fields, content }: ResponseMessage): void {
  outgoing.sendDate = false;
  outgoing.writeHead(
    status,
    reason,
    fields.flatMap(({ name, value }) => [name, value]),
  );
  outgoing.end(content);
}

/** A response as the last octets of a connection that Node has given out of its hands. */
export function lastResponse({ fields, ...response }: ResponseMessage): string {
  return formatResponse({ ...response, fields: [...fields, { name: "Connection", value: "close" }] });
}
