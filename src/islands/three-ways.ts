import type { Exchange } from "../http/exchange.ts";
import { connect, connected } from "../lab/connect.ts";
import { hostLine } from "../view/exchange-view.ts";
import { threeWaysColumns, threeWaysParts } from "../view/three-ways-view.ts";
import { part, show } from "./element-parts.ts";
import type { MiniBrowser } from "./mini-browser.ts";
import "./mini-browser.ts";
import { Prediction } from "./prediction.ts";
import { showLedger } from "./show-ledger.ts";
import { type Episode, episodeLine, steps } from "./three-ways-steps.ts";

/** A browser beside a ledger of what the server saw of it, and some things to do in the browser. */
class ThreeWays extends HTMLElement {
  #recorded: readonly Node[] | null = null;
  #browser: MiniBrowser | null = null;
  #prediction: Prediction | null = null;
  #step = 0;
  #requests: readonly Exchange[] = [];
  #listening = new AbortController();

  /** The requests in the ledger, as plain data; the latest fifty. */
  get exchanges(): readonly Exchange[] {
    return this.#browser?.exchanges ?? [];
  }

  connectedCallback(): void {
    this.#recorded ??= [...this.childNodes];
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    show(this, threeWaysParts());
    const browser = part<MiniBrowser>(this, "mini-browser");
    this.#browser = browser;
    browser.addEventListener("exchange", ({ detail }) => this.#hear(detail), { signal });
    browser.addEventListener("stay", ({ detail }) => this.#end({ requests: [], stay: detail }), { signal });
    browser.addEventListener("shown", () => this.#end({ requests: this.#requests, stay: null }), { signal });
    this.#prediction = new Prediction(part(this, ".guess"), signal);
    this.#next.addEventListener("click", () => this.#advance(), { signal });
    this.#showRows();
    this.#ask(0);
    this.dataset["state"] = "ready";
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.replaceChildren(...(this.#recorded ?? []));
    this.dataset["state"] = "static";
  }

  get #next(): HTMLButtonElement {
    return part(this, ".step .controls button");
  }

  #ask(step: number): void {
    this.#step = step;
    const { todo, question } = steps[step] as (typeof steps)[number];
    part(this, ".todo").textContent = `Step ${step + 1} of ${steps.length}. ${todo}`;
    this.#next.textContent = step === steps.length - 1 ? "Start again" : "Next step";
    this.#prediction?.ask(question, () => this.#next.focus());
  }

  async #advance(): Promise<void> {
    if (this.#step < steps.length - 1) {
      this.#ask(this.#step + 1);
      return;
    }
    this.#ask(0);
    this.#browser?.startAfresh();
    this.#showRows();
    this.#say("The ledger is empty, the library has its first books again, and the browser is new.");
    await connect()
      .then((lab) => lab.reset())
      .catch(() => this.#say("The ledger is empty, and the browser is new."));
  }

  #hear(exchange: Exchange): void {
    this.#requests = [...this.#requests, exchange];
    this.dataset["state"] = "sending";
    this.dataset["host"] = exchange.host;
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    this.#showRows();
  }

  /** An action has come to its end: say what it led to, beside what the reader expected. */
  #end(episode: Episode): void {
    this.#requests = [];
    this.dataset["state"] = this.#browser?.dataset["state"] ?? "done";
    const happening = steps[this.#step]?.happened(episode) ?? null;
    this.#say(happening && this.#prediction ? this.#prediction.compare(happening) : episodeLine(episode));
  }

  #showRows(): void {
    showLedger(part(this, ".rows"), {
      caption: "What the server saw",
      columns: threeWaysColumns,
      exchanges: this.exchanges,
      forgotten: this.#browser?.forgotten ?? 0,
      empty: "No request has come yet.",
    });
  }

  #say(text: string): void {
    part(this, ".record > [role=status]").textContent = text;
  }
}

customElements.define("three-ways", ThreeWays);
