/** The five stages of the cycle: the one source for diagram, demos and checks. How a lesson's headings put them is its author's. */
export interface Stage {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly actor: "client" | "server";
  /** The stage in two or three words, for diagrams and narrow places. */
  readonly short: string;
}

export const stages: readonly Stage[] = [
  { number: 1, actor: "client", short: "Interaction" },
  { number: 2, actor: "client", short: "Request" },
  { number: 3, actor: "server", short: "Processing" },
  { number: 4, actor: "server", short: "Response" },
  { number: 5, actor: "client", short: "Result" },
];
