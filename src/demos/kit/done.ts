/** What a reader expected where a wrong belief could lead astray; texts without marks. */
export interface Guess {
  readonly asked: string;
  readonly expected: string;
  /** The beliefs that lead to wrong choices of what was asked. */
  readonly beliefs: readonly string[];
  /** Those behind the choices that the reader took; none where the guess was right. */
  readonly held: readonly string[];
}

/** Who does something in a demo: sends, or compares a guess. It bubbles from there. */
export type Done = CustomEvent<Guess | null>;

/** Tell the page that a reader has done what a demo is for, and what they had expected, if they were asked. */
export function tellDone(from: Element, guess: Guess | null = null): void {
  from.dispatchEvent(new CustomEvent("done", { bubbles: true, detail: guess }));
}
