import { html } from "../../html.ts";
import { completeRequest } from "../../http/complete-request.ts";
import type { Exchange, Interaction } from "../../http/exchange.ts";
import { isByItself } from "../../http/interaction.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { nextOfFetch } from "../../http/rules/fetch-promise.ts";
import { Demo } from "../kit/demo.ts";
import { historyLimit } from "../kit/demo-history.ts";
import { part, show } from "../kit/element-parts.ts";
import { fire, switchServer } from "../kit/fire.ts";
import { keepPlace } from "../kit/keep-place.ts";
import { ledgerColumns } from "../kit/ledger-view.ts";
import type { Came } from "../kit/question-view.ts";
import { showLedger } from "../kit/show-ledger.ts";
import type { MiniBrowser } from "../mini-browser/element.ts";
import type { OutcomeCase, WhatComesBackConfig } from "./config.ts";
import { benchView, besideView, cameView, caseView, promiseView } from "./figure.ts";
import { hasSameAnswers, isAsRecorded, recordOf, type Visit, visitLine } from "./visit.ts";
import "../mini-browser/element.ts";

const byScript: Interaction = { kind: "script", text: "A script in the page calls fetch." };

/** What may come back, chosen and sent by the reader: the raw message beside what a browser and a script make of it. */
class WhatComesBack extends Demo<WhatComesBackConfig> {
  #cycles: readonly Exchange[] = [];
  #fetched: readonly Exchange[] = [];
  #beside: readonly Exchange[] = [];
  /** The reader's next act in the browser begins anew. */
  #hasEnded = true;
  #isSending = false;

  /** The cycles on show as plain data: the browser's, then those of scripts. */
  get exchanges(): readonly Exchange[] {
    return [...this.#cycles, ...this.#fetched, ...this.#beside];
  }

  protected start(): void {
    const { cases } = this.config;
    const options = cases.map(({ title }, index) => html`<option value="${index}">${title}</option>`);
    part(this, ".task").insertAdjacentHTML(
      "beforeend",
      html`<label class="choose">What comes back? <select>${options}</select></label><div class="posed"></div>`.text,
    );
    const title = part(this, ":scope > .head > :first-child").textContent;
    show(this.place("result"), benchView(this.client, `Small browser of “${title}”`));
    const { signal } = this;
    const browser = this.#browser;
    browser.addEventListener("exchange", ({ detail }) => this.#hear(detail), { signal });
    browser.addEventListener("shown", () => this.#shown(), { signal });
    browser.addEventListener("stay", ({ detail }) => this.say(`No cycle. ${detail}`), { signal });
    this.#select.addEventListener("change", () => this.#pose(), { signal });
    this.action("Send", () => this.#send());
    if (cases.length > 1) {
      const next = this.action("Next", () => keepPlace(next, () => this.#next()));
    }
    this.#pose();
  }

  get #browser(): MiniBrowser {
    return part(this, "mini-browser");
  }

  get #select(): HTMLSelectElement {
    return part(this, "select");
  }

  get #case(): OutcomeCase {
    const each = this.config.cases[this.#select.selectedIndex];
    if (!each) throw new Error("Expected a case to be chosen; found none.");
    return each;
  }

  #next(): void {
    const { cases } = this.config;
    this.#select.selectedIndex = (this.#select.selectedIndex + 1) % cases.length;
    this.#pose();
    if (!this.#isSending) this.say(`${this.#select.selectedIndex + 1} of ${cases.length}: ${this.#case.title}.`);
  }

  /** Show the chosen case, and ask. While another one is under way, this waits for its end. */
  #pose(): void {
    if (this.#isSending) return;
    const posed = this.#case;
    this.#clear();
    this.#browser.dataset["home"] = posed.request.target;
    this.#browser.startAfresh();
    show(part(this, ".posed"), caseView(posed));
    this.state = "ready";
    this.say("");
    if (posed.question === null) this.question.clear();
    else this.question.ask({ text: posed.question, choices: posed.choices });
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const posed = this.#case;
    const { signal } = this;
    const browser = this.#browser;
    this.#isSending = true;
    this.state = "sending";
    this.say("Sending …");
    browser.startAfresh();
    const script = `${browser.client}-script`;
    for (const target of posed.before) await this.#visit(target);
    this.#clear();
    // Without a lab, the visit itself tells why.
    if (posed.off) await switchServer([browser.client, script], true);
    await this.#visit(posed.request.target);
    await this.#fetch(posed.request.target, script);
    this.#beside = await inTurn(posed.beside, ({ request }) => fire(script, request, byScript));
    if (posed.off) await switchServer([browser.client, script], false);
    this.#isSending = false;
    if (signal.aborted) return;
    if (posed === this.#case) this.#compare(posed);
    else this.#pose();
  }

  #compare(posed: OutcomeCase): void {
    const visit: Visit = { cycles: this.#cycles, copies: this.#browser.copies };
    show(part(this, ".came"), cameView(visit));
    show(part(this, ".promise"), promiseView(this.#fetched));
    show(part(this, ".beside"), besideView(this.#beside));
    const [first] = this.#cycles;
    if (!first) {
      this.state = "failed";
      this.say(part(this, ".browser-page").textContent);
      return;
    }
    const address = part<HTMLInputElement>(this, "[aria-label=Address]").value;
    const last = this.#cycles.findLast(({ interaction }) => interaction.kind !== "part") ?? first;
    this.heard(last);
    const came = whatCame(posed, visit, address);
    const isServers = !hasSameAnswers(recordOf(visit), posed.record);
    this.say(isServers ? this.compare(came, () => this.#send()) : this.question.compare(came));
  }

  /** Send the small browser to a target, and wait until it has done with what comes. */
  #visit(target: string): Promise<void> {
    return new Promise((resolve) => {
      this.#browser.addEventListener("shown", () => resolve(), { once: true });
      this.#browser.visit(target, "You press Send, which stands for typing this address.");
    });
  }

  /** Send the same request by fetch, and follow redirects as fetch does. */
  async #fetch(target: string, client: string): Promise<void> {
    for (let next: string | null = target; next !== null; next = nextOfFetch(this.#fetched)) {
      this.#fetched = [...this.#fetched, await fire(client, get(next), byScript)];
    }
  }

  #hear(exchange: Exchange): void {
    // News of a page's last part may come when the page is already drawn. It belongs to the cycles on show.
    if (!isByItself(exchange.interaction)) {
      if (this.#hasEnded) this.#clear();
      this.#hasEnded = false;
    }
    this.#cycles = [...this.#cycles, exchange].slice(-historyLimit);
    const { state } = this;
    this.heard(exchange);
    if (this.#isSending) this.state = state;
    this.#showCycles();
  }

  #shown(): void {
    this.#hasEnded = true;
    if (!this.#isSending) this.say(part(this, ".browser-status").textContent);
  }

  #clear(): void {
    this.#cycles = [];
    this.#fetched = [];
    this.#beside = [];
    for (const name of [".promise", ".beside"]) part(this, name).replaceChildren();
    this.#showCycles();
  }

  #showCycles(): void {
    const { action, method, target, status } = ledgerColumns;
    show(part(this, ".came"), cameView({ cycles: this.#cycles, copies: [] }));
    showLedger(part(this, ".rows"), {
      caption: "The cycles that it took",
      columns: [action, method, target, status],
      exchanges: this.#cycles,
      empty: "None so far.",
    });
  }
}

/** What came of a case, against what came when the page was built. A run that differs from the record scores no guess. */
function whatCame({ record, choices, cycles, why }: OutcomeCase, visit: Visit, address: string): Came {
  const text = html`${visitLine(visit, address)}`.text;
  const now = recordOf(visit);
  if (isAsRecorded(now, record, cycles !== null)) {
    return { text, why, right: choices.flatMap(({ isRight }, index) => (isRight ? [index] : [])) };
  }
  const reason = !hasSameAnswers(now, record)
    ? "When this page was built, something else came."
    : now.copies < record.copies
      ? `Your browser keeps none of what a mock server inside it sends. From another server, ${record.copies} parts would have come from copies, without a cycle.`
      : "Your browser took parts of the page from copies that it had kept, so it took fewer cycles than in a new browser.";
  return { text, why: html`<p>${reason}</p>`.text, right: null };
}

/** The results of doing something with each, one after the other. */
async function inTurn<T, R>(all: readonly T[], act: (each: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const each of all) results.push(await act(each));
  return results;
}

function get(target: string): RequestMessage {
  return completeRequest({ method: "GET", target, version: "HTTP/1.1", fields: [], content: "" }, "script");
}

customElements.define("what-comes-back", WhatComesBack);
