import type { Exchange } from "../../http/exchange.ts";
import { codeMissing, LabError } from "../../lab/page/lab.ts";
import { awaited, button, part } from "../kit/element-parts.ts";
import { keptText } from "../kit/kept-text.ts";
import type { AskedQuestion } from "../kit/question.ts";
import type { Question } from "../kit/question-view.ts";
import type { Desk } from "./desk.ts";
import type { Recorded } from "./figure.ts";

/** One request block: its transcript from the build, and the controls that make it live. What they do comes when it is wanted. */
export class HttpExchange extends HTMLElement {
  /** The cycle that is on show, as plain data. */
  exchange: Exchange | null = null;
  /** What the reader is asked first, until they skip it. */
  asked: AskedQuestion | null = null;
  #recorded: Recorded | null = null;
  #desk: Desk | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.exchange ??= this.recorded.exchange;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const controls = document.createElement("div");
    controls.className = "controls";
    const press = (name: string, act: (desk: Desk) => unknown, meanwhile = "") => {
      const pressed: HTMLButtonElement = button(name, () => this.#press(pressed, act, meanwhile), signal);
      return pressed;
    };
    // No browser sends a message that is written by hand.
    if (this.exchange.interaction.kind !== "hand") {
      const send = press("Send", (desk) => desk.send(), "Sending …");
      send.className = "primary";
      const edit = press("Edit", (desk) => desk.toggleEditor());
      edit.value = "edit";
      edit.setAttribute("aria-expanded", "false");
      controls.append(send, edit);
    }
    const copy = press("Copy", (desk) => desk.toggleCopies(copy));
    copy.className = "opens-menu";
    copy.setAttribute("aria-haspopup", "menu");
    copy.setAttribute("aria-expanded", "false");
    const startOver = press("Start over", (desk) => desk.startOver());
    startOver.value = "start-over";
    // There is nothing yet to take back.
    startOver.hidden = this.dataset["state"] === "static";
    controls.append(copy, startOver);
    part(this, ".exchange-head").after(controls);
    if (keptText(this.keptAs) !== null) this.#press(controls, (desk) => desk.toggleEditor(), "");
    const { question } = this.recorded;
    if (question && this.dataset["state"] === "static") this.#askFirst(question, controls, copy, signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#desk?.closeEditor();
    for (const made of this.querySelectorAll(":scope > :is(.question, .controls, .verdict)")) made.remove();
  }

  /** What the build recorded. */
  get recorded(): Recorded {
    this.#recorded ??= JSON.parse(part(this, "script").textContent) as Recorded;
    return this.#recorded;
  }

  /** The name under which an edited request outlives a reload. */
  get keptAs(): string {
    return `${this.dataset["client"]}-edited`;
  }

  /** Aborts when the element leaves the page. */
  get signal(): AbortSignal {
    return this.#listening.signal;
  }

  /** All that the reader can do here. Rejects with a LabError where its code does not come. */
  async desk(): Promise<Desk> {
    const { Desk } = await import("./desk.ts").catch(codeMissing);
    this.#desk ??= new Desk(this);
    return this.#desk;
  }

  say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }

  async #press(pressed: HTMLElement, act: (desk: Desk) => unknown, meanwhile: string): Promise<void> {
    if (this.dataset["state"] === "sending") return;
    if (meanwhile) this.say(meanwhile);
    try {
      await act(await awaited(pressed, this.desk()));
    } catch (error) {
      if (meanwhile) this.dataset["state"] = "failed";
      this.say(missed(error));
    }
  }

  /** Cover the recorded answer until the reader has sent the request or wants to see it without a guess. */
  #askFirst(question: Question, controls: Element, copy: Element, signal: AbortSignal): void {
    const [place, verdict] = [document.createElement("div"), document.createElement("div")];
    place.className = "question";
    verdict.className = "verdict";
    controls.before(place);
    part(this, "[role=status]").after(verdict);
    const skip = button("Just show me", () => this.#skip(), signal);
    skip.value = "skip";
    copy.before(skip);
    this.classList.add("covered");
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        import("../kit/question.ts").then(
          ({ AskedQuestion }) => {
            if (!this.classList.contains("covered")) return;
            this.asked = new AskedQuestion(place, verdict, this.dataset["client"] ?? "");
            this.asked.ask(question);
          },
          // Without the question, the transcript is simply on show.
          () => this.uncover(),
        );
      },
      { rootMargin: "100% 0px" },
    );
    near.observe(this);
    signal.addEventListener("abort", () => near.disconnect());
  }

  #skip(): void {
    this.asked?.close();
    this.asked = null;
    this.uncover();
    part<HTMLButtonElement>(this, ".primary").focus();
  }

  /** Show what came. */
  uncover(): void {
    this.classList.remove("covered");
    this.querySelector("[value=skip]")?.remove();
  }
}

/** Several requests in order, with one button that sends them all. */
class RequestBlock extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const controls = document.createElement("div");
    controls.className = "controls";
    const all = button("Send all in order", () => this.#do("send"), signal);
    all.className = "primary";
    controls.append(
      all,
      button("Start all over", () => this.#do("start over"), signal),
    );
    part(this, ":scope > [role=status]").before(controls);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.querySelector(":scope > .controls")?.remove();
  }

  async #do(what: "send" | "start over"): Promise<void> {
    const status = part(this, ":scope > [role=status]");
    try {
      const block = await import("./block.ts").catch(codeMissing);
      status.textContent = await (what === "send" ? block.sendInOrder(this) : block.startOver(this));
    } catch (error) {
      status.textContent = missed(error);
    }
  }
}

/** The sentence for code that did not come when a button wanted it; throws what is another error. */
function missed(error: unknown): string {
  if (!(error instanceof LabError)) throw error;
  return `The code behind this button could not be loaded. ${error.remedy}`;
}

customElements.define("demo-exchange", HttpExchange);
customElements.define("request-block", RequestBlock);
