import type { Act } from "./interaction.ts";
import type { Field, RequestMessage, ResponseMessage } from "./message/message.ts";

/** Plain data as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where the server ran: while the site was built, in the service worker, in the page itself, in Node; or nowhere. */
export type Host = "build" | "worker" | "page" | "node" | "none";

/** Stage 1: what the user (or the browser on its own) did. */
export interface Interaction {
  readonly kind: Act | "history" | "hand";
  /** One sentence in the second person: "You press Send." */
  readonly text: string;
}

/** A route that the server tried, and why it matched or did not. */
export interface Attempt {
  readonly route: string;
  readonly matched: boolean;
  readonly why: string;
}

/** A piece of the server's data before and after; `null` where it did not exist. */
export interface Change {
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
}

/** Stage 3: what the server did, in order. */
export type Step =
  | { readonly kind: "read"; readonly text: string }
  | { readonly kind: "choose"; readonly text: string; readonly tried: readonly Attempt[] }
  | {
      readonly kind: "run";
      readonly text: string;
      /** Name of the handler function; null when no resource was found. */
      readonly handler: string | null;
      readonly reads: readonly string[];
      readonly changes: readonly Change[];
    }
  | { readonly kind: "build"; readonly text: string };

/** Why there is no response. */
export interface Failure {
  readonly kind: "network" | "no-worker" | "not-the-mock" | "refused" | "server-off" | "timeout";
  /** What happened, and what the reader can do, in one or two sentences. */
  readonly text: string;
}

/** Stage 5: what the client did with what came. */
export interface Outcome {
  readonly kind: "shown" | "data" | "followed" | "stayed" | "nothing" | "failed";
  readonly text: string;
}

/** Milliseconds since the interaction, by the client's clock; `server` is a duration by the server's own clock. */
export interface Times {
  readonly sent: number;
  readonly server: number;
  readonly arrived: number;
  readonly shown: number;
}

/** One cycle, whole: the interaction, the request, what the server did, the response or the failure, what the client did. */
export interface Exchange {
  readonly id: string;
  readonly client: string;
  readonly host: Host;
  readonly interaction: Interaction;
  readonly request: RequestMessage;
  /** Fields that were asked for and that the browser did not send as they were written. */
  readonly dropped: readonly Field[];
  readonly steps: readonly Step[];
  readonly response: ResponseMessage | null;
  readonly failure: Failure | null;
  readonly outcome: Outcome;
  /** Absent where nothing was measured, as in an exchange made while the site was built. */
  readonly times: Times | null;
}
