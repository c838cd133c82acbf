import type { Exchange } from "../http/exchange.ts";
import { followsRedirect, namedByPage, sendInteraction } from "../http/interaction.ts";
import type { ResponseMessage } from "../http/message.ts";
import { redirectTarget } from "../http/redirect.ts";
import { WrittenError, writtenResponse } from "../http/written-response.ts";
import { connect } from "../lab/connect.ts";
import { codeMissing, type Lab } from "../lab/lab.ts";
import { type Held, usualSettings } from "../lab/protocol.ts";
import { aboutServer } from "../view/about-server.ts";
import { clientHappening, clientQuestion, drafts } from "../view/answer-view.ts";
import { firstTarget, inboxView, sentView, workplaceView } from "../view/be-the-server-view.ts";
import { outcomeLine } from "../view/exchange-view.ts";
import { ledgerColumns, ledgerView } from "../view/ledger-view.ts";
import { button, part, show } from "./element-parts.ts";
import { fire } from "./fire.ts";
import type { MiniBrowser } from "./mini-browser.ts";
import { Prediction } from "./prediction.ts";

const client = "guest";

/** Milliseconds between two looks whether the request still waits. They also keep the worker awake. */
const lookEvery = 10_000;

/** Milliseconds in which the client gets what was answered, unless the worker is gone. */
const answerPatience = 2000;

/** The reader answers what a real browser asks for, and sees what it makes of that. */
class BeTheServer extends HTMLElement {
  #figure: readonly Node[] = [];
  #lab: Lab | null = null;
  #browser: MiniBrowser | null = null;
  /** The requests that wait, in the order in which they came. */
  #waiting: readonly Held[] = [];
  /** Requests whose client went on to ask for something else. */
  #forsaken: readonly Held[] = [];
  /** The request whose answer is on its way, and whether the reader wrote that. */
  #answering: { readonly held: Held; readonly isReaders: boolean } | null = null;
  #last: Exchange | null = null;
  /** What was announced of the last answer, so that the next request does not talk over it. */
  #line = "";
  #prediction: Prediction | null = null;
  #timer = 0;
  #stopAttending = () => {};
  #listening = new AbortController();

  /** The client’s cycles, as plain data. */
  get exchanges(): readonly Exchange[] {
    const forsaken = new Set(this.#forsaken.map(({ id }) => id));
    return (this.#browser?.exchanges ?? []).filter(({ id }) => !forsaken.has(id));
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#figure = [...part(this, ".result").childNodes];
    const controls = document.createElement("div");
    controls.className = "controls";
    const begin = button("Be the server", () => this.#begin(begin), signal);
    begin.className = "primary";
    controls.append(begin);
    part(this, ".exchange-head").after(controls);
    this.addEventListener("exchange", (event) => this.#answered((event as CustomEvent<Exchange>).detail), { signal });
    this.addEventListener("shown", () => this.#dropForsaken(), { signal });
    this.dataset["state"] = "ready";
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#stopAttending();
    clearInterval(this.#timer);
    for (const held of this.#waiting) this.#lab?.answer(held, null);
    this.#lab?.configure(client, usualSettings).catch(() => {});
    this.#waiting = [];
    this.#browser = null;
    part(this, ".controls").remove();
    const result = part(this, ".result");
    result.before(part(this, "[role=status]"));
    result.replaceChildren(...this.#figure);
  }

  async #begin(begin: HTMLButtonElement): Promise<void> {
    if (this.dataset["state"] === "sending" && !this.#browser) return;
    this.dataset["state"] = "sending";
    try {
      if (!this.#browser) await this.#open();
    } catch (error) {
      this.dataset["state"] = "failed";
      this.#say((error as Error).message);
      return;
    }
    this.#line = "";
    begin.textContent = "Let the client ask again";
    await this.#browser?.visit(firstTarget, "You let the client ask.");
  }

  async #open(): Promise<void> {
    this.#say("The mock server makes room for you …");
    const lab = await connect();
    await lab.configure(client, { ...usualSettings, held: true });
    await import("./mini-browser.ts").catch(codeMissing);
    if (!this.isConnected) return;
    this.#lab = lab;
    this.#stopAttending = lab.attend(client, (held) => this.#arrive(held));
    this.#timer = window.setInterval(() => this.#look(), lookEvery);
    this.dataset["host"] = lab.host;
    show(part(this, ".result"), workplaceView(client));
    part(this, ".host-line").textContent =
      lab.host === "page"
        ? `Live: you answer a client inside this page, because ${lab.reason}`
        : "Live: you answer a real browser, which is yours";
    part(this, ".about").textContent =
      `You answer by way of this page. ${aboutServer(lab.host)} The client cannot tell: it sees only the message.`;
    this.#browser = part<MiniBrowser>(this, "mini-browser");
    const form = part<HTMLFormElement>(this, ".answer");
    form.after(part(this, "[role=status]"));
    const { signal } = this.#listening;
    form.addEventListener("submit", (event) => this.#answer(event), { signal });
    form.addEventListener("click", (event) => this.#press((event.target as HTMLButtonElement).value), { signal });
    part(form, "select").addEventListener("change", () => this.#fill(), { signal });
  }

  /** A request came, and waits. */
  #arrive(held: Held): void {
    if (isNavigation(held)) {
      const left = this.#waiting.filter(isNavigation);
      this.#forsaken = [...this.#forsaken, ...left];
      this.#waiting = this.#waiting.filter((each) => !left.includes(each));
    }
    this.#waiting = [...this.#waiting, held];
    this.dataset["state"] = "sending";
    this.#showDesk();
    const { method, target } = held.request;
    this.#say(`${this.#line} ${method} ${target} waits for your answer.`.trim());
  }

  #showDesk(): void {
    const [held] = this.#waiting;
    show(
      part(this, ".inbox"),
      inboxView(held?.request ?? null, held ? this.#reason(held) : "", this.#waiting.length - 1),
    );
    part(this, ".editor-error").textContent = "";
    if (!held) return;
    part<HTMLSelectElement>(this, "select").value = "0";
    this.#fill();
    const question = part<HTMLElement>(this, ".question");
    this.#prediction = new Prediction(question, this.#listening.signal);
    if (isNavigation(held))
      this.#prediction.ask(clientQuestion, () => part<HTMLElement>(this, ".answer .primary").focus());
    else this.#prediction.clear();
  }

  /** Why the client sent this request. */
  #reason(held: Held): string {
    if (!isNavigation(held)) return namedByPage(held.destination).text;
    if (this.#last && redirectTarget(this.#last) === held.request.target) return followsRedirect.text;
    return "The client shows nothing new until you answer.";
  }

  /** Put the chosen draft into the fields. */
  #fill(): void {
    const form = part<HTMLFormElement>(this, ".answer");
    const draft = drafts[Number(part<HTMLSelectElement>(form, "select").value)];
    if (!draft) return;
    for (const name of ["status", "fields", "content"] as const) {
      field(form, name).value = draft[name];
      field(form, name).removeAttribute("aria-invalid");
    }
  }

  #answer(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const error = part(this, ".editor-error");
    const values = ["status", "fields", "content"] as const;
    for (const name of values) field(form, name).removeAttribute("aria-invalid");
    error.textContent = "";
    try {
      const [status = "", fields = "", content = ""] = values.map((name) => field(form, name).value);
      this.#give(writtenResponse({ status, fields, content }), true);
    } catch (problem) {
      if (!(problem instanceof WrittenError)) throw problem;
      error.textContent = problem.message;
      field(form, problem.part).setAttribute("aria-invalid", "true");
      field(form, problem.part).focus();
    }
  }

  async #press(name: string): Promise<void> {
    if (name === "hang-up") this.#give(null, true);
    if (name !== "library") return;
    const [held] = this.#waiting;
    if (!held) return this.#give(null, false);
    const { response, failure } = await fire("understudy", held.request, sendInteraction(held.request));
    if (failure) this.#say(failure.text);
    else if (this.#waiting[0] === held) this.#give(response, false);
  }

  #give(response: ResponseMessage | null, isReaders: boolean): void {
    const [held] = this.#waiting;
    if (!held) {
      this.#say("Nothing waits, so there is nobody to send this to: a server cannot begin.");
      return;
    }
    if (this.#answering?.held === held) return;
    this.#answering = { held, isReaders };
    this.#line = "";
    this.#lab?.answer(held, response);
    setTimeout(() => this.#look(), answerPatience);
  }

  /** A request of the client has come to its end. */
  #answered(exchange: Exchange): void {
    if (this.#forsaken.some(({ id }) => id === exchange.id)) return;
    const held = this.#waiting.find(({ id }) => id === exchange.id);
    this.#waiting = this.#waiting.filter((each) => each !== held);
    if (held && isNavigation(held)) this.#last = exchange;
    const { response } = exchange;
    const sent = part(this, ".sent");
    const question = part(this, ".question");
    const verdict = held && isNavigation(held) ? (this.#prediction?.compare(clientHappening(response)) ?? "") : "";
    if (response) show(sent, sentView(response, this.#answering?.isReaders ?? false));
    else sent.replaceChildren();
    if (verdict) {
      const fresh = document.createElement("div");
      fresh.className = "question whole";
      question.replaceWith(fresh);
      sent.prepend(question);
    }
    this.#answering = null;
    const { forgotten = 0 } = this.#browser ?? {};
    const { action, method, target, status } = ledgerColumns;
    const columns = [action, method, target, status];
    const caption = "What this client asked, and what it got";
    show(part(this, ".record"), ledgerView({ caption, columns, exchanges: this.exchanges, forgotten }));
    this.dataset["state"] = this.#waiting.length > 0 ? "sending" : response ? "done" : "failed";
    this.#line = `${outcomeLine(exchange)}. ${verdict}`.trim();
    this.#say(this.#line);
    this.#showDesk();
  }

  /** See whether the request still waits: a browser may have stopped the worker that held it. */
  async #look(): Promise<void> {
    const [held] = this.#waiting;
    if (!held || !this.#lab) return;
    const waits = await this.#lab.waits(held);
    if (waits || !this.#waiting.includes(held)) return;
    // The frame may still be waiting for the lost request, or about to show an error of the browser's own.
    const browser = this.#browser;
    const place = browser?.parentElement;
    browser?.remove();
    if (browser) place?.append(browser);
    this.#waiting = [];
    this.#answering = null;
    this.dataset["state"] = "failed";
    this.#showDesk();
    this.#say(
      "Your browser stopped the mock server while the request waited, and the request is lost. Let the client ask again.",
    );
  }

  #dropForsaken(): void {
    for (const held of this.#forsaken) this.#lab?.answer(held, null);
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

function isNavigation({ destination }: Held): boolean {
  return destination === "iframe" || destination === "document";
}

function field(form: HTMLFormElement, name: "status" | "fields" | "content"): HTMLInputElement | HTMLTextAreaElement {
  return part(form, `[name=${name}]`);
}

customElements.define("be-the-server", BeTheServer);
