import { questions, rubric } from "../view/lesson-check-questions.ts";
import {
  explainView,
  isRight,
  noteView,
  optionVerdict,
  questionsView,
  questionView,
} from "../view/lesson-check-view.ts";
import { loadResults, noResults, type Results, resultsKey, saveResults } from "./check-results.ts";
import { part, show } from "./element-parts.ts";
import { StageOrder } from "./stage-order.ts";

const kept = "Your answers stay in this browser, and are sent nowhere.";
const notKept =
  "This browser keeps nothing for this site, so your answers are gone when you leave the page. They are sent nowhere.";

/** The check at the end of the lesson: five stages to order, ten questions, and the cycle in the reader's own words. */
class LessonCheck extends HTMLElement {
  #results: Results = noResults;
  #key = "";
  #current = 0;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.#key = resultsKey(basePath());
    this.#results = loadResults(this.#key);
    for (const body of this.querySelectorAll<HTMLElement>(".lesson-check-static")) {
      body.hidden = true;
      const live = document.createElement("div");
      live.className = "lesson-check-body";
      body.after(live);
    }
    const note = document.createElement("div");
    note.className = "lesson-check-note";
    show(note, noteView());
    this.append(note);
    part(note, "button").addEventListener("click", () => this.#clear(), this.#until);
    this.addEventListener("submit", (event) => event.preventDefault(), this.#until);
    this.#start();
    this.#keep();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    for (const element of this.querySelectorAll(".lesson-check-body, .lesson-check-note")) element.remove();
    for (const body of this.querySelectorAll<HTMLElement>(".lesson-check-static")) body.hidden = false;
    this.dataset["state"] = "static";
  }

  get #until(): AddEventListenerOptions {
    return { signal: this.#listening.signal };
  }

  /** Show the three parts as the results have them. */
  #start(): void {
    new StageOrder(this.#body("order"), this.#results, (change) => this.#save(change), this.#listening.signal);
    this.#startQuestions();
    this.#startExplaining();
  }

  #startQuestions(): void {
    const body = this.#body("questions");
    show(body, questionsView());
    const form = part(body, "form");
    form.addEventListener("click", (event) => this.#press((event.target as Element).closest("button")), this.#until);
    form.addEventListener("submit", () => this.#checkAnswer(), this.#until);
    const open = questions.findIndex(({ id }) => this.#results.answers[id] === undefined);
    this.#ask(Math.max(open, 0));
  }

  #press(pressed: HTMLButtonElement | null): void {
    if (pressed?.value === "next") {
      this.#ask((this.#current + 1) % questions.length);
      part<HTMLElement>(this.#body("questions"), "fieldset").focus();
    } else if (pressed?.value) this.#ask(Number(pressed.value));
  }

  #ask(index: number): void {
    const question = questions[index];
    if (!question) return;
    this.#current = index;
    const body = this.#body("questions");
    const chosen = this.#results.answers[question.id];
    show(part(body, ".lesson-check-question"), questionView(question, index, chosen ?? null));
    this.#judge(chosen);
    this.#sayIn("[data-part=questions]", "");
    this.#number();
  }

  /** Show what is to be said of an option of the current question; nothing where none is chosen. */
  #judge(chosen: number | undefined): void {
    const verdict = part(this.#body("questions"), ".lesson-check-verdict");
    const option = questions[this.#current]?.options[chosen ?? -1];
    if (option) show(verdict, optionVerdict(option));
    else verdict.replaceChildren();
  }

  #checkAnswer(): void {
    const question = questions[this.#current];
    const chosen = this.#body("questions").querySelector<HTMLInputElement>("input:checked");
    const option = question?.options[Number(chosen?.value)];
    if (!question || !chosen || !option) {
      this.#sayIn("[data-part=questions]", "Choose an answer first.");
      return;
    }
    this.#save({ answers: { ...this.#results.answers, [question.id]: Number(chosen.value) } });
    this.#judge(Number(chosen.value));
    this.#number();
    const right = questions.filter((each) => this.#verdict(each.id) === "right").length;
    const all = right === questions.length ? " You know the cycle." : "";
    this.#sayIn(
      "[data-part=questions]",
      `${isRight(option) ? "Right." : "Not so."} ${right} of ${questions.length} are right so far.${all}`,
    );
  }

  #verdict(id: string): "right" | "wrong" | "open" {
    const option = questions.find((question) => question.id === id)?.options[this.#results.answers[id] ?? -1];
    return option ? (isRight(option) ? "right" : "wrong") : "open";
  }

  /** Bring the row of numbers up to date. */
  #number(): void {
    for (const [index, { id }] of questions.entries()) {
      const number = part(this, `.lesson-check-numbers [value="${index}"]`);
      const verdict = this.#verdict(id);
      number.setAttribute("data-verdict", verdict);
      number.setAttribute("aria-label", `Question ${index + 1}, ${verdict === "open" ? "not answered" : verdict}`);
      if (index === this.#current) number.setAttribute("aria-current", "true");
      else number.removeAttribute("aria-current");
    }
    this.dataset["state"] = questions.every(({ id }) => this.#verdict(id) === "right") ? "done" : "ready";
  }

  #startExplaining(): void {
    const body = this.#body("explain");
    show(body, explainView());
    const words = part<HTMLTextAreaElement>(body, "textarea");
    words.value = this.#results.words;
    const boxes = [...body.querySelectorAll<HTMLInputElement>("input")];
    for (const [index, box] of boxes.entries()) box.checked = this.#results.points.includes(index);
    words.addEventListener("input", () => this.#save({ words: words.value }), this.#until);
    part(body, "fieldset").addEventListener(
      "change",
      () => {
        const points = boxes.flatMap((box, index) => (box.checked ? [index] : []));
        this.#save({ points });
        this.#sayIn("[data-part=explain]", `${points.length} of ${rubric.length} points.`);
      },
      this.#until,
    );
    const compare = part<HTMLButtonElement>(body, "[value=compare]");
    compare.addEventListener(
      "click",
      () => {
        const model = part<HTMLElement>(body, ".lesson-check-model");
        model.hidden = !model.hidden;
        compare.setAttribute("aria-expanded", String(!model.hidden));
      },
      this.#until,
    );
  }

  #save(change: Partial<Results>): void {
    this.#results = { ...this.#results, ...change };
    this.#keep();
  }

  /** Store the results, and say whether the browser allows it. */
  #keep(): void {
    const isKept = saveResults(this.#key, this.#results);
    part(this, ".lesson-check-note > p").textContent = isKept ? kept : notKept;
  }

  #clear(): void {
    this.#results = noResults;
    this.#keep();
    this.#start();
    this.#sayIn(".lesson-check-note", "Cleared: all three parts are as they were at first.");
  }

  #body(name: "order" | "questions" | "explain"): HTMLElement {
    return part(this, `[data-part=${name}] .lesson-check-body`);
  }

  #sayIn(place: string, text: string): void {
    part(this, `${place} [role=status]`).textContent = text;
  }
}

/** The path of the folder that the site stands in, which the page knows by where its lab is. */
function basePath(): string {
  const lab = document.querySelector<HTMLLinkElement>("link[rel=lab-worker]");
  return new URL("../", lab?.href ?? location.href).pathname;
}

customElements.define("lesson-check", LessonCheck);
