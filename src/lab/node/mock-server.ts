import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { RequestMessage, ResponseMessage } from "../../http/message.ts";
import { build } from "../../server/build.ts";
import { exchangeId } from "../exchange-id.ts";
import type { LibraryStore } from "../library-store.ts";
import type { Report } from "../protocol.ts";
import { report } from "../report.ts";
import { readUnreadable } from "./unreadable.ts";
import { lastResponse, NotText, readHead, readRequest, writeResponse } from "./wire.ts";

/** Makes the response to a request; null where the server is off, and the connection just ends. */
export type Answer = (request: RequestMessage) => Promise<ResponseMessage | null>;

export interface MockServer {
  /** The address of its root, with a closing slash. */
  readonly url: string;
  /** Ends all connections and stops. */
  close(): Promise<void>;
}

/** The mock server's answers, from the data of a store. `hear` is told each cycle as the server saw it. */
export function library(store: LibraryStore, hear: (told: Report) => void): Answer {
  const nobody = () => Promise.resolve(null);
  return async (request) => {
    const occasion = { id: exchangeId(), client: "outside", destination: "", host: "node" } as const;
    const told = await report(request, occasion, store, nobody);
    hear(told);
    return told.response;
  };
}

/**
 * Put a server of messages on the wire: HTTP/1.1 on 127.0.0.1, for clients outside the browser. It stands among the labs,
 * beside the worker, for it is one more place where the same mock server runs; nothing outside this folder knows Node.
 * Port 0 takes any free port. Rejects when the port is taken.
 */
export async function startMockServer(answer: Answer, port = 0): Promise<MockServer> {
  // The mock server itself refuses a request without Host, and up to 64 KB of head also a target that is too long.
  const server = createServer({ requireHostHeader: false, maxHeaderSize: 65_536 });

  server.on("request", async (incoming, outgoing) => {
    const response = await respond(incoming, answer).catch(() => null);
    if (response) send(outgoing, response);
    else outgoing.destroy();
  });
  server.on("checkExpectation", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const problem = `This server meets one expectation, 100-continue; yours is “${incoming.headers.expect}”.`;
    send(outgoing, refuse(readHead(incoming), 417, problem));
  });
  server.on("connect", async (incoming, socket) => {
    // Node has given this connection out of its hands, and nobody else hears when the client breaks it off.
    socket.on("error", () => socket.destroy());
    end(socket, await attempt(answer, readHead(incoming)));
  });
  server.on("clientError", async (error, socket) => {
    const request = readUnreadable(error);
    const response =
      "problem" in request ? refuse(unknown, request.status, request.problem) : await attempt(answer, request);
    end(socket, response);
  });

  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Rejects when the client goes away before its request is whole. */
async function respond(incoming: IncomingMessage, answer: Answer): Promise<ResponseMessage | null> {
  try {
    return await attempt(answer, await readRequest(incoming));
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    return refuse(readHead(incoming), 415, "This server reads content as UTF-8 text, and yours is something else.");
  }
}

/** The answer. Where making it fails, that is the server's fault, and the client is told no detail. */
async function attempt(answer: Answer, request: RequestMessage): Promise<ResponseMessage | null> {
  try {
    return await answer(request);
  } catch {
    return failed(request);
  }
}

/** Send a response; one that holds what no field may hold is the server's fault. */
function send(outgoing: ServerResponse, response: ResponseMessage): void {
  try {
    writeResponse(outgoing, response);
  } catch {
    writeResponse(outgoing, failed(readHead(outgoing.req)));
  }
}

function failed(request: RequestMessage): ResponseMessage {
  return refuse(request, 500, "The server failed. It is not your fault.");
}

/** Stands for a request of which nothing is known. */
const unknown: RequestMessage = {
  method: "GET",
  target: "/",
  version: "HTTP/1.1",
  fields: [{ name: "Accept", value: "application/problem+json" }],
  content: "",
};

function refuse(request: RequestMessage, status: number, problem: string): ResponseMessage {
  return build(request, { status, problem }, new Date()).response;
}

function end(socket: Duplex, response: ResponseMessage | null): void {
  if (socket.writable && response) socket.end(lastResponse(response));
  else socket.destroy();
}
