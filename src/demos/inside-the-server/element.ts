import { html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { workerAddress } from "../../lab/page/connect.ts";
import { missingCode } from "../../lab/page/missing-code.ts";
import { aboutServer, toolsRow } from "../kit/about-server.ts";
import { Demo } from "../kit/demo.ts";
import { part, show } from "../kit/element-parts.ts";
import { outcomeSentence } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import { keepPlace } from "../kit/keep-place.ts";
import type { Came } from "../kit/question-view.ts";
import { type HandlerSource, sourceView } from "../kit/source-view.ts";
import type { Delivery, InsideTheServerConfig } from "./config.ts";
import { changedLine, deliveryView, type Station, stationsOf, stationsView } from "./figure.ts";

let sources: Promise<Readonly<Record<string, HandlerSource>>> | null = null;

/** The source of a handler, from the file beside the worker, or where the lesson is one file, from the page. */
async function sourceOf(name: string): Promise<HandlerSource> {
  const worker = workerAddress();
  sources ??= worker
    ? fetch(new URL("handlers.json", worker)).then((response) => response.json())
    : Promise.resolve(JSON.parse(part(document.body, '[data-file="handlers.json"]').textContent));
  const source = (await sources.catch(() => (sources = null)))?.[name];
  if (source) return source;
  throw new Error(`The source could not be loaded. ${missingCode()}`);
}

/** A request, taken through the server step by step. */
class InsideTheServer extends Demo<InsideTheServerConfig> {
  /** The cycle that is on show, as plain data; null before one is. */
  exchange: Exchange | null = null;
  #stations: readonly Station[] = [];
  #at = 0;
  #compared = false;
  /** Sends, then goes on step by step, and from the last step to the next request: always the same place to press. */
  #onward: HTMLButtonElement | null = null;
  #back: HTMLButtonElement | null = null;
  #all: HTMLButtonElement | null = null;

  protected start(): void {
    const options = this.config.requests.map(
      ({ title }, index) => html`<option value="${index}">${index + 1}. ${title}</option>`,
    );
    part(this, ".task").insertAdjacentHTML(
      "beforeend",
      html`<label class="choose">Request <select>${options}</select></label><div class="posed"></div>`.text,
    );
    show(this.place("result"), html`<div class="way"></div><p class="about note">${aboutServer("build")}</p>`);
    this.#select.addEventListener("change", () => this.#pose(), { signal: this.signal });
    this.addEventListener("toggle", (event) => this.#open(event.target as HTMLElement), {
      signal: this.signal,
      capture: true,
    });
    this.#onward = this.action("Send", () => this.#goOn());
    this.#back = this.action("Back", () => this.#go(this.#at - 1));
    this.#all = this.action("All at once", () => this.#go(this.#stations.length));
    this.#pose();
  }

  get #select(): HTMLSelectElement {
    return part(this, "select");
  }

  get #delivery(): Delivery {
    const delivery = this.config.requests[this.#select.selectedIndex];
    if (!delivery) throw new Error("Expected a request to be chosen; found none.");
    return delivery;
  }

  /** Show the chosen request, and ask. */
  #pose(): void {
    const { question, choices } = this.#delivery;
    this.state = "ready";
    this.exchange = null;
    this.#stations = [];
    this.#compared = false;
    show(part(this, ".posed"), deliveryView(this.#delivery));
    part(this, ".way").replaceChildren();
    this.say("");
    if (question === null) this.question.clear();
    else this.question.ask({ text: question, choices });
    this.#offer();
  }

  /** Name the buttons for what they do now. */
  #offer(): void {
    const { length } = this.#stations;
    const isWhole = length > 0 && this.#at === length;
    const isEnd = isWhole && this.config.requests.length === 1;
    if (this.#onward) this.#onward.textContent = length === 0 ? "Send" : isEnd ? "Start over" : "Next";
    for (const button of [this.#back, this.#all]) if (button) button.hidden = length === 0;
    this.#back?.setAttribute("aria-disabled", String(this.#at === 0));
    this.#all?.setAttribute("aria-disabled", String(isWhole));
  }

  #goOn(): void {
    if (this.#stations.length === 0) this.#send();
    else if (this.#at < this.#stations.length) this.#go(this.#at + 1);
    else if (this.#onward) keepPlace(this.#onward, () => this.#next());
  }

  #next(): void {
    const { requests } = this.config;
    this.#select.selectedIndex = (this.#select.selectedIndex + 1) % requests.length;
    this.#pose();
    if (requests.length === 1) return;
    this.say(`Request ${this.#select.selectedIndex + 1} of ${requests.length}: ${this.#delivery.title}.`);
  }

  async #send(): Promise<void> {
    if (this.state === "sending") return;
    const delivery = this.#delivery;
    const { request, interaction } = delivery;
    this.state = "sending";
    this.say("Sending …");
    const exchange = await fire(this.client, request, interaction);
    if (!this.isConnected) return;
    this.heard(exchange);
    // The reader has gone on to another request meanwhile.
    if (delivery !== this.#delivery) {
      this.state = "ready";
      return;
    }
    this.exchange = exchange;
    if (exchange.failure) {
      this.say(exchange.failure.text);
      return;
    }
    const row = `In the developer tools, under Network, this cycle is the row “${toolsRow(request.target)}”.`;
    part(this, ".about").textContent = `${aboutServer(exchange.host)} ${exchange.host === "worker" ? row : ""}`.trim();
    this.#stations = stationsOf(exchange, null);
    this.#go(0);
  }

  /** Show the station of that number, or, after the last, all of them. */
  #go(to: number): void {
    const last = this.#stations.length;
    if (!this.exchange || to < 0 || to > last) return;
    this.#at = to;
    show(part(this, ".way"), stationsView(this.#stations, to === last ? null : to));
    this.#offer();
    const line = this.#stations[to]?.line ?? `All steps: ${outcomeSentence(this.exchange)}`;
    this.say(`${line} ${this.#compare(to, this.exchange)}`.trim());
  }

  /** Once the data are on show, set what happened to them beside the guess; gives the sentence to announce. */
  #compare(to: number, exchange: Exchange): string {
    const data = this.#stations.findIndex(({ name }) => name === "Data");
    if (this.#compared || this.#delivery.question === null) return "";
    if (to < (data < 0 ? this.#stations.length : data)) return "";
    this.#compared = true;
    return this.compare(whatCame(this.#delivery, exchange), () => {
      this.#compared = false;
      this.#send();
    });
  }

  async #open(details: HTMLElement): Promise<void> {
    const name = details.dataset["handler"];
    const place = details.querySelector("div");
    if (!(details as HTMLDetailsElement).open || !name || !place || place.hasChildNodes()) return;
    try {
      show(place, sourceView(await sourceOf(name)));
    } catch (error) {
      place.textContent = (error as Error).message;
    }
  }
}

/** What a request did, against what it did when the page was built. A run that differs from the record scores no guess. */
function whatCame({ status, choices, why }: Delivery, exchange: Exchange): Came {
  const text = html`${changedLine(exchange)}`.text;
  if (exchange.response?.status === status) {
    return { text, why, right: choices.flatMap(({ isRight }, index) => (isRight ? [index] : [])) };
  }
  const other = html`<p>When this page was built, status ${status} came.</p>`;
  return { text, why: other.text, right: null };
}

customElements.define("inside-the-server", InsideTheServer);
