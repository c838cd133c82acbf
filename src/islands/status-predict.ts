import { html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { sendInteraction } from "../http/interaction.ts";
import { connected } from "../lab/connect.ts";
import { aboutServer, notYetAsked } from "../view/about-server.ts";
import { hostLine, outcomeLine } from "../view/exchange-view.ts";
import { choicesOf, type StatusCase, statusCases } from "../view/status-cases.ts";
import { type Attempt, answerView, caseView, recordView } from "../view/status-predict-view.ts";
import { type DemoHistory, nothingYet, remember } from "./demo-history.ts";
import { button, part, show } from "./element-parts.ts";
import { fire, switchServer } from "./fire.ts";
import { Prediction } from "./prediction.ts";

const client = "status";

/** Requests to guess the status of, one after the other, in any order. */
class StatusPredict extends HTMLElement {
  #history: DemoHistory<Attempt> = nothingYet;
  #figure: string | null = null;
  #prediction: Prediction | null = null;
  #listening = new AbortController();

  /** The latest cycles, as plain data. */
  get exchanges(): readonly Exchange[] {
    return this.#history.kept.map(({ exchange }) => exchange);
  }

  connectedCallback(): void {
    this.#figure ??= this.innerHTML;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const bench = part(this, ".predict-bench");
    show(
      bench,
      html`<label class="predict-choice">Request <select>${statusCases.map(
        ({ name }, index) => html`<option value="${index}">${index + 1}. ${name}</option>`,
      )}</select></label><div class="predict-case"></div><div class="predict-question"></div><div class="controls"></div>`,
    );
    part(bench, "select").addEventListener("change", () => this.#pose(), { signal });
    const send = button("Send", () => this.#send(), signal);
    send.className = "primary";
    part(bench, ".controls").append(
      send,
      button("Next request", () => this.#next(), signal),
    );
    this.#prediction = new Prediction(part(bench, ".predict-question"), signal);
    this.#pose();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.innerHTML = this.#figure ?? "";
    this.dataset["state"] = "static";
  }

  get #select(): HTMLSelectElement {
    return part(this, "select");
  }

  get #case(): StatusCase {
    const each = statusCases[this.#select.selectedIndex];
    if (!each) throw new Error("Expected a request to be chosen; found none.");
    return each;
  }

  #next(): void {
    this.#select.selectedIndex = (this.#select.selectedIndex + 1) % statusCases.length;
    this.#pose();
    this.#say(`Request ${this.#select.selectedIndex + 1} of ${statusCases.length}: ${this.#case.name}.`);
  }

  /** Put the chosen request on the bench, and ask. */
  #pose(): void {
    this.dataset["state"] = "ready";
    part(this, ".host-line").textContent = notYetAsked;
    show(part(this, ".predict-case"), caseView(this.#case));
    part(this, ".predict-result").replaceChildren();
    this.#say("");
    const question = { text: "Which status will come back?", choices: choicesOf(this.#case) };
    this.#prediction?.ask(question, () => part<HTMLElement>(this, ".primary").focus());
  }

  async #send(): Promise<void> {
    if (this.dataset["state"] === "sending") return;
    const posed = this.#case;
    const guess = this.#prediction?.guess ?? null;
    this.dataset["state"] = "sending";
    this.#say("Sending …");
    part(this, ".predict-result").replaceChildren();
    const exchange = await this.#fire(posed);
    if (!this.isConnected) return;
    const choices = choicesOf(posed);
    const status = exchange.response?.status ?? null;
    const choice = choices.findIndex((each) => each.status === status);
    const isForeseen = status === posed.status;
    const expected = guess === null ? null : (choices[guess]?.text ?? null);
    const isRight = guess !== null && guess === choice;
    this.#history = remember(this.#history, { exchange, expected, isRight });
    this.dataset["host"] = exchange.host;
    this.dataset["state"] = exchange.response ? "done" : "failed";
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    part(this, ".about").textContent = aboutServer(exchange.host);
    show(part(this, ".predict-record"), recordView(this.#history.kept, this.#history.forgotten));
    // The reader has gone on to another request meanwhile.
    if (posed !== this.#case) return;
    const said = this.#prediction?.compare({
      choice: choice < 0 ? null : choice,
      text: outcomeLine(exchange),
      why: isForeseen
        ? posed.why
        : "The library’s data have changed since this page came: the status is another one now.",
    });
    this.#say(said ?? outcomeLine(exchange));
    show(part(this, ".predict-result"), answerView(exchange));
  }

  async #fire({ request, status }: StatusCase): Promise<Exchange> {
    const off = status === null;
    // Without a lab, the request itself tells why.
    if (off) await switchServer([client], true);
    const exchange = await fire(client, request, sendInteraction(request));
    if (off) await switchServer([client], false);
    return exchange;
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

customElements.define("status-predict", StatusPredict);
