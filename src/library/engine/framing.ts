import type { Step } from "../../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../../http/message/message.ts";
import { build } from "./build.ts";

/** What is wrong with a request whose length cannot be known, by the name that Node's parser has for it. */
export const framingFaults = {
  HPE_INVALID_CONTENT_LENGTH: "Content-Length must be a number of bytes.",
  HPE_UNEXPECTED_CONTENT_LENGTH: "Content-Length may stand in a message once.",
  HPE_INVALID_EOF_STATE: "The message ended before all the bytes came that Content-Length announces.",
} as const;

/**
 * A request as a server reads it from the wire, where nothing else follows: its content is as long as Content-Length says, and
 * without that field there is none (RFC 9112 section 6.3). Gives the fault where the length cannot be known.
 */
export function readFramed(request: RequestMessage): RequestMessage | string {
  const lengths = request.fields.filter(({ name }) => name.toLowerCase() === "content-length");
  const [length, another] = lengths;
  if (!length) return { ...request, content: "" };
  if (!/^\d{1,15}$/.test(length.value)) return framingFaults.HPE_INVALID_CONTENT_LENGTH;
  if (another) return framingFaults.HPE_UNEXPECTED_CONTENT_LENGTH;
  const bytes = new TextEncoder().encode(request.content);
  const wanted = Number(length.value);
  if (wanted > bytes.length) return framingFaults.HPE_INVALID_EOF_STATE;
  return { ...request, content: new TextDecoder().decode(bytes.subarray(0, wanted)) };
}

/** What the server does with a message that it cannot read, of which it knows nothing but the fault. */
export function refuseUnread(fault: string, now: Date): { response: ResponseMessage; steps: readonly Step[] } {
  const accept = { name: "Accept", value: "application/problem+json" };
  const unknown = { method: "GET", target: "/", version: "HTTP/1.1", fields: [accept], content: "" };
  const problem = `This is not a request as HTTP/1.1 has it. ${fault}`;
  const { response } = build(unknown, { status: 400, problem }, now);
  return {
    response,
    steps: [
      { kind: "read", text: `The server cannot read the message to its end. ${fault}` },
      { kind: "build", text: `The server builds the response: status ${response.status} ${response.reason}.` },
    ],
  };
}
