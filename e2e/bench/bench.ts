/** One figure of a bench. */
export interface Figure {
  readonly what: string;
  /** As a reader of the table wants it, with its unit: `3.1 ms`. */
  readonly value: string;
  /** What the rival has, in the same form, and ours as a share of it; absent where none is measured beside. */
  readonly theirs?: string;
  readonly share?: string;
  /** What it should not exceed, in the form of the value, or of the share with its sign: `0.90 ×`. Absent where no bar is set. */
  readonly bar?: string;
}

/** A bench: its file is listed in `run.ts`. */
export interface Bench {
  readonly name: string;
  /** Who is measured beside, if somebody is. */
  readonly rival?: string;
  measure(): Promise<readonly Figure[]>;
}

/**
 * The value below which a share of the samples lies.
 * @param share from 0 to 1: 0.5 gives the median, 0.95 what all but one in twenty stay below
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median of some samples, and within what they lie, if they differ: how far apart they are says how noisy the machine was. */
export function spread(samples: readonly number[], format: (sample: number) => string): string {
  const [least = "", middle = "", most = ""] = [0, 0.5, 1].map((share) => format(percentile(samples, share)));
  return least === most ? middle : `${middle} (${least} to ${most})`;
}

/**
 * A figure of ours beside a rival's, of rounds in each of which both were measured. The share is that of the rounds: what else
 * the machine did meets both halves of one. There is none where the rival has nothing.
 */
export function beside(
  what: string,
  ours: readonly number[],
  theirs: readonly number[],
  format: (sample: number) => string,
  bar?: string,
): Figure {
  const shares = ours.map((own, round) => own / (theirs[round] ?? Number.NaN));
  const isShare = theirs.every((each) => each > 0);
  return {
    what,
    value: spread(ours, format),
    theirs: spread(theirs, format),
    ...(isShare && { share: spread(shares, (share) => `${share.toFixed(2)} ×`) }),
    ...(bar !== undefined && { bar }),
  };
}

/** The row of a rival who could not be measured. */
export function notMeasured(rival: string, { message }: Error): Figure {
  return { what: `${rival}, to compare with`, value: `not measured: ${message.split("\n")[0]}` };
}
