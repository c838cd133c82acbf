import { Explain } from "../explain/element.ts";
import { keepsAnswers } from "../kit/answers.ts";
import { tellDone } from "../kit/done.ts";
import { button, part, show } from "../kit/element-parts.ts";
import { PutInOrder } from "../put-in-order/element.ts";
import { QuestionElement } from "../question/element.ts";
import { noteView, numbersView } from "./figure.ts";

const kept = "Your answers stay in this browser, and are sent nowhere.";
const notKept =
  "This browser keeps nothing for this site, so your answers are gone when you leave the page. They are sent nowhere.";

/** A check: its questions one at a time, with a number for each, and what is kept of the answers. */
class Check extends HTMLElement {
  #numbers: HTMLElement | null = null;
  #note: HTMLElement | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#startQuestions(signal);
    const note = document.createElement("div");
    note.className = "note";
    show(note, noteView());
    const startOver = button("Start over", () => this.#startOver(), signal);
    part(note, ".actions").append(startOver);
    this.append(note);
    this.#note = note;
    part(note, "p").textContent = keepsAnswers() ? kept : notKept;
    this.dataset["state"] = "ready";
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#numbers?.remove();
    this.#note?.remove();
    for (const question of this.#questions) question.hidden = false;
    this.dataset["state"] = "static";
  }

  get #questions(): readonly QuestionElement[] {
    return [...this.querySelectorAll<QuestionElement>("demo-question")];
  }

  #startQuestions(signal: AbortSignal): void {
    const questions = this.#questions;
    const [first] = questions;
    if (!first || questions.length < 2) return;
    const numbers = document.createElement("div");
    numbers.className = "numbers";
    show(numbers, numbersView(questions.length));
    numbers.addEventListener("click", ({ target }) => this.#press(target as Element), { signal });
    first.before(numbers);
    this.#numbers = numbers;
    for (const [index, question] of questions.entries()) {
      question.setAttribute("aria-label", `Question ${index + 1} of ${questions.length}`);
      question.tabIndex = -1;
      const next = question.addAction("Next", () => this.#ask((index + 1) % questions.length, true));
      next.setAttribute("aria-label", "Next question");
    }
    this.addEventListener("done", ({ target }) => target !== this && this.#hear(), { signal });
    const open = questions.findIndex(({ verdict }) => verdict === "open");
    this.#ask(Math.max(open, 0), false);
  }

  #press(target: Element): void {
    const pressed = target.closest("button");
    if (pressed) this.#ask(Number(pressed.value), true);
  }

  #ask(index: number, isAsked: boolean): void {
    const questions = this.#questions;
    for (const [place, question] of questions.entries()) question.hidden = place !== index;
    if (isAsked) questions[index]?.focus();
    this.#count();
  }

  /** A question has been answered. With the last one the check is done. */
  #hear(): void {
    this.#count();
    if (this.#questions.every(({ verdict }) => verdict !== "open")) tellDone(this);
  }

  /** Bring the row of numbers up to date. */
  #count(): void {
    const questions = this.#questions;
    for (const [index, { verdict, hidden }] of questions.entries()) {
      const number = this.#numbers?.children[index];
      number?.setAttribute("data-verdict", verdict);
      number?.setAttribute("aria-label", `Question ${index + 1}, ${verdict === "open" ? "not answered" : verdict}`);
      if (hidden) number?.removeAttribute("aria-current");
      else number?.setAttribute("aria-current", "true");
    }
    const right = questions.filter(({ verdict }) => verdict === "right").length;
    const isDone = questions.every(({ verdict }) => verdict !== "open");
    this.#say(isDone ? `${right} of ${questions.length} questions right.` : "");
  }

  #startOver(): void {
    for (const each of this.querySelectorAll("demo-question, put-in-order, demo-explain")) {
      if (each instanceof QuestionElement || each instanceof PutInOrder || each instanceof Explain) each.startOver();
    }
    if (this.#numbers) this.#ask(0, false);
    this.#say("All is as it was at first, and nothing is kept.");
  }

  #say(text: string): void {
    const place = this.#note?.querySelector("[role=status]");
    if (place) place.textContent = text;
  }
}

customElements.define("demo-check", Check);
