import type { Exchange } from "../http/exchange.ts";
import { sendInteraction } from "../http/interaction.ts";
import { connected, workerAddress } from "../lab/connect.ts";
import { aboutServer, toolsRow } from "../view/about-server.ts";
import { hostLine, outcomeLine } from "../view/exchange-view.ts";
import { changeHappening, changeQuestion } from "../view/server-inside-question.ts";
import { deliveries } from "../view/server-inside-requests.ts";
import { type Station, stationsOf, stationsView } from "../view/server-inside-view.ts";
import { type HandlerSource, sourceView } from "../view/source-view.ts";
import { button, part, show } from "./element-parts.ts";
import { fire } from "./fire.ts";
import { Prediction } from "./prediction.ts";

let sources: Promise<Readonly<Record<string, HandlerSource>>> | null = null;

/** The source of a handler, from the file beside the worker. */
async function sourceOf(name: string): Promise<HandlerSource> {
  sources ??= fetch(new URL("handlers.json", workerAddress())).then((response) => response.json());
  const source = (await sources.catch(() => (sources = null)))?.[name];
  if (!source) throw new Error("The source could not be loaded. Close this, and open it again when you are online.");
  return source;
}

/** A request, taken through the server step by step. */
class ServerInside extends HTMLElement {
  /** The cycle that is on show, as plain data. */
  exchange: Exchange | null = null;
  #stations: readonly Station[] = [];
  #at = 0;
  #prediction: Prediction | null = null;
  #compared = false;
  #listening = new AbortController();

  connectedCallback(): void {
    this.exchange ??= JSON.parse(part(this, "script").textContent) as Exchange;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const choose = document.createElement("label");
    choose.className = "choose";
    const select = document.createElement("select");
    select.append(...deliveries.map(({ name }, index) => new Option(name, String(index))));
    choose.append("Which request? ", select);
    const send = button("Send", () => this.#send(), signal);
    send.className = "primary";
    const controls = document.createElement("div");
    controls.className = "controls";
    controls.append(choose, send);
    const question = document.createElement("div");
    part(this, ".exchange-head").after(controls, question);
    this.#prediction = new Prediction(question, signal);
    select.addEventListener("change", () => this.#ask(), { signal });
    this.addEventListener("toggle", (event) => this.#open(event.target as HTMLElement), { signal, capture: true });
    this.dataset["state"] = "ready";
    this.#ask();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    for (const made of this.querySelectorAll(".controls, .prediction")) made.remove();
  }

  get #delivery() {
    return deliveries[Number(part<HTMLSelectElement>(this, "select").value)];
  }

  #ask(): void {
    this.#compared = false;
    this.#prediction?.ask(changeQuestion, () => part<HTMLButtonElement>(this, ".primary").focus());
  }

  async #send(): Promise<void> {
    const request = this.#delivery?.request;
    if (!request || this.dataset["state"] === "sending") return;
    const result = part<HTMLElement>(this, ".result");
    this.dataset["state"] = "sending";
    this.#say("Sending …");
    result.replaceChildren();
    if (this.#compared) this.#prediction?.clear();
    this.#compared = false;
    this.querySelector(".stepper")?.remove();
    const exchange = await fire("inside", request, sendInteraction(request));
    if (!this.isConnected) return;
    this.exchange = writtenByPage(exchange);
    this.dataset["state"] = exchange.failure ? "failed" : "done";
    this.dataset["host"] = exchange.host;
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    if (exchange.failure) {
      this.#say(exchange.failure.text);
      return;
    }
    part(this, ".about").textContent = `${aboutServer(exchange.host)} ${
      exchange.host === "worker"
        ? `In the developer tools, under Network, this cycle is the row “${toolsRow(request.target)}”.`
        : ""
    }`;
    this.#stations = stationsOf(this.exchange, null);
    this.#offerSteps();
    this.#go(0);
  }

  #offerSteps(): void {
    const { signal } = this.#listening;
    const stepper = document.createElement("div");
    stepper.className = "controls stepper";
    stepper.append(
      button("Back", () => this.#go(this.#at - 1), signal),
      button("Next", () => this.#go(this.#at + 1), signal),
      button("All at once", () => this.#go(this.#stations.length), signal),
    );
    part(this, ".result").before(stepper);
  }

  /** Show the station of that number, or, after the last, all of them. */
  #go(to: number): void {
    const last = this.#stations.length;
    if (to < 0 || to > last) return;
    this.#at = to;
    show(part(this, ".result"), stationsView(this.#stations, to === last ? null : to));
    const [back, next] = this.querySelectorAll(".stepper button");
    back?.setAttribute("aria-disabled", String(to === 0));
    next?.setAttribute("aria-disabled", String(to === last));
    this.#say(
      [this.#stations[to]?.line ?? `All steps: ${outcomeLine(this.exchange as Exchange)}.`, this.#compare(to)]
        .join(" ")
        .trim(),
    );
  }

  /** Once the data are on show, set what happened to them beside the guess; gives the sentence to announce. */
  #compare(to: number): string {
    const at = this.#stations.findIndex(({ name }) => name === "Data");
    if (to < at || this.#compared || !this.exchange || !this.#prediction) return "";
    this.#compared = true;
    return this.#prediction.compare(changeHappening(this.exchange));
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

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

/** The reader only picks a request, so what is asked for as written comes from the page. */
function writtenByPage(exchange: Exchange): Exchange {
  const fields = exchange.request.fields.map((field) =>
    field.by === "you" ? { ...field, by: "page" as const } : field,
  );
  return { ...exchange, request: { ...exchange.request, fields } };
}

customElements.define("server-inside", ServerInside);
