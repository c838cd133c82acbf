/** The five stages of the cycle: the one source for headings, diagram, demos and checks. */
export interface Stage {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly actor: "client" | "server";
  /** The stage as a sentence, as the headings have it. */
  readonly title: string;
  /** The stage in two or three words, for diagrams and narrow places. */
  readonly short: string;
}

export const stages: readonly Stage[] = [
  { number: 1, actor: "client", title: "The user interacts with the client software", short: "Interaction" },
  { number: 2, actor: "client", title: "The client software processes the interaction", short: "Request" },
  { number: 3, actor: "server", title: "The server software receives and processes the request", short: "Processing" },
  { number: 4, actor: "server", title: "The server returns a response message", short: "Response" },
  { number: 5, actor: "client", title: "The client processes the response", short: "Result" },
];
