import { guessOf, tellDone } from "./done.ts";
import { part, show } from "./element-parts.ts";
import { type Happening, type Question, questionView, verdictLine, verdictView } from "./prediction-view.ts";

let count = 0;

/**
 * Predict, fire, compare: asks a question in `place`, keeps the reader's guess while the demo fires, and sets what
 * happened beside it. Nothing waits for a guess: a demo that is fired without one has been skipped.
 */
export class Prediction {
  readonly #place: HTMLElement;
  readonly #signal: AbortSignal;
  #question: Question | null = null;

  constructor(place: HTMLElement, signal: AbortSignal) {
    this.#place = place;
    this.#signal = signal;
    place.classList.add("prediction");
  }

  /** Ask, in the place of what stood there. `skip` runs when the reader skips: it moves the focus on. */
  ask(question: Question, skip: () => void): void {
    this.#question = question;
    count += 1;
    show(this.#place, questionView(question, `prediction-${count}`));
    part(this.#place, "button").addEventListener(
      "click",
      () => {
        this.clear();
        skip();
      },
      { signal: this.#signal },
    );
  }

  /** Whether a question waits for what happens. */
  get isAsked(): boolean {
    return this.#question !== null;
  }

  /** The number of the chosen answer, or null. */
  get guess(): number | null {
    const chosen = this.#place.querySelector<HTMLInputElement>("input:checked");
    return chosen ? Number(chosen.value) : null;
  }

  /** Show the guess beside what happened; returns the one sentence to announce. */
  compare(happening: Happening): string {
    const question = this.#question;
    if (!question) return happening.text;
    const { guess } = this;
    this.#question = null;
    show(this.#place, verdictView(question, guess, happening));
    const right = happening.choice === null ? null : [happening.choice];
    tellDone(this.#place, guessOf(question.text, question.choices, guess === null ? [] : [guess], right));
    return verdictLine(question, guess, happening);
  }

  clear(): void {
    this.#question = null;
    this.#place.replaceChildren();
  }
}
