import { html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { followsRedirect, namedByPage, sendInteraction } from "../../http/interaction.ts";
import type { ResponseMessage } from "../../http/message/message.ts";
import { WrittenError, type WrittenParts, writtenResponse } from "../../http/message/written-response.ts";
import { redirectTarget } from "../../http/rules/redirect.ts";
import { connect } from "../../lab/page/connect.ts";
import type { Lab } from "../../lab/page/lab.ts";
import { type Held, usualSettings } from "../../lab/protocol.ts";
import { Demo } from "../kit/demo.ts";
import { part, show } from "../kit/element-parts.ts";
import { outcomeSentence } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import { sayHost } from "../kit/keep-place.ts";
import { ledgerColumns } from "../kit/ledger-view.ts";
import type { Came } from "../kit/question-view.ts";
import { showLedger } from "../kit/show-ledger.ts";
import type { MiniBrowser } from "../mini-browser/element.ts";
import "../mini-browser/element.ts";
import type { BeTheServerConfig, Draft } from "./config.ts";
import { answerForm, clientView, deskView, inboxView, sentView } from "./figure.ts";
import { shownAfter } from "./shown.ts";

/** Milliseconds between two looks whether the request still waits. They also keep the worker awake. */
const lookEvery = 10_000;

/** Milliseconds in which the client gets what was answered, unless the worker is gone. */
const answerPatience = 2000;

const parts = ["status", "fields", "content"] as const satisfies readonly (keyof WrittenParts)[];

/** An answer on its way: to what, whether the reader wrote it, and the draft that it is, unchanged. */
interface Answering {
  readonly held: Held;
  readonly isReaders: boolean;
  readonly draft: Draft | null;
}

/** The reader answers what a real browser asks for, and sees what it makes of that. */
class BeTheServer extends Demo<BeTheServerConfig> {
  #lab: Lab | null = null;
  #browser: MiniBrowser | null = null;
  /** The requests that wait, in the order in which they came. */
  #waiting: readonly Held[] = [];
  /** Requests whose client went on to ask for something else. */
  #forsaken: readonly Held[] = [];
  #answering: Answering | null = null;
  #last: Exchange | null = null;
  /** What was announced of the last answer, so that the next request does not talk over it. */
  #line = "";
  /** The page whose showing the question is about. */
  #asked: Held | null = null;
  /** The question has been answered by what came. */
  #isCompared = false;
  #timer = 0;
  /** The controls for a request that waits, and for when none does. */
  #whileWaiting: readonly HTMLButtonElement[] = [];
  #whileIdle: HTMLButtonElement | null = null;
  #stopAttending = () => {};

  /** The client’s cycles, as plain data. */
  get exchanges(): readonly Exchange[] {
    const forsaken = new Set(this.#forsaken.map(({ id }) => id));
    return (this.#browser?.exchanges ?? []).filter(({ id }) => !forsaken.has(id));
  }

  protected start(): void {
    const { signal } = this;
    const { drafts, request } = this.config;
    this.place("task").insertAdjacentHTML("beforeend", deskView(drafts).text);
    const bench = html`${answerForm(this.client)}${clientView(this.client, request.target)}`;
    this.place("question").insertAdjacentHTML("afterend", bench.text);
    show(this.place("result"), html`<div class="sent"></div><div class="record"></div>`);
    part(this, ".browser-page p").textContent = "The client has not asked yet.";
    this.action("Be the server", () => this.#begin());
    const answer = this.action("Answer", () => this.#answer());
    answer.className = "primary";
    answer.hidden = true;
    this.#whileWaiting = [
      this.action("Let the library answer", () => this.#letLibraryAnswer()),
      this.action("Hang up", () => this.#give(null, true, null)),
    ];
    this.#whileIdle = this.action("Let the client ask again", () => this.#letAsk());
    this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#form.addEventListener("keydown", (event) => this.#entered(event), { signal });
    this.#form.addEventListener("input", () => this.#changed(), { signal });
    this.#select.addEventListener("change", () => this.#choose(), { signal });
    this.addEventListener("exchange", ({ detail }) => this.#answered(detail), { signal });
    this.addEventListener("stay", ({ detail }) => this.say(detail), { signal });
    this.addEventListener("shown", () => this.#dropForsaken(), { signal });
    this.#fill();
    this.#ask();
    this.#showInbox();
  }

  override disconnectedCallback(): void {
    this.#stopAttending();
    clearInterval(this.#timer);
    for (const held of this.#waiting) this.#lab?.answer(held, null);
    this.#lab?.configure(this.client, usualSettings).catch(() => {});
    this.#lab = null;
    this.#waiting = [];
    this.#browser = null;
    super.disconnectedCallback();
  }

  get #form(): HTMLFormElement {
    return part(this, "form.answer");
  }

  get #select(): HTMLSelectElement {
    return part(this, ".choose select");
  }

  async #begin(): Promise<void> {
    if (this.state === "sending") return;
    this.state = "sending";
    this.say("The mock server makes room for you …");
    try {
      await this.#open();
    } catch (error) {
      this.state = "failed";
      this.say((error as Error).message);
      return;
    }
    if (this.isConnected) this.#letAsk();
  }

  async #open(): Promise<void> {
    const lab = await connect();
    await lab.configure(this.client, { ...usualSettings, held: true });
    if (!this.isConnected) return;
    this.#lab = lab;
    this.#stopAttending = lab.attend(this.client, (held) => this.#arrive(held));
    this.#timer = window.setInterval(() => this.#look(), lookEvery);
    this.dataset["host"] = lab.host;
    sayHost(
      this,
      lab.host === "page"
        ? `Live: you answer a client inside this page, because ${lab.reason}`
        : "Live: you answer a real browser, which is yours",
    );
    this.#browser = part<MiniBrowser>(this, "mini-browser");
    part<HTMLElement>(this, ".client").inert = false;
    const [begin, answer] = this.place("actions").querySelectorAll("button");
    const hadFocus = begin === document.activeElement;
    begin?.remove();
    if (answer) answer.hidden = false;
    this.#showInbox();
    if (hadFocus) answer?.focus({ preventScroll: true });
  }

  #letAsk(): void {
    this.#line = "";
    this.#browser?.visit(this.config.request.target, "You let the client ask.");
  }

  /** A request came, and waits. */
  #arrive(held: Held): void {
    if (isNavigation(held)) {
      const left = this.#waiting.filter(isNavigation);
      this.#forsaken = [...this.#forsaken, ...left];
      this.#waiting = this.#waiting.filter((each) => !left.includes(each));
    }
    this.#waiting = [...this.#waiting, held];
    this.state = "sending";
    this.#takeUp();
    const { method, target } = held.request;
    this.say(`${this.#line} ${method} ${target} waits for your answer.`.trim());
  }

  /** Turn to the request that has waited longest. */
  #takeUp(): void {
    this.#showInbox();
    this.#showError(null);
    const [held] = this.#waiting;
    if (!held) return;
    this.#select.selectedIndex = 0;
    this.#fill();
    if (!isNavigation(held) || held === this.#asked) return;
    this.#asked = held;
    // What came of a redirect stays on show until the reader goes on.
    if (!this.#isRedirected(held)) this.#ask();
  }

  #showInbox(): void {
    const [held] = this.#waiting;
    const why = held ? this.#reason(held) : "";
    const inbox = part<HTMLElement>(this, ".inbox");
    // What stands below it stays where it is when the request has gone.
    inbox.style.minBlockSize = held ? "" : `${inbox.getBoundingClientRect().height}px`;
    show(inbox, inboxView(held?.request ?? null, why, this.#waiting.length - 1));
    for (const each of this.#whileWaiting) each.hidden = !held;
    if (this.#whileIdle) this.#whileIdle.hidden = held !== undefined || !this.#lab;
    // Who pressed a control that is no longer of use goes on from Answer.
    if ((document.activeElement as HTMLElement | null)?.hidden && this.contains(document.activeElement)) {
      this.place("actions").querySelector<HTMLElement>(":scope > :not([hidden])")?.focus({ preventScroll: true });
    }
  }

  #ask(): void {
    const { question, choices } = this.config;
    this.#isCompared = false;
    if (question !== null) this.question.ask({ text: question, choices });
    else this.question.clear();
  }

  /** Why the client sent this request. */
  #reason(held: Held): string {
    if (!isNavigation(held)) return namedByPage(held.destination).text;
    if (this.#isRedirected(held)) return followsRedirect.text;
    return "The client shows nothing new until you answer.";
  }

  #isRedirected({ request }: Held): boolean {
    return this.#last !== null && redirectTarget(this.#last) === request.target;
  }

  #choose(): void {
    this.#fill();
    this.#changed();
  }

  /** Another answer is in the making: ask what it will lead to. */
  #changed(): void {
    const [held] = this.#waiting;
    if (this.#isCompared && held && isNavigation(held)) this.#ask();
  }

  get #draft(): Draft | undefined {
    return this.config.drafts[this.#select.selectedIndex];
  }

  /** Put the chosen draft into the fields. */
  #fill(): void {
    const draft = this.#draft;
    if (!draft) return;
    for (const name of parts) {
      this.#part(name).value = draft[name];
      this.#part(name).disabled = draft.hangsUp === true;
    }
    this.#showError(null);
  }

  #part(name: keyof WrittenParts): HTMLInputElement | HTMLTextAreaElement {
    return part(this.#form, `[name=${name}]`);
  }

  #entered(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.target !== this.#part("status") || event.isComposing) return;
    event.preventDefault();
    if (this.#lab) this.#answer();
  }

  #answer(): void {
    this.#showError(null);
    const draft = this.#draft;
    if (draft?.hangsUp) {
      this.#give(null, true, draft);
      return;
    }
    const [status = "", fields = "", content = ""] = parts.map((name) => this.#part(name).value);
    const written = { status, fields, content };
    const isDraft = draft && parts.every((name) => draft[name] === written[name]);
    try {
      this.#give(writtenResponse(written), true, isDraft ? draft : null);
    } catch (problem) {
      if (!(problem instanceof WrittenError)) throw problem;
      this.#showError(problem);
      this.#part(problem.part).focus();
    }
  }

  #showError(problem: WrittenError | null): void {
    part(this, ".editor-error").textContent = problem?.message ?? "";
    for (const name of parts) {
      if (problem?.part === name) this.#part(name).setAttribute("aria-invalid", "true");
      else this.#part(name).removeAttribute("aria-invalid");
    }
  }

  async #letLibraryAnswer(): Promise<void> {
    const [held] = this.#waiting;
    if (!held) return this.#give(null, false, null);
    const { response, failure } = await fire(`${this.client}-understudy`, held.request, sendInteraction(held.request));
    if (failure) this.say(failure.text);
    else if (this.#waiting[0] === held) this.#give(response, false, null);
  }

  #give(response: ResponseMessage | null, isReaders: boolean, draft: Draft | null): void {
    const [held] = this.#waiting;
    if (!held) {
      this.say("Nothing waits, so there is nobody to send this to: a server cannot begin.");
      return;
    }
    if (this.#answering?.held === held) return;
    this.#answering = { held, isReaders, draft };
    this.#line = "";
    this.#lab?.answer(held, response);
    setTimeout(() => this.#look(), answerPatience);
  }

  /** A request of the client has come to its end. */
  #answered(exchange: Exchange): void {
    if (this.#forsaken.some(({ id }) => id === exchange.id)) return;
    const held = this.#waiting.find(({ id }) => id === exchange.id);
    this.#waiting = this.#waiting.filter((each) => each !== held);
    const answering = this.#answering;
    this.#answering = null;
    const { response } = exchange;
    this.#line = outcomeSentence(exchange);
    if (held && isNavigation(held)) {
      this.#last = exchange;
      // A page that follows a redirect is another one than the question was about.
      if (this.#isCompared) this.#ask();
      this.#line = `${this.#line} ${this.question.compare(this.#came(response, answering?.draft ?? null))}`;
      this.#isCompared = true;
    }
    show(part(this, ".sent"), response ? sentView(response, answering?.isReaders ?? false) : html``);
    const { action, method, target, status } = ledgerColumns;
    showLedger(part(this, ".record"), {
      caption: "What this client asked, and what it got",
      columns: [action, method, target, status],
      exchanges: this.exchanges,
      forgotten: this.#browser?.forgotten ?? 0,
    });
    this.state = this.#waiting.length > 0 ? "sending" : response ? "done" : "failed";
    this.say(this.#line);
    this.#takeUp();
  }

  #came(response: ResponseMessage | null, draft: Draft | null): Came {
    const { outcome, text, why } = shownAfter(response);
    const right = this.config.choices.flatMap((choice, index) => (choice.outcome === outcome ? [index] : []));
    return {
      text: html`${text}`.text,
      why: html`<p>${why}</p>`.text + (draft?.why ?? ""),
      right: outcome === null ? null : right,
    };
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
    this.state = "failed";
    this.#takeUp();
    this.say(
      "Your browser stopped the mock server while the request waited, and the request is lost. Let the client ask again.",
    );
  }

  #dropForsaken(): void {
    for (const held of this.#forsaken) this.#lab?.answer(held, null);
  }
}

function isNavigation({ destination }: Held): boolean {
  return destination === "iframe" || destination === "document";
}

customElements.define("be-the-server", BeTheServer);
