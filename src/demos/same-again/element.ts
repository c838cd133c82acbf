import { html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { fieldValue } from "../../http/message/message.ts";
import { Demo } from "../kit/demo.ts";
import { type DemoHistory, nothingYet, remember } from "../kit/demo-history.ts";
import { part, show } from "../kit/element-parts.ts";
import { outcomeSentence } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import { showRecord } from "../kit/show-ledger.ts";
import type { SameAgainConfig } from "./config.ts";
import { cookieFrom, cookieNote, greeting, sentView, withCookie } from "./figure.ts";

/** The same request, again and again; where the answer gives out a cookie, the reader may let it be kept. */
class SameAgain extends Demo<SameAgainConfig> {
  #history: DemoHistory<Exchange> = nothingYet;
  /** What a browser that keeps cookies would have kept. */
  #kept: string | null = null;
  #startOver: HTMLButtonElement | null = null;

  /** The latest cycles, as plain data. */
  get exchanges(): readonly Exchange[] {
    return this.#history.kept;
  }

  protected start(): void {
    const { givesCookie } = this.config;
    this.action("Send", () => this.#send());
    if (givesCookie) {
      this.place("actions").insertAdjacentHTML(
        "beforeend",
        html`<label class="keep"><input type="checkbox"> Keep cookies, and send them along</label>`.text,
      );
      this.#keep?.addEventListener("change", () => this.#keepOrNot(), { signal: this.signal });
    }
    this.#startOver = this.action("Start over", () => this.#begin("The record is empty."));
    show(this.place("result"), html`<div class="sent"></div>${givesCookie && cookieNote}`);
    this.#begin("");
  }

  #begin(said: string): void {
    const { question, choices } = this.config;
    this.#history = nothingYet;
    this.#kept = null;
    if (this.#keep) this.#keep.checked = false;
    if (this.#startOver) this.#startOver.hidden = true;
    this.state = "ready";
    if (question !== null) this.question.ask({ text: question, choices });
    showRecord(part(this, ".sent"), sentView([]), []);
    this.say(said);
  }

  get #keep(): HTMLInputElement | null {
    return this.querySelector("[type=checkbox]:where(.keep *)");
  }

  #keepOrNot(): void {
    this.#kept = null;
    this.say(
      this.#keep?.checked
        ? "From now on, what a Set-Cookie field brings is kept, and sent back in a Cookie field."
        : "The cookie is thrown away, and no other is kept.",
    );
  }

  async #send(): Promise<void> {
    if (this.state === "sending") return;
    this.state = "sending";
    this.say("Sending …");
    const { request, interaction } = this.config;
    const keeps = this.#keep?.checked ?? false;
    const exchange = await fire(this.client, withCookie(request, keeps ? this.#kept : null), interaction);
    if (!this.isConnected) return;
    this.#history = remember(this.#history, exchange);
    if (keeps) this.#kept = cookieFrom(exchange) ?? this.#kept;
    this.heard(exchange);
    if (this.#startOver) this.#startOver.hidden = false;
    showRecord(part(this, ".sent"), sentView(this.exchanges, this.#history.forgotten), this.exchanges);
    this.say(this.#compare(exchange) ?? `${outcomeSentence(exchange)} ${greeting(exchange)}`.trim());
  }

  /** Once the same request has been answered twice, set that beside the guess; gives the sentence to announce. */
  #compare(exchange: Exchange): string | null {
    const { question, choices, why, status } = this.config;
    const same = this.exchanges.filter(
      ({ request, response }) => response !== null && fieldValue(request.fields, "Cookie") === null,
    );
    if (question === null || same.length !== 2 || !same.includes(exchange)) return null;
    const isAsRecorded = exchange.response?.status === status;
    return this.question.compare({
      text: html`${greeting(exchange) || outcomeSentence(exchange)}`.text,
      why,
      right: isAsRecorded ? choices.flatMap(({ isRight }, index) => (isRight ? [index] : [])) : null,
    });
  }
}

customElements.define("same-again", SameAgain);
