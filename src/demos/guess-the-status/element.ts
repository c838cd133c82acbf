import { html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { byHand, sendInteraction } from "../../http/interaction.ts";
import { Demo } from "../kit/demo.ts";
import { type DemoHistory, nothingYet, remember } from "../kit/demo-history.ts";
import { part, show } from "../kit/element-parts.ts";
import { outcomeLine } from "../kit/exchange-view.ts";
import { fire, switchServer } from "../kit/fire.ts";
import { keepPlace } from "../kit/keep-place.ts";
import type { Came } from "../kit/question-view.ts";
import { showRecord } from "../kit/show-ledger.ts";
import type { GuessTheStatusConfig, StatusCase } from "./config.ts";
import { type Attempt, answerView, caseView, choicesOf, choiceText, recordView } from "./figure.ts";

/** Requests to guess the status of, one after the other, in any order. */
class GuessTheStatus extends Demo<GuessTheStatusConfig> {
  #history: DemoHistory<Attempt> = nothingYet;

  /** The latest cycles, as plain data. */
  get exchanges(): readonly Exchange[] {
    return this.#history.kept.map(({ exchange }) => exchange);
  }

  protected start(): void {
    const options = this.config.cases.map(
      ({ title }, index) => html`<option value="${index}">${index + 1}. ${title}</option>`,
    );
    part(this, ".task").insertAdjacentHTML(
      "beforeend",
      html`<label class="choose">Request <select>${options}</select></label><div class="posed"></div>`.text,
    );
    show(this.place("result"), html`<div class="answer"></div><div class="record"></div>`);
    this.#select.addEventListener("change", () => this.#pose(), { signal: this.signal });
    this.action("Send", () => this.#send());
    if (this.config.cases.length > 1) {
      const next = this.action("Next", () => keepPlace(next, () => this.#next()));
    }
    this.#pose();
  }

  get #select(): HTMLSelectElement {
    return part(this, "select");
  }

  get #case(): StatusCase {
    const each = this.config.cases[this.#select.selectedIndex];
    if (!each) throw new Error("Expected a request to be chosen; found none.");
    return each;
  }

  #next(): void {
    const { cases } = this.config;
    this.#select.selectedIndex = (this.#select.selectedIndex + 1) % cases.length;
    this.#pose();
    this.say(`Request ${this.#select.selectedIndex + 1} of ${cases.length}: ${this.#case.title}.`);
  }

  /** Show the chosen request, and ask. */
  #pose(): void {
    this.state = "ready";
    show(part(this, ".posed"), caseView(this.#case));
    part(this, ".answer").replaceChildren();
    this.say("");
    this.question.ask({ text: this.config.question, choices: choicesOf(this.#case) });
  }

  async #send(): Promise<void> {
    if (this.state === "sending") return;
    const posed = this.#case;
    const { guess } = this.question;
    this.state = "sending";
    this.say("Sending …");
    const exchange = await this.#fire(posed);
    if (!this.isConnected) return;
    const status = exchange.response?.status ?? null;
    const taken = posed.choices[guess[0] ?? -1];
    const expected = taken ? choiceText(taken.status) : null;
    const isRight = status === posed.status ? taken?.status === status : null;
    this.#history = remember(this.#history, { exchange, expected, isRight });
    this.heard(exchange);
    showRecord(part(this, ".record"), recordView(this.#history.kept, this.#history.forgotten), this.exchanges);
    // The reader has gone on to another request meanwhile.
    if (posed !== this.#case) return;
    this.say(this.compare(whatCame(posed, exchange), () => this.#send()));
    show(part(this, ".answer"), answerView(exchange));
  }

  async #fire({ request, act, off }: StatusCase): Promise<Exchange> {
    // Without a lab, the request itself tells why.
    if (off) await switchServer([this.client], true);
    const interaction = act ? sendInteraction(request, act) : byHand;
    const exchange = await fire(this.client, request, interaction);
    if (off) await switchServer([this.client], false);
    return exchange;
  }
}

/** What came of a case, against what came when the page was built. A run that differs from the record scores no guess. */
function whatCame(posed: StatusCase, exchange: Exchange): Came {
  const status = exchange.response?.status ?? null;
  const text = html`${outcomeLine(exchange)}`.text;
  if (status !== posed.status) {
    const recorded = posed.status === null ? "no response" : `status ${posed.status}`;
    const why = html`<p>When this page was built, ${recorded} came.</p>`;
    return { text, why: why.text, right: null };
  }
  return {
    text,
    why: posed.why,
    right: posed.choices.flatMap((choice, index) => (choice.status === status ? [index] : [])),
  };
}

customElements.define("guess-the-status", GuessTheStatus);
