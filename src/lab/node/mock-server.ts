import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { fieldValue, type RequestMessage, type ResponseMessage } from "../../http/message/message.ts";
import { build } from "../../library/engine/build.ts";
import { refusedByHead } from "../../library/engine/serve.ts";
import { serveOnWire, wireRefusal } from "../../library/engine/wire.ts";
import { seed } from "../../library/site/library.ts";
import { exchangeId } from "../exchange-id.ts";
import type { LibraryStore } from "../library-store.ts";
import { protocolVersion, type Report } from "../protocol.ts";
import { type Occasion, report } from "../report.ts";
import { isPreflight, preflight, sharedWithPages } from "./other-origins.ts";
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
    const refused = wireRefusal(request);
    const told = refused ? refusedReport(request, occasion) : await report(request, occasion, store, nobody);
    hear(told);
    return told.response;
  };
}

/** What is told of a request that no browser sends, and that the library does not see. */
function refusedReport(request: RequestMessage, occasion: Occasion): Report {
  const { response, steps } = serveOnWire(request, seed, new Date());
  const rest = { failure: null, took: 0, forgetful: false };
  return { type: "exchange", version: protocolVersion, ...occasion, request, steps, response, ...rest };
}

/**
 * Put a server of messages on the wire: HTTP/1.1 on 127.0.0.1, for clients outside the browser. It stands among the labs,
 * beside the worker, for it is one more place where the same mock server runs; nothing outside this folder knows Node.
 * Port 0 takes any free port. Rejects when the port is taken.
 */
export async function startMockServer(answer: Answer, port = 0): Promise<MockServer> {
  // The mock server itself refuses a request without Host, and up to 64 KB of head also a target that is too long.
  const server = createServer({ requireHostHeader: false, maxHeaderSize: 65_536 });

  const connections = new WeakMap<Duplex, Connection>();
  const connectionOf = (socket: Duplex): Connection => {
    const known = connections.get(socket) ?? new Connection();
    connections.set(socket, known);
    return known;
  };

  server.on("request", (incoming, outgoing) => {
    if (isPreflight(incoming)) return send(outgoing, preflight(incoming));
    connectionOf(incoming.socket).answer(incoming, outgoing, answer);
  });
  server.on("checkContinue", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const head = readHead(incoming);
    const refused = refusedByHead(head, new Date());
    if (refused) {
      // Whether the content follows all the same, nobody knows; so nothing more is read from this connection.
      outgoing.shouldKeepAlive = false;
      return send(outgoing, refused);
    }
    if (isFramed(head)) outgoing.writeContinue();
    connectionOf(incoming.socket).answer(incoming, outgoing, answer);
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
    await connectionOf(socket).settled();
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

/**
 * The requests of one connection, which may come before those above them are answered. They are served one after the other,
 * in their order, since one may change what the next one sees (RFC 9112 section 9.3.2).
 */
class Connection {
  readonly #asked: { readonly incoming: IncomingMessage; readonly answered: Promise<void> }[] = [];

  answer(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): void {
    const before = this.settled();
    const answered = new Promise<void>((resolve) => outgoing.once("close", resolve));
    this.#asked.push({ incoming, answered });
    answered.then(() => this.#asked.shift());
    // Where it is not clear how the content ends, neither is what follows it (section 6.1).
    if (hasDoubtfulEnd(incoming)) outgoing.shouldKeepAlive = false;
    respond(incoming, async (request) => {
      await before;
      return answer(request);
    })
      .catch(() => null)
      .then((response) => (response ? send(outgoing, response) : outgoing.destroy()));
  }

  /** Resolves when each request that has come whole has its answer. */
  async settled(): Promise<void> {
    await Promise.all(this.#asked.filter(({ incoming }) => incoming.complete).map(({ answered }) => answered));
  }
}

/** Whether a request has a transfer coding that is not chunked alone, or one in a version that has none. */
function hasDoubtfulEnd({ httpVersion, headers: { "transfer-encoding": coding } }: IncomingMessage): boolean {
  return coding !== undefined && (httpVersion === "1.0" || coding.trim().toLowerCase() !== "chunked");
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
    writeResponse(outgoing, sharedWithPages(outgoing.req, response));
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

/** Whether a request announces content. */
function isFramed({ fields }: RequestMessage): boolean {
  return fieldValue(fields, "Content-Length") !== null || fieldValue(fields, "Transfer-Encoding") !== null;
}

function refuse(request: RequestMessage, status: number, problem: string): ResponseMessage {
  return build(request, { status, problem }, new Date()).response;
}

function end(socket: Duplex, response: ResponseMessage | null): void {
  if (socket.writable && response) socket.end(lastResponse(response));
  else socket.destroy();
}
