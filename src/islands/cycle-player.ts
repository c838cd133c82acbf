import type { Exchange, Interaction } from "../http/exchange.ts";
import { stages } from "../http/stages.ts";
import { connect, connected } from "../lab/connect.ts";
import { failedExchange } from "../lab/exchange-from-report.ts";
import { LabError } from "../lab/lab.ts";
import { usualSettings } from "../lab/protocol.ts";
import {
  type Account,
  accounts,
  type Choice,
  choices,
  controlsView,
  delayText,
  endAccount,
  ending,
  messageNames,
  waiting,
} from "../view/cycle-player-view.ts";
import { hostLine, outcomeLine } from "../view/exchange-view.ts";
import { part, show } from "./element-parts.ts";

/** The position after the last stage: the end of the cycle is on show. */
const end = stages.length + 1;

const invitation = "Run the whole cycle at once, or press Next to go through it stage by stage.";

/** The diagram of the cycle, filled by one live request: all at once, or stage by stage. */
class CyclePlayer extends HTMLElement {
  /** The cycle that is on show, as plain data. */
  exchange: Exchange | null = null;
  /** How many stages are on show; `end` shows the end too. */
  #position = 0;
  /** Which run is the latest: an older one that ends is not shown. */
  #run = 0;
  #examples: readonly string[] = [];
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    this.#examples = this.#messages.map((message) => message.textContent);
    const place = document.createElement("div");
    show(place, controlsView());
    this.prepend(...place.children);
    for (const item of this.#items) {
      const account = document.createElement("p");
      account.className = "cycle-player-account";
      (item.querySelector("a") ?? item.lastElementChild)?.after(account);
    }
    const controls = part<HTMLElement>(this, ".cycle-player-controls");
    controls.addEventListener(
      "click",
      (event) => this.#press((event.target as Element).closest("button")?.value),
      options,
    );
    controls.addEventListener("input", (event) => this.#set(event.target as HTMLInputElement), options);
    this.#clear();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#clear();
    for (const element of this.querySelectorAll(".cycle-player-controls, .cycle-player-account")) element.remove();
    this.dataset["state"] = "static";
  }

  /** The stages of the diagram, and its end. */
  get #items(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".cycle li")];
  }

  get #messages(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".message code")];
  }

  #press(name: string | undefined): void {
    if (name === "clear") this.#clear();
    if (this.dataset["state"] === "sending") return;
    if (name === "run") this.#send("Run", end);
    if (name === "next" && !this.exchange) this.#send("Next", 1);
    else if (name === "next") this.#step(1);
    if (name === "back") this.#step(-1);
  }

  #set(control: HTMLInputElement): void {
    if (control.type !== "range") {
      this.#clear();
      return;
    }
    const text = delayText(control.valueAsNumber);
    control.setAttribute("aria-valuetext", text);
    part(control.parentElement ?? control, "output").textContent = text;
  }

  /** Fire the chosen request; then show its record up to a position. */
  async #send(pressed: string, position: number): Promise<void> {
    const choice = choices[part<HTMLSelectElement>(this, "select").selectedIndex];
    if (!choice) return;
    this.#clear();
    const run = this.#run;
    const interaction = { kind: "send", text: `You press ${pressed}. It stands for ${choice.standsFor}.` } as const;
    const { method, target } = choice.request;
    const soFar: readonly Account[] = [
      { text: interaction.text, happened: true },
      { text: `${method} ${target} leaves.`, happened: true },
      { text: waiting, happened: false },
    ];
    this.dataset["state"] = "sending";
    this.#draw(position === end ? soFar : soFar.slice(0, 1), ["…", "…"]);
    this.#say("Sending …");
    const exchange = await this.#ask(choice, interaction);
    if (run !== this.#run) return;
    this.exchange = exchange;
    this.dataset["host"] = exchange.host;
    this.dataset["state"] = exchange.response ? "done" : "failed";
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    this.#show(position);
    if (position === end) this.#say(`${outcomeLine(exchange)}. ${ending(exchange)}`.replace("..", "."));
  }

  async #ask({ request, off = false }: Choice, interaction: Interaction): Promise<Exchange> {
    const client = this.dataset["client"] ?? "cycle-player";
    try {
      const lab = await connect();
      await lab.configure(client, {
        ...usualSettings,
        off,
        network: this.#delay("network"),
        server: this.#delay("server"),
      });
      return await lab.send(client, request, interaction);
    } catch (error) {
      const failure =
        error instanceof LabError ? error.failure : { kind: "network" as const, text: (error as Error).message };
      return failedExchange("none", client, request, interaction, failure, "none");
    }
  }

  #delay(name: string): number {
    return part<HTMLInputElement>(this, `[name=${name}]`).valueAsNumber;
  }

  #step(by: 1 | -1): void {
    const to = this.#position + by;
    if (!this.exchange || to < 1) this.#say("This is the beginning: no stage comes before the first.");
    else if (to > end) this.#say("The cycle is over. Nothing more is sent until you ask again: press Run.");
    else this.#show(to);
  }

  /** Show the recorded cycle up to a position, and announce the stage that stands there. */
  #show(position: number): void {
    if (!this.exchange) return;
    this.#position = position;
    const all = accounts(this.exchange);
    const [request, response] = messageNames(this.exchange);
    this.#draw([...all, endAccount(this.exchange)].slice(0, position), [
      position >= 2 ? request : "…",
      position >= 4 ? response : "…",
    ]);
    const stage = stages[position - 1];
    this.#say(stage ? `Stage ${position}, the ${stage.actor}: ${all[position - 1]?.text}` : ending(this.exchange));
  }

  #draw(on: readonly Account[], names: readonly string[]): void {
    for (const [index, item] of this.#items.entries()) {
      const account = on[index];
      item.toggleAttribute("data-lit", account?.happened ?? false);
      if (account && index === on.length - 1) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      part(item, ".cycle-player-account").textContent = account?.text ?? "";
    }
    for (const [index, message] of this.#messages.entries()) message.textContent = names[index] ?? "";
    const isEnd = this.#position === end;
    const isStart = this.#position < 2;
    part(this, "[value=next]").setAttribute("aria-disabled", String(isEnd));
    part(this, "[value=back]").setAttribute("aria-disabled", String(isStart));
  }

  #clear(): void {
    this.#run += 1;
    this.exchange = null;
    this.#position = 0;
    this.dataset["state"] = "ready";
    part(this, ".host-line").textContent = "";
    this.#draw([], this.#examples);
    this.#say(invitation);
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

customElements.define("cycle-player", CyclePlayer);
