import type { Exchange } from "../http/exchange.ts";
import { connect, connected } from "../lab/connect.ts";
import { hostLine, outcomeLine } from "../view/exchange-view.ts";
import {
  benchView,
  cookieFrom,
  greeting,
  greetsStranger,
  isKnown,
  question,
  visit,
  visitsLedger,
} from "../view/visits-cookie-view.ts";
import { type DemoHistory, nothingYet, remember } from "./demo-history.ts";
import { part, show } from "./element-parts.ts";
import { fire } from "./fire.ts";
import { Prediction } from "./prediction.ts";

/** The same request, again and again, to a server that knows its visitors by a cookie only. */
class VisitsCookie extends HTMLElement {
  #history: DemoHistory<Exchange> = nothingYet;
  #figure: readonly Node[] = [];
  /** What a browser that keeps cookies would have kept. */
  #kept: string | null = null;
  #prediction: Prediction | null = null;
  #listening = new AbortController();

  /** The latest cycles, as plain data. */
  get exchanges(): readonly Exchange[] {
    return this.#history.kept;
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#figure = [...part(this, ".rows").childNodes];
    const bench = part(this, ".bench");
    show(bench, benchView());
    this.#prediction = new Prediction(part(bench, ".guess"), signal);
    part(bench, "[value=send]").addEventListener("click", () => this.#send(), { signal });
    part(bench, "[value=afresh]").addEventListener("click", () => this.#afresh(), { signal });
    part(bench, "[type=checkbox]").addEventListener("change", () => this.#keep(), { signal });
    this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    part(this, ".bench").replaceChildren();
    part(this, ".rows").replaceChildren(...this.#figure);
    this.dataset["state"] = "static";
  }

  #begin(): void {
    this.#history = nothingYet;
    this.#kept = null;
    part<HTMLInputElement>(this, "[type=checkbox]").checked = false;
    this.dataset["state"] = "ready";
    this.#prediction?.ask(question, () => part<HTMLButtonElement>(this, "[value=send]").focus());
    show(part(this, ".rows"), visitsLedger([]));
  }

  get #keeps(): boolean {
    return part<HTMLInputElement>(this, "[type=checkbox]").checked;
  }

  #keep(): void {
    this.#kept = null;
    this.#say(
      this.#keeps
        ? "From now on, what a Set-Cookie field brings is kept, and sent back in a Cookie field."
        : "The cookie is thrown away, and no other is kept.",
    );
  }

  async #send(): Promise<void> {
    if (this.dataset["state"] === "sending") return;
    this.dataset["state"] = "sending";
    this.#say("Sending …");
    const request = visit(this.#keeps ? this.#kept : null);
    const exchange = await fire("visitor", request, {
      kind: "send",
      text: "You press Send. It stands for clicking a link.",
    });
    if (!this.isConnected) return;
    this.#history = remember(this.#history, exchange);
    if (this.#keeps) this.#kept = cookieFrom(exchange) ?? this.#kept;
    this.dataset["host"] = exchange.host;
    this.dataset["state"] = exchange.response ? "done" : "failed";
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    show(part(this, ".rows"), visitsLedger(this.exchanges, this.#history.forgotten));
    this.#say(`${outcomeLine(exchange)}. ${greeting(exchange)} ${this.#compare(exchange)}`.trim());
  }

  /** Once the same request has been answered twice, set that beside the guess; gives the sentence to announce. */
  #compare(exchange: Exchange): string {
    const isAgain = this.exchanges.filter(({ response }) => response !== null).length > 1;
    if (!isAgain || !exchange.response || !this.#prediction?.isAsked || isKnown(exchange)) return "";
    return this.#prediction.compare({
      choice: greetsStranger,
      text: "The server greeted a stranger again.",
      why: "Nothing in the second request says that the first one was yours, so each is handled afresh. Now keep cookies: the answer’s Set-Cookie gives you a number, and the next request brings it back.",
    });
  }

  #afresh(): void {
    this.#begin();
    this.#say("The record is empty, and the library has its first data again.");
    connect()
      .then((lab) => lab.reset())
      .catch((error: Error) => this.#say(error.message));
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

customElements.define("visits-cookie", VisitsCookie);
