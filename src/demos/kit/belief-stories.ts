import type { KeptGuess } from "./kept.ts";

/** What became of a belief, in the reader's own guesses. */
export interface BeliefStory {
  readonly belief: string;
  /** The guess that showed the belief; null where the first guess did not. */
  readonly first: KeptGuess | null;
  /** The first guess after it that did not; null where there is none yet. */
  readonly changed: KeptGuess | null;
  /** The latest guess at which the belief could show. */
  readonly latest: KeptGuess;
  /** Whether the latest guess still shows it. */
  readonly isHeld: boolean;
}

/** The beliefs that the reader's guesses could show, in the order in which they were met. */
export function beliefStories(guesses: readonly KeptGuess[]): readonly BeliefStory[] {
  const met = [...new Set(guesses.flatMap(({ beliefs }) => beliefs))];
  return met.flatMap((belief) => {
    const own = guesses.filter(({ beliefs }) => beliefs.includes(belief));
    const [first] = own;
    const latest = own.at(-1);
    if (!first || !latest) return [];
    const held = first.held.includes(belief);
    const changed = held ? (own.find((guess) => !guess.held.includes(belief)) ?? null) : null;
    return { belief, first: held ? first : null, changed, latest, isHeld: latest.held.includes(belief) };
  });
}
