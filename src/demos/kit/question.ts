import { tellDone } from "./done.ts";
import { show } from "./element-parts.ts";
import { guessOf } from "./guess.ts";
import { type Came, isRightGuess, type Question, questionView, verdictLine, verdictView } from "./question-view.ts";

/**
 * Predict, act, compare. Asks in a place of its own, which stays after the act with the reader's choice marked, and sets what
 * came beside it in another place, below the controls. Nothing waits for a guess.
 */
export class AskedQuestion {
  readonly #place: HTMLElement;
  readonly #verdict: HTMLElement;
  /** Sets the question's buttons apart from others in the page. */
  readonly #name: string;
  #question: Question | null = null;

  constructor(place: HTMLElement, verdict: HTMLElement, name: string) {
    this.#place = place;
    this.#verdict = verdict;
    this.#name = name;
  }

  /** Ask, in the place of the question before. */
  ask(question: Question): void {
    const pose = (): void => show(this.#place, questionView(question, `${this.#name}-choice`));
    // The first one comes with the demo, wherever the reader is then.
    if (this.#question) this.#keepBelow(pose);
    else pose();
    this.#question = question;
    this.#verdict.replaceChildren();
  }

  /** Take no more guesses. */
  close(): void {
    this.#place.querySelector("fieldset")?.setAttribute("disabled", "");
  }

  /** Ask nothing. */
  clear(): void {
    this.#question = null;
    this.#place.replaceChildren();
    this.#verdict.replaceChildren();
  }

  /** The numbers of the choices that its author marked as right. */
  get right(): readonly number[] {
    return (this.#question?.choices ?? []).flatMap(({ isRight }, index) => (isRight ? [index] : []));
  }

  /** The numbers of the choices that are taken. */
  get guess(): readonly number[] {
    return [...this.#place.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => Number(value));
  }

  /** Take these choices, as a reader did who comes back. */
  take(guess: readonly number[]): void {
    for (const [index, input] of this.#inputs.entries()) input.checked = guess.includes(index);
  }

  /**
   * Show what came beside the guess, and mark both in the question; returns the one sentence to announce. What is ahead is what will
   * come long after an act: it only takes its room, so that nothing moves then, and styles cover it.
   */
  compare(came: Came, isAhead = false): string {
    const text = plain(came.text);
    const question = this.#question;
    if (!question) return text;
    const { guess } = this;
    if (!isAhead) this.#mark(guess, came);
    this.#verdict.toggleAttribute("data-ahead", isAhead);
    show(this.#verdict, verdictView(question, guess, came));
    const choices = question.choices.map((choice) => ({ ...choice, text: plain(choice.text) }));
    if (!isAhead) tellDone(this.#place, guessOf(plain(question.text), choices, guess, came.right));
    return verdictLine(guess, came, text);
  }

  /** Whether the latest guess was right; null where none was made or none was foreseen. */
  isRight(came: Came): boolean | null {
    return this.guess.length === 0 || came.right === null ? null : isRightGuess(this.guess, came);
  }

  get #inputs(): readonly HTMLInputElement[] {
    return [...this.#place.querySelectorAll("input")];
  }

  #mark(guess: readonly number[], { right }: Came): void {
    this.close();
    this.#keepBelow(() => {
      for (const [index, input] of this.#inputs.entries()) {
        const label = input.closest("label");
        label?.toggleAttribute("data-taken", guess.includes(index));
        label?.toggleAttribute("data-right", right?.includes(index) ?? false);
      }
    });
  }

  /** Change the question's height, while the controls below it stay where they are in the window. */
  #keepBelow(change: () => void): void {
    const top = (): number => this.#verdict.getBoundingClientRect().top;
    const before = top();
    change();
    // Who reads above the question has it all in sight.
    if (before > 0 && before < innerHeight * 2) scrollBy({ top: top() - before, behavior: "instant" });
  }
}

/** HTML as plain text. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}
