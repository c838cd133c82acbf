import type { Exchange, Failure, Host, Interaction } from "../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../http/message.ts";
import type { Held, Report, Settings } from "./protocol.ts";

/** A mock server that a page can reach, wherever it runs. */
export interface Lab {
  readonly host: Host;
  /** Fire a request as `client` and give back the whole cycle; a failure is part of the Exchange, never thrown. */
  send(client: string, request: RequestMessage, interaction: Interaction): Promise<Exchange>;
  /** The URL at which a client's iframe finds a target of the mock server. */
  address(client: string, target: string): string;
  /** Hear of every request of a client, also of those that its iframe made by itself. Returns what stops it. */
  watch(client: string, hear: (report: Report) => void): () => void;
  /** Hear of each request that waits for the page to be its server. Returns what stops it. */
  attend(client: string, hear: (held: Held) => void): () => void;
  /** Answer a request that waits. */
  answer(held: Held, response: ResponseMessage): void;
  /** Change how a client's requests are treated. */
  configure(client: string, settings: Settings): Promise<void>;
  /** Give the server its first data back. */
  reset(): Promise<void>;
}

/** Why there is no lab: what happened, and what the reader can do. */
export class LabError extends Error {
  readonly failure: Failure;

  constructor(kind: Failure["kind"], text: string) {
    super(text);
    this.name = "LabError";
    this.failure = { kind, text };
  }
}
