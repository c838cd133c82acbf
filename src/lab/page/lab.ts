import type { Exchange, Failure, Host, Interaction } from "../../http/exchange.ts";
import type { RequestMessage, ResponseMessage } from "../../http/message/message.ts";
import type { Held, Report, Settings } from "../protocol.ts";
import { again, missingCode } from "./missing-code.ts";

/** A mock server that a page can reach, wherever it runs. */
export interface Lab {
  readonly host: Host;
  /** Why the server does not run in a service worker, as a clause that follows "because"; null where it does. */
  readonly reason: string | null;
  /** What the reader should know about the server's data, as a sentence; null while they are stored as usual. */
  readonly notice: string | null;
  /** Fire a request as `client` and give back the whole cycle; a failure is part of the Exchange, never thrown. */
  send(client: string, request: RequestMessage, interaction: Interaction): Promise<Exchange>;
  /**
   * The URL at which a client's iframe finds a target of the mock server, as in the links and forms of its pages; it is
   * `about:blank#…` where no URL leads there.
   */
  address(client: string, target: string): string;
  /**
   * Navigate a client's iframe, one that `mockFrame` made, to a target, which may end in a fragment. Rejects with a LabError
   * where the mock server is gone.
   */
  open(frame: HTMLIFrameElement, client: string, target: string): Promise<void>;
  /** Let a client's iframe ask for the page that it shows again. Rejects as `open` does. */
  reload(frame: HTMLIFrameElement, client: string): Promise<void>;
  /** The target, with its fragment, of the mock server's page that an iframe shows; null where it shows none. */
  shown(frame: HTMLIFrameElement): string | null;
  /**
   * Hear of every request of a client, also of those that its iframe made by itself; of a null client, of those of all
   * clients, in other tabs too. Returns what stops it.
   */
  watch(client: string | null, hear: (report: Report) => void): () => void;
  /**
   * The latest requests that changed the library which all clients share, since this page reset it or began, as far as this
   * page has heard of them.
   */
  readonly changes: readonly Report[];
  /** Milliseconds that a client may have to wait for an answer, as it is configured. */
  patience(client: string): number;
  /** Resolves when all that the server has answered so far has been heard of. */
  caughtUp(): Promise<void>;
  /** Hear of each request that waits for the page to be its server. Returns what stops it. */
  attend(client: string, hear: (held: Held) => void): () => void;
  /** Answer a request that waits; null hangs up without an answer. */
  answer(held: Held, response: ResponseMessage | null): void;
  /** Whether a request still waits: browsers stop workers, and what they held is lost. Asking keeps the worker awake. */
  waits(held: Held): Promise<boolean>;
  /** Change how a client's requests are treated. Rejects with a LabError where the mock server is gone. */
  configure(client: string, settings: Settings): Promise<void>;
  /** Give the library that a client uses its first data back: usually the one that all share. Rejects with a LabError where the mock server is gone. */
  reset(client?: string): Promise<void>;
}

/** A place where the mock server can run: a lab that may end. */
export interface Place extends Omit<Lab, "caughtUp" | "changes" | "patience"> {
  /** Rejects with a LabError where requests do not reach the mock server. */
  prove(): Promise<void>;
  /** Whether nothing was heard of the request of a failed exchange: the server may not have got it. */
  lost(exchange: Exchange): boolean;
  /** As a Lab sends; the same id, sent again, changes the server's data once. */
  send(client: string, request: RequestMessage, interaction: Interaction, id?: string): Promise<Exchange>;
  /** Let go of what it holds. */
  close(): void;
}

/** Why the mock server does not run, or not in some place. */
export class LabError extends Error {
  readonly failure: Failure;
  /** What happened, as a clause that follows "because". */
  readonly reason: string;
  /** What the reader can do, as a sentence. */
  readonly remedy: string;

  constructor(kind: Failure["kind"], reason: string, remedy: string) {
    super(`The mock server cannot run here, because ${reason}. ${remedy}`);
    this.name = "LabError";
    this.failure = { kind, text: this.message };
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** Asks once more; where that is in vain, tells the window, and rejects with a LabError: a file of the site did not come. */
export async function codeMissing(error: unknown): Promise<never> {
  return again(error).catch(() => {
    throw new LabError("no-worker", "its code could not be loaded", missingCode());
  });
}
