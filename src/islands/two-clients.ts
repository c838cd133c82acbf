import type { Exchange } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import { connect, connected } from "../lab/connect.ts";
import { hostLine, outcomeLine } from "../view/exchange-view.ts";
import {
  isBehind,
  listedTitles,
  type Moment,
  type Person,
  type Situation,
  situationAfter,
} from "../view/two-clients-story.ts";
import {
  addBook,
  askForList,
  benchView,
  cycles,
  happenedView,
  question,
  screenView,
  whenBenAsks,
} from "../view/two-clients-view.ts";
import { type DemoHistory, nothingYet, remember } from "./demo-history.ts";
import { part, show } from "./element-parts.ts";
import { fire } from "./fire.ts";
import { Prediction } from "./prediction.ts";

/** Milliseconds that one press of Wait adds. */
const patience = 3000;

/** A time in which Ben asks nothing, while the lab listens for him. */
interface Waiting {
  readonly began: number;
  until: number;
  timer: number;
  heard: number;
  readonly stop: () => void;
}

/** Two clients of one server: what one changes, the other sees only when it asks. */
class TwoClients extends HTMLElement {
  #figure: readonly Node[] = [];
  #history: DemoHistory<Moment> = nothingYet;
  /** What the forgotten moments had led to. */
  #before: Situation | undefined;
  #added = 0;
  #waited = 0;
  #waiting: Waiting | null = null;
  #sending = 0;
  #prediction: Prediction | null = null;
  #listening = new AbortController();

  /** The latest cycles of both clients, as plain data. */
  get exchanges(): readonly Exchange[] {
    return cycles(this.#history.kept);
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#figure = [...part(this, ".happened").childNodes];
    const bench = part(this, ".bench");
    show(bench, benchView());
    bench.addEventListener("click", (event) => this.#press((event.target as Element).closest("button")?.value), {
      signal,
    });
    this.#prediction = new Prediction(part(bench, ".guess"), signal);
    this.#begin();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#endWait();
    part(this, ".bench").replaceChildren();
    part(this, ".happened").replaceChildren(...this.#figure);
    this.dataset["state"] = "static";
  }

  #begin(): void {
    this.#history = nothingYet;
    this.#before = undefined;
    this.#waited = 0;
    this.dataset["state"] = "ready";
    this.#prediction?.ask(question, () => part<HTMLButtonElement>(this, "[value=ada]").focus());
    this.#draw();
  }

  #press(name: string | undefined): void {
    if (name === "ada" || name === "ben") this.#ask(name, askForList);
    if (name === "add") this.#ask("ada", addBook(this.#added));
    if (name === "wait") this.#wait();
    if (name === "afresh") this.#afresh();
  }

  async #ask(person: Person, request: RequestMessage): Promise<void> {
    if (person === "ben") this.#endWait();
    this.#sending += 1;
    this.dataset["state"] = "sending";
    const name = person === "ada" ? "Ada" : "Ben";
    const text = `You press ${name}’s button. ${name} ${request.method === "GET" ? "asks for the list" : "adds a book"}.`;
    const exchange = await fire(person, request, { kind: "send", text });
    this.#sending -= 1;
    if (!this.isConnected) return;
    if (exchange.response?.status === 201) this.#added += 1;
    const wasBehind = this.#isBenBehind;
    this.#note({ kind: "cycle", exchange });
    this.dataset["host"] = exchange.host;
    this.dataset["state"] = exchange.response ? "done" : "failed";
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    const isNews = person === "ben" && this.#added > 0 && wasBehind && listedTitles(exchange) !== null;
    this.#say(
      `${name}: ${outcomeLine(exchange)}.${exchange.response ? " Cycle closed." : ""} ${isNews ? this.#compare("Ben asked again, and then his screen showed it.") : ""}`,
    );
  }

  /** Let Ben wait, or wait longer. Whatever the server hears from him meanwhile is counted. */
  async #wait(): Promise<void> {
    if (this.#waiting) {
      this.#waiting.until += patience;
      this.#say("Ben waits longer …");
      return;
    }
    const began = performance.now();
    const waiting: Waiting = { began, until: began + patience, timer: 0, heard: 0, stop: () => stop() };
    let stop = (): void => {};
    this.#waiting = waiting;
    this.#say("Ben waits …");
    this.#tick();
    try {
      const lab = await connect();
      if (this.#waiting === waiting) stop = lab.watch("ben", () => (waiting.heard += 1));
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
    this.#note({ kind: "wait", seconds, heard: waiting.heard });
    const all = `Ben has waited ${this.#waited.toFixed(0)} seconds in all. Nothing came.`;
    this.#say(
      this.#added > 0 && this.#isBenBehind
        ? `${all} ${this.#compare("Ben waited, and his screen stayed as it was.")}`
        : all,
    );
  }

  #compare(text: string): string {
    if (!this.#prediction?.isAsked) return "";
    return this.#prediction.compare({
      choice: whenBenAsks,
      text,
      why: "Ada’s cycle is closed, and nobody but Ada was answered. The server cannot begin a cycle: it answers Ben when Ben asks.",
    });
  }

  #afresh(): void {
    this.#endWait();
    this.#added = 0;
    this.#begin();
    this.#say("The record is empty, and the library has its first books again.");
    connect()
      .then((lab) => lab.reset())
      .catch((error: Error) => this.#say(error.message));
  }

  get #situation(): Situation {
    return situationAfter(this.#history.kept, this.#history.forgotten + 1, this.#before);
  }

  /** Whether the server has what Ben's screen does not show. */
  get #isBenBehind(): boolean {
    const { ben, server } = this.#situation;
    return isBehind(server, ben);
  }

  #note(moment: Moment): void {
    const { kept, forgotten } = this.#history;
    this.#history = remember(this.#history, moment);
    const dropped = kept.slice(0, this.#history.forgotten - forgotten);
    this.#before = situationAfter(dropped, forgotten + 1, this.#before);
    this.#draw();
  }

  #draw(): void {
    const { ada, ben, server } = this.#situation;
    for (const [party, known] of Object.entries({ ada, ben, server })) {
      show(part(this, `[data-party=${party}] .screen`), screenView(known, isBehind(known, server)));
    }
    show(part(this, ".happened"), happenedView(this.#history.kept, this.#history.forgotten, this.#before));
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text.trim();
  }
}

customElements.define("two-clients", TwoClients);
