/** One figure of a bench. */
export interface Figure {
  readonly what: string;
  /** As a reader of the table wants it, with its unit: `3.1 ms`. */
  readonly value: string;
  /** What it should not exceed, in the same form; absent where no bar is set. */
  readonly bar?: string;
}

/** A bench: its file is listed in `run.ts`. */
export interface Bench {
  readonly name: string;
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

/** The median of some ratios, and within what they lie: how far apart they are says how noisy the machine was. */
export function spread(ratios: readonly number[]): string {
  const [least, middle, most] = [0, 0.5, 1].map((share) => percentile(ratios, share).toFixed(2));
  return `${middle} (${least} to ${most})`;
}
