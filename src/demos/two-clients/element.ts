import { html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { connect } from "../../lab/page/connect.ts";
import { Demo } from "../kit/demo.ts";
import { type DemoHistory, nothingYet, remember } from "../kit/demo-history.ts";
import { part, show } from "../kit/element-parts.ts";
import { outcomeSentence } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import { showRecord } from "../kit/show-ledger.ts";
import type { ClientButton, TwoClientsConfig } from "./config.ts";
import { cycles, happenedView, isOld, partiesView, screenView, serverView } from "./figure.ts";
import { hasChanged, listedTitles, type Moment, type Person, type Situation, situationAfter } from "./story.ts";

/** Milliseconds that one press of Wait adds. */
const patience = 3000;

/** A time in which the second client asks nothing, while the lab listens for it. */
interface Waiting {
  readonly began: number;
  until: number;
  timer: number;
  heard: number;
  stop: () => void;
}

/** The moments that are kept, and what those before them had led to. */
interface Story {
  readonly history: DemoHistory<Moment>;
  readonly before: Situation | undefined;
}

const untold: Story = { history: nothingYet, before: undefined };

/** A story with one more moment. */
function told({ history, before }: Story, moment: Moment): Story {
  const { kept, forgotten } = history;
  const longer = remember(history, moment);
  const dropped = kept.slice(0, longer.forgotten - forgotten);
  return { history: longer, before: situationAfter(dropped, forgotten + 1, before) };
}

/** Two clients of one server: what one changes, the other sees only when it asks. */
class TwoClients extends Demo<TwoClientsConfig> {
  #story = untold;
  /** How often each button has been pressed, by client and button. */
  readonly #pressed = new Map<ClientButton, number>();
  /** The library is as it was at first. */
  #isFresh = false;
  /** The first client has changed something that the second has not asked for since. */
  #isNews = false;
  #waited = 0;
  #waiting: Waiting | null = null;
  #startOver: HTMLButtonElement | null = null;

  /** The latest cycles of both clients, as plain data. */
  get exchanges(): readonly Exchange[] {
    return cycles(this.#story.history.kept);
  }

  override disconnectedCallback(): void {
    this.#endWait();
    super.disconnectedCallback();
  }

  protected start(): void {
    const actions = this.place("actions");
    actions.insertAdjacentHTML("beforeend", partiesView(this.config.clients, `Wait ${patience / 1000} seconds`).text);
    actions.addEventListener("click", ({ target }) => this.#press((target as Element).closest("button")), {
      signal: this.signal,
    });
    this.addEventListener("change", () => this.#foresee(), { signal: this.signal });
    this.#startOver = this.action("Start over", () =>
      this.#begin("The record is empty, and the library has its first data again."),
    );
    this.#begin("");
  }

  #begin(said: string): void {
    this.#endWait();
    const { question, choices } = this.config;
    this.#story = untold;
    this.#pressed.clear();
    this.#isFresh = false;
    this.#isNews = false;
    this.#waited = 0;
    this.state = "ready";
    if (question !== null) this.question.ask({ text: question, choices });
    this.#draw(untold);
    this.say(said);
  }

  #press(pressed: HTMLButtonElement | null): void {
    if (!pressed) return;
    if (pressed.dataset["wait"] !== undefined) this.#wait();
    const person = pressed.dataset["client"] === "0" ? 0 : 1;
    const chosen = this.config.clients[person].buttons[Number(pressed.dataset["button"])];
    if (chosen) this.#ask(person, chosen);
  }

  /** Both clients use a library of the demo's own, which no other demo changes. */
  #clientName(person: Person): string {
    return `${this.client}-${person + 1}.${this.client}`;
  }

  async #ask(person: Person, pressed: ClientButton): Promise<void> {
    const turn = this.#pressed.get(pressed) ?? 0;
    const chosen = pressed.requests[turn % pressed.requests.length];
    if (!chosen) return;
    this.#pressed.set(pressed, turn + 1);
    if (person === 1) this.#endWait();
    this.state = "sending";
    this.say(`${this.#name(person)} asks …`);
    await this.#freshen();
    const exchange = await fire(this.#clientName(person), chosen.request, chosen.interaction);
    if (!this.isConnected) return;
    this.#note({ kind: "cycle", client: person, exchange });
    this.heard(exchange);
    const outcome = `${this.#name(person)}: ${outcomeSentence(exchange)}${exchange.response ? " Cycle over. The connection stays open." : ""}`;
    const showsNews = person === 1 && this.#isNews && listedTitles(exchange) !== null;
    if (person === 0 && hasChanged(exchange)) this.#isNews = true;
    if (showsNews) this.#isNews = false;
    this.say(
      showsNews ? `${outcome} ${this.#compare(`${this.#name(1)} asked, and then the screen showed it.`)}` : outcome,
    );
  }

  /** Before the first request, the library gets its first data. */
  async #freshen(): Promise<void> {
    if (this.#isFresh) return;
    this.#isFresh = true;
    await connect()
      .then((lab) => lab.reset(this.#clientName(0)))
      .catch(() => {});
  }

  #name(person: Person): string {
    return this.config.clients[person].name;
  }

  /** Let the second client wait, or wait longer. Whatever the server hears from it meanwhile is counted. */
  async #wait(): Promise<void> {
    if (this.#waiting) {
      this.#waiting.until += patience;
      this.#foresee();
      this.say(`${this.#name(1)} waits longer …`);
      return;
    }
    const began = performance.now();
    const waiting: Waiting = { began, until: began + patience, timer: 0, heard: 0, stop: () => {} };
    this.#waiting = waiting;
    this.#foresee();
    this.say(`${this.#name(1)} waits …`);
    this.#tick();
    try {
      const lab = await connect();
      const stop = lab.watch(this.#clientName(1), () => {
        waiting.heard += 1;
      });
      if (this.#waiting === waiting) waiting.stop = stop;
      else stop();
    } catch {
      // Without a server, nothing can come either.
    }
  }

  #tick(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    const left = waiting.until - performance.now();
    if (left > 0) waiting.timer = window.setTimeout(() => this.#tick(), left);
    else this.#endWait();
  }

  #endWait(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = null;
    clearTimeout(waiting.timer);
    waiting.stop();
    if (!this.isConnected) return;
    const seconds = (performance.now() - waiting.began) / 1000;
    this.#waited += seconds;
    this.#note({ kind: "wait", client: 1, seconds, heard: waiting.heard });
    part<HTMLElement>(this, ".said").removeAttribute("data-ahead");
    this.say(this.#afterWait(this.#waited));
  }

  /** Who waits sees what comes of it long after the press, so it has its room before: nothing moves then. */
  #foresee(): void {
    const { began, until } = this.#waiting ?? {};
    if (began === undefined || until === undefined) return;
    const seconds = (until - began) / 1000;
    this.#draw(told(this.#story, { kind: "wait", client: 1, seconds, heard: 0, goesOn: true }));
    part<HTMLElement>(this, ".said").dataset["ahead"] = this.#afterWait(this.#waited + seconds, true);
  }

  #afterWait(seconds: number, isAhead = false): string {
    const name = this.#name(1);
    const all = `${name} has waited ${seconds.toFixed(0)} seconds in all. Nothing came.`;
    return this.#isNews ? `${all} ${this.#compare(`${name} waited, and the screen stayed as it was.`, isAhead)}` : all;
  }

  #compare(happened: string, isAhead = false): string {
    const { question, choices, why } = this.config;
    if (question === null) return happened;
    const right = choices.flatMap(({ isRight }, index) => (isRight ? [index] : []));
    return this.question.compare({ text: html`${happened}`.text, why, right }, isAhead);
  }

  #note(moment: Moment): void {
    this.#story = told(this.#story, moment);
    this.#draw(this.#story);
    this.#foresee();
  }

  #draw({ history: { kept, forgotten }, before }: Story): void {
    if (this.#startOver) this.#startOver.hidden = kept.length === 0;
    const situation = situationAfter(kept, forgotten + 1, before);
    for (const person of [0, 1] as const) {
      const screen = part(this, `[data-party="${person}"] .screen`);
      show(screen, screenView(situation.screens[person], isOld(situation, person)));
    }
    show(part(this, "[data-party=server] .screen"), serverView(situation.server));
    const names = [this.#name(0), this.#name(1)] as const;
    showRecord(this.place("result"), happenedView(names, kept, forgotten, before), this.exchanges);
  }
}

customElements.define("two-clients", TwoClients);
