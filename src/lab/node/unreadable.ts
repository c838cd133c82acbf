import { MessageError, type RequestMessage } from "../../http/message.ts";
import { parseRequest } from "../../http/parse-message.ts";

/** What Node's parser says when it gives up a request. */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
  readonly rawPacket?: Uint8Array;
}

/** A request that Node's parser gave up: the status code that fits, and what is wrong with it. */
export interface Unreadable {
  readonly status: number;
  readonly problem: string;
}

const overflows: Readonly<Record<string, Unreadable>> = {
  HPE_HEADER_OVERFLOW: { status: 431, problem: "The fields of a request may have 64 KB together; yours have more." },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, problem: "The chunks of the content have too many extensions." },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, problem: "The request did not arrive whole in the time that there is." },
};

/**
 * Why Node's parser gave a request up, in the words of our own parser where the request line is at fault. A method that
 * only Node does not know is no fault: then the request line comes back, as a message, for the server to judge.
 */
export function readUnreadable(error: ParserError): Unreadable | RequestMessage {
  const overflow = overflows[error.code ?? ""];
  if (overflow) return overflow;
  const [line = ""] = Buffer.from(error.rawPacket ?? [])
    .toString("latin1")
    .split(/\r?\n/);
  try {
    const request = parseRequest(`${line}\nHost: library.example\n\n`);
    if (error.code === "HPE_INVALID_METHOD") return request;
  } catch (fault) {
    if (fault instanceof MessageError && / HTTP\/[\d.]+$/.test(line)) return malformed(fault.message);
  }
  return malformed(error.reason ?? error.message);
}

function malformed(fault: string): Unreadable {
  return { status: 400, problem: `This is not a request as HTTP/1.1 has it. ${sentence(fault)}` };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
