import { built, type Html, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { Demo } from "../kit/demo.ts";
import { part, show } from "../kit/element-parts.ts";
import { keepPlace } from "../kit/keep-place.ts";
import { showLedger } from "../kit/show-ledger.ts";
import "../mini-browser/element.ts";
import type { MiniBrowser } from "../mini-browser/element.ts";
import type { Step, WalkConfig } from "./config.ts";
import { difference, type Episode, episodeLine, isAbout } from "./expect.ts";
import { walkColumns } from "./figure.ts";

/** A browser beside a ledger of what the server saw of it, and steps to take in the browser. */
class Walk extends Demo<WalkConfig> {
  #browser: MiniBrowser | null = null;
  #back: HTMLButtonElement | null = null;
  /** What the author says to do in all. */
  #task: Html = html``;
  #step = 0;
  /** The step that stands has been taken. */
  #isDone = false;
  #requests: readonly Exchange[] = [];

  /** The requests in the ledger, as plain data; the latest fifty. */
  get exchanges(): readonly Exchange[] {
    return this.#browser?.exchanges ?? [];
  }

  protected start(): void {
    this.#task = built(this.place("task").innerHTML);
    const browser = document.createElement("mini-browser") as MiniBrowser;
    browser.dataset["client"] = this.client;
    browser.dataset["home"] = this.config.start;
    browser.dataset["name"] = `Small browser: ${part(this, "h3").textContent}`;
    browser.dataset["quiet"] = "";
    const options = { signal: this.signal };
    browser.addEventListener("exchange", ({ detail }) => this.#hear(detail), options);
    browser.addEventListener("stay", ({ detail }) => this.#end({ requests: [], stay: detail }), options);
    browser.addEventListener("shown", () => this.#end({ requests: this.#requests, stay: null }), options);
    // What is said stands between the task and the browser, so that both are near it, and has room for the longest.
    this.place("verdict").before(browser);
    this.#browser = browser;
    this.place("task").ariaLive = "polite";
    if (this.config.steps.length > 1) {
      const next = this.action("Next", () => keepPlace(next, () => this.#go(this.#step + 1)));
      this.#back = this.action("Step back", () => keepPlace(next, () => this.#go(this.#step - 1)));
    }
    this.action("Start over", () => this.#startOver());
    this.#showRows();
    this.#ask(0);
  }

  #ask(step: number): void {
    this.#step = step;
    this.#isDone = false;
    const { steps } = this.config;
    const now = steps[step];
    if (!now) return;
    const place = html`<p class="place">Step ${step + 1} of ${steps.length}</p>`;
    show(this.place("task"), html`${step === 0 && this.#task}${place}<div class="todo">${built(now.todo)}</div>`);
    this.#back?.setAttribute("aria-disabled", String(step === 0));
    if (now.question) this.question.ask(now.question);
    else this.question.clear();
  }

  /** Go to a step; from the last one on to the first. */
  #go(to: number): void {
    const { steps } = this.config;
    const isPassed = to > this.#step && !this.#isDone;
    const passed = isPassed ? `Step ${this.#step + 1} was passed by. ` : "";
    if (to >= 0) this.#ask(to % steps.length);
    this.say(`${passed}Step ${this.#step + 1} of ${steps.length}.`);
  }

  async #startOver(): Promise<void> {
    this.#ask(0);
    this.#requests = [];
    this.#browser?.startAfresh();
    this.#showRows();
    this.say("The ledger is empty, the library has its first books again, and the browser is new.");
    if (!(await this.resetLibrary())) this.say("The ledger is empty, and the browser is new.");
  }

  #hear(exchange: Exchange): void {
    this.#requests = [...this.#requests, exchange];
    this.heard(exchange);
    this.state = "sending";
    this.#showRows();
  }

  /** An action has come to its end: say what it led to, beside what the reader expected. */
  #end(episode: Episode): void {
    this.#requests = [];
    this.state = this.#browser?.dataset["state"] === "failed" ? "failed" : "done";
    const step = this.config.steps[this.#step];
    this.say(step && isAbout(step.expected, episode) ? this.#compare(step, episode) : episodeLine(episode));
  }

  #compare({ question, expected, why }: Step, episode: Episode): string {
    this.#isDone = true;
    const text = html`${episodeLine(episode)}`.text;
    const copies = this.#browser?.copies.length ?? 0;
    const differs = difference(
      expected,
      episode,
      this.exchanges.filter((each) => !episode.requests.includes(each)),
    );
    if (differs === null) {
      const right = question?.choices.flatMap(({ isRight }, index) => (isRight ? [index] : [])) ?? [];
      return this.question.compare({ text, why, right });
    }
    const own =
      copies > 0 && html` The browser took ${copies} of the page’s parts from copies of its own, without a request.`;
    const told = html`<p>This time it went otherwise than when the page was written. ${differs}${own}</p>`;
    return this.question.compare({ text, why: told.text, right: null });
  }

  #showRows(): void {
    showLedger(this.place("result"), {
      caption: "What the server saw",
      columns: walkColumns,
      exchanges: this.exchanges,
      forgotten: this.#browser?.forgotten ?? 0,
      empty: "No request has come yet.",
    });
  }
}

customElements.define("demo-walk", Walk);
