import { html } from "../../html.ts";
import { answerTo, keepAnswer, partsIn, textIn, textsIn } from "../kit/answers.ts";
import { tellDone } from "../kit/done.ts";
import { part, show } from "../kit/element-parts.ts";
import { Framed } from "../kit/framed.ts";
import { mostLike } from "../kit/likeness.ts";
import { plainText } from "../kit/plain-text.ts";
import type { ExplainConfig } from "./config.ts";
import { modelView } from "./figure.ts";

/** A place for the reader's own words, and a model answer to compare them with. */
export class Explain extends Framed<ExplainConfig> {
  #compare: HTMLButtonElement | null = null;

  protected start(): void {
    show(this.place("question"), html`<textarea rows="8" aria-label="${this.#asked}"></textarea>`);
    show(this.place("result"), modelView(this.config));
    this.#compare = this.action("Compare with a model answer", () => this.#toggle());
    this.#words.addEventListener("input", () => this.#keep(), { signal: this.signal });
    this.place("result").addEventListener("change", () => this.#tick(), { signal: this.signal });
    this.#fill(partsIn(answerTo(this.#asked)));
  }

  /** Forget the reader's words. */
  startOver(): void {
    keepAnswer(this.#asked, undefined);
    this.#fill({});
    this.say("");
  }

  /** The task without marks, by which the reader's words are known again. */
  get #asked(): string {
    return this.place("task").textContent.trim();
  }

  get #words(): HTMLTextAreaElement {
    return part(this, ":scope > .question textarea");
  }

  get #boxes(): readonly HTMLInputElement[] {
    return [...this.place("result").querySelectorAll("input")];
  }

  #fill({ words, points }: Readonly<Record<string, unknown>>): void {
    const texts = this.config.points.map(plainText);
    const ticked = textsIn(points).map((point) => mostLike(point, texts));
    this.#words.value = textIn(words);
    for (const [index, box] of this.#boxes.entries()) box.checked = ticked.includes(index);
    this.#open(false);
  }

  #toggle(): void {
    const isShut = this.place("result").hidden === true;
    this.#open(isShut);
    this.say(isShut ? "A model answer stands below." : "");
    tellDone(this);
  }

  #open(open: boolean): void {
    this.place("result").hidden = !open;
    this.#compare?.setAttribute("aria-expanded", String(open));
  }

  #tick(): void {
    this.#keep();
    const ticked = this.#boxes.filter(({ checked }) => checked).length;
    this.say(`${ticked} of ${this.config.points.length} points.`);
  }

  #keep(): void {
    const points = this.config.points.filter((_, index) => this.#boxes[index]?.checked).map(plainText);
    keepAnswer(this.#asked, { words: this.#words.value, points });
  }
}

customElements.define("demo-explain", Explain);
