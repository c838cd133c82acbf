import { type BeliefStory, beliefStories } from "../demos/kit/belief-stories.ts";
import type { Guess } from "../demos/kit/done.ts";
import type { Kept, KeptGuess } from "../demos/kit/kept.ts";

/** A part of a lesson, with the demos in it that count, by their ids. */
export interface LessonPart {
  readonly id: string;
  readonly acts: readonly string[];
}

/** What is kept after a reader has done what a demo is for. Of guesses at one question the first and the latest stay. */
export function afterDone(kept: Kept, demo: string, part: string, guess: Guess | null): Kept {
  const acts = kept.acts.includes(demo) ? kept.acts : [...kept.acts, demo];
  return guess ? { ...kept, acts, guesses: withGuess(kept.guesses, { ...guess, demo, part }) } : { ...kept, acts };
}

function withGuess(guesses: readonly KeptGuess[], guess: KeptGuess): readonly KeptGuess[] {
  const same = guesses.filter((each) => each.demo === guess.demo && isSameQuestion(each, guess));
  const latest = same.at(-1);
  // The same act once more is no new guess.
  if (latest?.expected === guess.expected) return guesses;
  return [...guesses.filter((each) => each !== latest || each === same[0]), guess];
}

/** One question may be asked of several requests; then the beliefs tell them apart. */
function isSameQuestion(one: Guess, other: Guess): boolean {
  return one.asked === other.asked && one.beliefs.join() === other.beliefs.join();
}

/** The ids of the parts whose acts are all done. A part without acts is never ticked. */
export function partsDone(parts: readonly LessonPart[], done: readonly string[]): readonly string[] {
  return parts.filter(({ acts }) => acts.length > 0 && acts.every((act) => done.includes(act))).map(({ id }) => id);
}

/** The beliefs that come back, each one part after the part in which it was held last: one for a part, by the part's id. */
export function toAskAgain(
  guesses: readonly KeptGuess[],
  parts: readonly { readonly id: string }[],
): Map<string, string> {
  const again = new Map<string, string>();
  for (const { belief, latest, isHeld } of beliefStories(guesses)) {
    const index = parts.findIndex(({ id }) => id === latest.part);
    const next = isHeld && index >= 0 ? parts[index + 1] : undefined;
    if (next && !again.has(next.id)) again.set(next.id, belief);
  }
  return again;
}

/** What the reader believed at first, and what is left of it, in one line; null where no belief could show yet. */
export function beliefLine(stories: readonly BeliefStory[]): string | null {
  if (stories.length === 0) return null;
  const first = stories.filter((story) => story.first !== null).length;
  const now = stories.filter(({ isHeld }) => isHeld).length;
  return `You believed ${first} of ${stories.length}. Now: ${now}.`;
}
