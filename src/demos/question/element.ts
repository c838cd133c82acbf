import { built, html } from "../../html.ts";
import { answerTo, keepAnswer, textsIn } from "../kit/answers.ts";
import { tellDone } from "../kit/done.ts";
import { show } from "../kit/element-parts.ts";
import { Framed } from "../kit/framed.ts";
import { guessOf } from "../kit/guess.ts";
import { mostLike } from "../kit/likeness.ts";
import { plainText } from "../kit/plain-text.ts";
import type { QuestionConfig } from "./config.ts";
import { choiceView } from "./figure.ts";

/** How a question stands: not answered, or what the latest answer was. */
export type Verdict = "open" | "right" | "wrong";

/** A question to choose an answer to, check it, and be told why. It may be answered again. */
export class QuestionElement extends Framed<QuestionConfig> {
  verdict: Verdict = "open";

  protected start(): void {
    const { text, choices } = this.config;
    this.question.ask({ text, choices });
    this.action("Check", () => this.#check());
    const kept = textsIn(answerTo(this.#asked));
    const texts = choices.map((choice) => plainText(choice.text));
    const guess = kept.map((choice) => mostLike(choice, texts)).filter((index) => index >= 0);
    this.question.take(guess);
    if (guess.length > 0) this.#judge(guess);
  }

  /** A button beside Check, for what shows this question among others. */
  addAction(name: string, press: () => void): HTMLButtonElement {
    return this.action(name, press);
  }

  /** Forget the answer, and ask once more. */
  startOver(): void {
    keepAnswer(this.#asked, undefined);
    this.verdict = "open";
    this.say("");
    this.question.ask(this.config);
  }

  /** The question without marks, by which its answer is known again. */
  get #asked(): string {
    return plainText(this.config.text);
  }

  #check(): void {
    const { guess } = this.question;
    if (guess.length === 0) {
      this.say("Choose an answer first.");
      return;
    }
    const given = guess.map((index) => plainText(this.config.choices[index]?.text ?? ""));
    keepAnswer(this.#asked, given);
    this.#judge(guess);
    this.say(this.verdict === "right" ? "Right." : "Not quite.");
    const choices = this.config.choices.map((choice) => ({ ...choice, text: plainText(choice.text) }));
    const right = choices.flatMap(({ isRight }, index) => (isRight ? [index] : []));
    tellDone(this, guessOf(plainText(this.config.text), choices, guess, right));
  }

  #judge(guess: readonly number[]): void {
    const { choices, why } = this.config;
    const isRight = choices.every((choice, index) => choice.isRight === guess.includes(index));
    const missing = choices.filter((choice, index) => choice.isRight && !guess.includes(index)).length;
    const taken = guess.flatMap((index) => choices[index] ?? []);
    const isPart = !isRight && missing > 0 && taken.every((choice) => choice.isRight);
    this.verdict = isRight ? "right" : "wrong";
    this.dataset["verdict"] = this.verdict;
    const more = isPart && html`<p>That is right, and not all: there is more.</p>`;
    show(
      this.place("verdict"),
      html`<div class="judged ${this.verdict}">${taken.map(choiceView)}${more}${isRight ? built(why) : ""}</div>`,
    );
  }
}

customElements.define("demo-question", QuestionElement);
