import type { Guess } from "./done.ts";

/** A guess from the choices that were offered, and the numbers of those that were taken and of those that were right. */
export function guessOf(
  asked: string,
  choices: readonly { readonly text: string; readonly belief?: string }[],
  taken: readonly number[],
  right: readonly number[] | null,
): Guess | null {
  const beliefs = [...new Set(choices.flatMap(({ belief }) => belief ?? []))];
  if (right === null || taken.length === 0 || beliefs.length === 0) return null;
  const chosen = taken.flatMap((index) => choices[index] ?? []);
  return {
    asked,
    expected: chosen.map(({ text }) => text).join(" · "),
    beliefs,
    held: chosen.flatMap(({ belief }, place) => (belief && !right.includes(taken[place] ?? -1) ? [belief] : [])),
  };
}
