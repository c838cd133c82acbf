import type { Exchange, Interaction } from "../http/exchange.ts";
import { nextOfFetch } from "../http/fetch-promise.ts";
import { isByItself } from "../http/interaction.ts";
import { type Field, fieldValue, type RequestMessage } from "../http/message.ts";
import { connected } from "../lab/connect.ts";
import { cameView, clientOutcomesParts, promiseView, revalidatedView } from "../view/client-outcomes-view.ts";
import { hostLine } from "../view/exchange-view.ts";
import { ledgerColumns } from "../view/ledger-view.ts";
import { type OutcomeCase, outcomeCases } from "../view/outcome-cases.ts";
import { historyLimit } from "./demo-history.ts";
import { part, show } from "./element-parts.ts";
import { fire, switchServer } from "./fire.ts";
import type { MiniBrowser } from "./mini-browser.ts";
import "./mini-browser.ts";
import { Prediction } from "./prediction.ts";
import { showLedger } from "./show-ledger.ts";

const byScript: Interaction = { kind: "fetch", text: "A script in the page calls fetch." };

/** What may come back, chosen and fired by the reader: the raw message beside what a browser and a script make of it. */
class ClientOutcomes extends HTMLElement {
  #recorded: readonly Node[] | null = null;
  #browser: MiniBrowser | null = null;
  #prediction: Prediction | null = null;
  #cycles: readonly Exchange[] = [];
  #fetched: readonly Exchange[] = [];
  /** What answered the question whether a copy is still good. */
  #revalidated: Exchange | null = null;
  /** The reader's next act in the browser begins anew. */
  #hasEnded = true;
  #isFiring = false;
  #listening = new AbortController();

  /** The cycles on show as plain data: the browser's, then those of the script. */
  get exchanges(): readonly Exchange[] {
    return [...this.#cycles, ...this.#fetched, ...(this.#revalidated ? [this.#revalidated] : [])];
  }

  connectedCallback(): void {
    this.#recorded ??= [...this.childNodes];
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    show(this, clientOutcomesParts());
    const browser = part<MiniBrowser>(this, "mini-browser");
    this.#browser = browser;
    browser.addEventListener("exchange", ({ detail }) => this.#hear(detail), { signal });
    browser.addEventListener("shown", () => this.#shown(), { signal });
    browser.addEventListener("stay", ({ detail }) => this.#say(`No cycle. ${detail}`), { signal });
    part(this, "select").addEventListener("change", () => this.#choose(), { signal });
    part(this, ".primary").addEventListener("click", () => this.#fire(), { signal });
    this.#prediction = new Prediction(part(this, ".guess"), signal);
    this.#choose();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.replaceChildren(...(this.#recorded ?? []));
    this.dataset["state"] = "static";
  }

  get #case(): OutcomeCase {
    const { value } = part<HTMLSelectElement>(this, "select");
    return outcomeCases.find(({ id }) => id === value) as OutcomeCase;
  }

  #choose(): void {
    if (this.#isFiring) return;
    this.#clear();
    if (this.#browser) this.#browser.dataset["home"] = this.#case.target;
    this.#browser?.startAfresh();
    this.#prediction?.ask(this.#case.question, () => part<HTMLElement>(this, ".primary").focus());
    this.dataset["state"] = "ready";
    this.#say("");
  }

  async #fire(): Promise<void> {
    const browser = this.#browser;
    if (!browser || this.#isFiring) return;
    const chosen = this.#case;
    const { signal } = this.#listening;
    this.#isFiring = true;
    this.dataset["state"] = "sending";
    this.#say("Sending …");
    browser.startAfresh();
    const script = `${browser.client}-script`;
    const turn = (off: boolean) => chosen.off && switchServer([browser.client, script], off);
    if (chosen.before) await this.#visit(chosen.before);
    this.#clear();
    await turn(true);
    await this.#visit(chosen.target);
    await this.#fetch(chosen.target, script);
    this.#revalidated = chosen.revalidates ? await revalidate(chosen.revalidates, script) : null;
    await turn(false);
    this.#isFiring = false;
    if (signal.aborted) return;
    if (chosen === this.#case) this.#compare(chosen);
    else this.#choose();
  }

  #compare(chosen: OutcomeCase): void {
    show(part(this, ".promise"), promiseView(this.#fetched));
    if (this.#revalidated) show(part(this, ".beside"), revalidatedView(this.#revalidated));
    const address = part<HTMLInputElement>(this, "[aria-label=Address]").value;
    const { copies = [] } = this.#browser ?? {};
    if (this.#cycles.length === 0) {
      this.dataset["state"] = "failed";
      this.#say(part(this, ".browser-page").textContent);
      return;
    }
    const findings = { cycles: this.#cycles, copies, address, fetched: this.#fetched };
    this.dataset["state"] = this.#cycles.at(-1)?.response ? "done" : "failed";
    this.#say(this.#prediction?.compare(chosen.happened(findings)) ?? "");
  }

  /** Send the small browser to a target, and wait until it has done with what comes. */
  #visit(target: string): Promise<void> {
    return new Promise((resolve) => {
      this.#browser?.addEventListener("shown", () => resolve(), { once: true });
      this.#browser?.visit(target, "You press Send, which stands for typing this address.");
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
    this.dataset["host"] = exchange.host;
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    this.#showCycles();
  }

  #shown(): void {
    this.#hasEnded = true;
    if (!this.#isFiring) this.#say(part(this, ".browser-status").textContent);
  }

  #clear(): void {
    this.#cycles = [];
    this.#fetched = [];
    this.#revalidated = null;
    for (const name of [".promise", ".beside"]) part(this, name).replaceChildren();
    this.#showCycles();
  }

  #showCycles(): void {
    const { action, method, target, status } = ledgerColumns;
    show(part(this, ".came"), cameView(this.#cycles));
    showLedger(part(this, ".rows"), {
      caption: "The cycles that it took",
      columns: [action, method, target, status],
      exchanges: this.#cycles,
      empty: "None so far.",
    });
  }

  #say(text: string): void {
    part(this, ":scope > [role=status]").textContent = text;
  }
}

/** Ask whether a copy is still good, as a browser does when the copy is old (RFC 9111 section 4.3). */
async function revalidate(target: string, client: string): Promise<Exchange | null> {
  const copy = await fire(client, get(target), byScript);
  const tag = copy.response && fieldValue(copy.response.fields, "ETag");
  if (!tag) return null;
  return fire(client, get(target, [{ name: "If-None-Match", value: tag }]), byScript);
}

function get(target: string, fields: readonly Field[] = []): RequestMessage {
  return { method: "GET", target, version: "HTTP/1.1", fields, content: "" };
}

customElements.define("client-outcomes", ClientOutcomes);
