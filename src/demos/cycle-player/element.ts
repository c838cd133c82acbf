import type { Exchange } from "../../http/exchange.ts";
import { stages } from "../../http/stages.ts";
import { connect } from "../../lab/page/connect.ts";
import { usualSettings } from "../../lab/protocol.ts";
import { Demo } from "../kit/demo.ts";
import { part, show } from "../kit/element-parts.ts";
import { outcomeSentence } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import type { CyclePlayerConfig, PlayedCycle } from "./config.ts";
import {
  type Account,
  accounts,
  delayText,
  diagramView,
  endAccount,
  ending,
  endName,
  messageNames,
  settingsView,
  waiting,
} from "./figure.ts";

/** The position after the last stage: the end of the cycle is on show. */
const end = stages.length + 1;

/** What stands for a message of which nothing is known yet. */
const unknown = "–";

/** The diagram of the cycle, filled by one live request: all at once, or stage by stage. */
class CyclePlayer extends Demo<CyclePlayerConfig> {
  /** The cycle that is on show, as plain data. */
  exchange: Exchange | null = null;
  /** How many stages are on show; `end` shows the end too. */
  #position = 0;
  /** Which run is the latest: an older one that ends is not shown. */
  #run = 0;
  #buttons: { readonly back: HTMLButtonElement; readonly next: HTMLButtonElement } | null = null;

  protected start(): void {
    this.place("task").insertAdjacentHTML("beforeend", settingsView(this.config).text);
    show(this.place("result"), diagramView(this.config.sentences));
    this.place("task").addEventListener("input", ({ target }) => this.#set(target as HTMLInputElement), {
      signal: this.signal,
    });
    this.action("Send", () => this.#send(end));
    const next = this.action("Next", () => (this.exchange ? this.#step(1) : this.#send(1)));
    const back = this.action("Back", () => this.#step(-1));
    this.#buttons = { back, next };
    this.#clear();
  }

  /** The stages of the diagram, and its end. */
  get #items(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".cycle li")];
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
  async #send(position: number): Promise<void> {
    const chosen = this.config.cycles[part<HTMLSelectElement>(this, "select").selectedIndex];
    if (!chosen || this.state === "sending") return;
    this.#clear();
    const run = this.#run;
    const { method, target } = chosen.request;
    const soFar: readonly Account[] = [
      { text: chosen.interaction.text, happened: true },
      { text: `${method} ${target} leaves.`, happened: true },
      { text: waiting, happened: false },
    ];
    this.state = "sending";
    this.#draw(position === end ? soFar : soFar.slice(0, 1), ["…", "…"]);
    this.say("Sending …");
    const exchange = await this.#fire(chosen);
    if (run !== this.#run || !this.isConnected) return;
    this.exchange = exchange;
    this.heard(exchange);
    this.#show(position);
    if (position === end) this.say(`${outcomeSentence(exchange)} ${ending(exchange)}`);
  }

  async #fire({ request, interaction, off }: PlayedCycle): Promise<Exchange> {
    const settings = { ...usualSettings, off, network: this.#delay("network"), server: this.#delay("server") };
    // Without a lab, the request itself tells why.
    await connect()
      .then((lab) => lab.configure(this.client, settings))
      .catch(() => {});
    return fire(this.client, request, interaction);
  }

  #delay(name: string): number {
    return part<HTMLInputElement>(this, `[name=${name}]`).valueAsNumber;
  }

  #step(by: 1 | -1): void {
    const to = this.#position + by;
    if (!this.exchange || to < 1) this.say("This is the beginning: no stage comes before the first.");
    else if (to > end) this.say(`${ending(this.exchange)} Nothing more is sent until you ask again: press Send.`);
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
    this.say(stage ? `Stage ${position}, the ${stage.actor}: ${all[position - 1]?.text}` : ending(this.exchange));
  }

  #draw(on: readonly Account[], names: readonly string[]): void {
    for (const [index, item] of this.#items.entries()) {
      const account = on[index];
      item.toggleAttribute("data-lit", account?.happened ?? false);
      if (account && index === on.length - 1) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
      part(item, ".account").textContent = account?.text ?? "";
    }
    for (const [index, message] of this.querySelectorAll(".message code").entries()) {
      message.textContent = names[index] ?? unknown;
    }
    part(this, ".closed > strong").textContent = endName(this.exchange);
    this.#buttons?.next.setAttribute("aria-disabled", String(this.#position === end));
    this.#buttons?.back.setAttribute("aria-disabled", String(this.#position < 2));
  }

  #clear(): void {
    this.#run += 1;
    this.exchange = null;
    this.#position = 0;
    this.state = "ready";
    this.#draw([], []);
    this.say("");
  }
}

customElements.define("cycle-player", CyclePlayer);
