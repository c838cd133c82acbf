import { METHODS } from "node:http";
import { MessageError, type RequestMessage } from "../../http/message/message.ts";
import { parseRequest } from "../../http/message/parse-message.ts";
import { framingFaults } from "../../library/engine/framing.ts";

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
 * only Node does not know is no fault, nor a later version of HTTP/1: then the request comes back, for the server to judge.
 */
export function readUnreadable({
  code,
  reason,
  message,
  rawPacket = new Uint8Array(),
}: ParserError): Unreadable | RequestMessage {
  const overflow = overflows[code ?? ""];
  if (overflow) return overflow;
  const fault = (framingFaults as Readonly<Record<string, string>>)[code ?? ""];
  if (fault !== undefined) return malformed(fault);
  const text = textOf(rawPacket);
  const packet = asHttp11(text);
  const [line = ""] = packet.split(/\r?\n/, 1);
  const lineAlone = parse(`${line}\nHost: library.example\n\n`);
  if (lineAlone instanceof MessageError) {
    return malformed(/ HTTP\/[\d.]+$/.test(line) ? lineAlone.message : (reason ?? message));
  }
  const isNodesFault = packet !== text || !METHODS.includes(lineAlone.method);
  if (!isNodesFault) return malformed(reason ?? message);
  const whole = parse(packet);
  return whole instanceof MessageError ? lineAlone : framed(whole);
}

/** A request without what follows it: content that nothing frames is none (RFC 9112 section 6.3). */
function framed(request: RequestMessage): RequestMessage {
  const isFramed = request.fields.some(({ name }) => /^(?:content-length|transfer-encoding)$/i.test(name));
  return isFramed ? request : { ...request, content: "" };
}

/** UTF-8 where it is that, so that a letter outside ASCII is told as itself; else one character for each byte. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString("latin1");
  }
}

/** A later version of HTTP/1 is taken as the one that we know (RFC 9110 section 2.5). */
function asHttp11(packet: string): string {
  return packet.replace(/^([^\r\n]* HTTP\/1\.)[2-9](?=\r?\n)/, "$11");
}

function parse(text: string): RequestMessage | MessageError {
  try {
    return parseRequest(text);
  } catch (error) {
    if (error instanceof MessageError) return error;
    throw error;
  }
}

function malformed(fault: string): Unreadable {
  return { status: 400, problem: `This is not a request as HTTP/1.1 has it. ${sentence(fault)}` };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, ".");
}
