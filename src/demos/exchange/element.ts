import type { Exchange } from "../../http/exchange.ts";
import { codeMissing, LabError } from "../../lab/page/lab.ts";
import { button, part } from "../kit/element-parts.ts";
import { keptText } from "../kit/kept-text.ts";
import type { Desk } from "./desk.ts";
import type { Recorded } from "./figure.ts";

/** Sets what came, and what is said of it, beside what the reader predicted; gives the sentence to announce. */
export type Compare = (exchange: Exchange, said: string) => string;

/** One request block: its transcript from the build, and the controls that make it live. What they do comes when it is wanted. */
export class HttpExchange extends HTMLElement {
  /** The cycle that is on show, as plain data. */
  exchange: Exchange | null = null;
  compare: Compare | null = null;
  #recorded: Recorded | null = null;
  #desk: Desk | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.exchange ??= this.recorded.exchange;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const controls = document.createElement("div");
    controls.className = "controls";
    const press = (name: string, act: (desk: Desk) => unknown, meanwhile = "") =>
      button(name, () => this.#press(act, meanwhile), signal);
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
    const reset = press("Reset", (desk) => desk.reset());
    reset.value = "reset";
    // There is nothing yet to take back.
    reset.hidden = this.dataset["state"] === "static";
    controls.append(copy, reset);
    part(this, ".exchange-head").after(controls);
    if (keptText(this.keptAs) !== null) this.#press((desk) => desk.toggleEditor(), "");
    if ("predict" in this.dataset && this.dataset["state"] === "static") this.#askFirst(controls, signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#desk?.closeEditor();
    this.querySelector(".controls")?.remove();
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

  async #press(act: (desk: Desk) => unknown, meanwhile: string): Promise<void> {
    if (this.dataset["state"] === "sending") return;
    if (meanwhile) this.say(meanwhile);
    try {
      await act(await this.desk());
    } catch (error) {
      if (meanwhile) this.dataset["state"] = "failed";
      this.say(missed(error));
    }
  }

  /** Hide the recorded answer until the reader has predicted it, skipped, or sent the request. */
  async #askFirst(controls: HTMLElement, signal: AbortSignal): Promise<void> {
    const place = document.createElement("div");
    try {
      const { askForStatus } = await import("./status-prediction.ts");
      if (signal.aborted) return;
      this.compare = askForStatus(place, this.recorded.exchange, () => this.#reveal(), signal);
      controls.after(place);
      this.classList.add("unrevealed");
    } catch {
      // Without the question, the transcript simply stays on show.
    }
  }

  #reveal(): void {
    this.classList.remove("unrevealed");
    part<HTMLButtonElement>(this, ".primary").focus();
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
      button("Reset all", () => this.#do("reset"), signal),
    );
    part(this, ":scope > [role=status]").before(controls);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.querySelector(":scope > .controls")?.remove();
  }

  async #do(what: "send" | "reset"): Promise<void> {
    const status = part(this, ":scope > [role=status]");
    try {
      const block = await import("./block.ts").catch(codeMissing);
      status.textContent = await (what === "send" ? block.sendInOrder(this) : block.resetAll(this));
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
