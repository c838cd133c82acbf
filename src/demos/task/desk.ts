import { html } from "../../html.ts";
import { plainRequest } from "../../http/block/pasted-text.ts";
import { completeRequest } from "../../http/complete-request.ts";
import type { Exchange } from "../../http/exchange.ts";
import { messagesText } from "../../http/export/messages-text.ts";
import { followsRedirect, sendInteraction } from "../../http/interaction.ts";
import { MessageError, type RequestMessage } from "../../http/message/message.ts";
import { connect, connected } from "../../lab/page/connect.ts";
import { tellDone } from "../kit/done.ts";
import { button, part, show } from "../kit/element-parts.ts";
import { exchangeView, hostLine, outcomeLine } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import { sayHost } from "../kit/keep-place.ts";
import { keepText, keptText } from "../kit/kept-text.ts";
import { ledgerColumns } from "../kit/ledger-view.ts";
import { editedRequest, fitRows, placeCaret } from "../kit/message-editor.ts";
import { showLedger } from "../kit/show-ledger.ts";
import "../mini-browser/element.ts";
import type { MiniBrowser } from "../mini-browser/element.ts";
import { afterAct, begun, learned, notYet, verdictOn } from "./attempt.ts";
import type { TaskConfig } from "./config.ts";
import { conditionsView, solutionView } from "./figure.ts";
import { following } from "./follow.ts";
import { keepWork, taskKey, workAt } from "./kept-work.ts";

/**
 * What a reader does at a task: its conditions tick themselves while they send messages, or use a small browser, on a library
 * of its own.
 */
export class TaskDesk {
  readonly #demo: HTMLElement;
  readonly #config: TaskConfig;
  readonly #signal: AbortSignal;
  #editor: HTMLTextAreaElement | null = null;
  #error: HTMLElement | null = null;
  #browser: MiniBrowser | null = null;
  /** What has come since the library was fresh. */
  #attempt = begun;
  /** The cycles of the act that is under way in the small browser. */
  #now: readonly Exchange[] = [];
  #hints = 0;
  /** The library is as it is at first, or on its way there; null before the first act. */
  #fresh: Promise<unknown> | null = null;

  /** @param demo the task’s element, whose figure makes room for what a reader uses */
  constructor(demo: HTMLElement, signal: AbortSignal) {
    this.#demo = demo;
    this.#signal = signal;
    this.#config = JSON.parse(part(demo, ":scope > script").textContent) as TaskConfig;
    const result = this.#place("result");
    const paper = document.createElement("div");
    paper.className = "on-paper";
    paper.append(...result.childNodes);
    result.after(paper);
    this.#place("actions").insertAdjacentHTML("beforebegin", html`<div class="question"></div>`.text);
    result.insertAdjacentHTML("beforebegin", html`<div class="verdict"></div>`.text);
    const bar = this.#place("actions");
    bar.replaceChildren();
    if (this.#config.message !== null) {
      this.#openEditor(this.#config.message);
      const send = button("Send", () => this.#send(), signal);
      send.className = "primary";
      bar.append(send);
    } else this.#openBrowser();
    const help = button(this.#helpName, () => this.#help(), signal);
    help.value = "help";
    bar.append(
      help,
      button("Start over", () => this.#startOver(), signal),
    );
    const { solvedBy } = workAt(this.#key);
    this.#showConditions(solvedBy === null ? [] : this.#config.conditions.map(() => true));
    if (solvedBy !== null) this.#showWhy();
  }

  /** Where the reader begins. */
  focus(): void {
    (this.#editor ?? this.#browser?.querySelector("input"))?.focus();
  }

  get #client(): string {
    return this.#demo.dataset["client"] ?? "task";
  }

  #place(name: string): HTMLElement {
    return part(this.#demo, `:scope > .${name}`);
  }

  #say(text: string): void {
    part(this.#demo, ":scope > [role=status]").textContent = text;
  }

  get #isSending(): boolean {
    return this.#demo.dataset["state"] === "sending";
  }

  /** Say which server made an exchange, and whether an answer came. */
  #showHost(exchange: Exchange): void {
    this.#demo.dataset["host"] = exchange.host;
    this.#demo.dataset["state"] = exchange.response ? "done" : "failed";
    sayHost(this.#demo, hostLine(exchange, connected()));
  }

  /** Under which name the reader's work is kept. */
  get #key(): string {
    return taskKey(this.#client, this.#config.version);
  }

  /** The client's name, which ends in that of the task's own library. */
  get #sender(): string {
    return `${this.#client}.${this.#client}`;
  }

  #openBrowser(): void {
    const browser = document.createElement("mini-browser") as MiniBrowser;
    browser.dataset["client"] = this.#sender;
    browser.dataset["home"] = this.#config.home;
    browser.dataset["name"] = "Small browser of this task";
    browser.dataset["quiet"] = "";
    const options = { signal: this.#signal };
    browser.addEventListener("exchange", ({ detail }) => this.#hear(detail), options);
    const end = (): void => {
      const cycles = this.#now;
      this.#now = [];
      this.#ended(cycles);
    };
    browser.addEventListener("shown", end, options);
    // Typing in a field is an act, too, and no try.
    browser.addEventListener("stay", () => verdictOn(this.#config, this.#attempt, []).isSolved && end(), options);
    browser.addEventListener("focusin", () => this.#refresh(), options);
    this.#place("actions").before(browser);
    this.#browser = browser;
  }

  #openEditor(message: string): void {
    const label = document.createElement("label");
    label.className = "editor";
    label.append("The request message. Change it, then press Send.");
    const editor = document.createElement("textarea");
    editor.spellcheck = false;
    editor.autocapitalize = "off";
    editor.value = keptText(this.#key) ?? message;
    fitRows(editor);
    editor.addEventListener("input", () => keepText(this.#key, editor.value), { signal: this.#signal });
    const error = document.createElement("p");
    error.className = "editor-error";
    error.setAttribute("role", "alert");
    error.id = `${this.#client}-error`;
    editor.setAttribute("aria-describedby", error.id);
    label.append(editor);
    this.#place("actions").before(label, error);
    this.#editor = editor;
    this.#error = error;
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    const request = this.#edited();
    if (!request) return;
    this.#demo.dataset["state"] = "sending";
    this.#say("Sending …");
    await this.#refresh();
    const cycles = [await fire(this.#sender, request, sendInteraction(request))];
    for (let next = following(cycles); next; next = following(cycles)) {
      cycles.push(await fire(this.#sender, next, followsRedirect));
    }
    // Another client has been there before the reader is told, and after their answer.
    const others = this.#attempt.acts === 0 ? await this.#actsOfAnother() : [];
    for (const cycle of cycles) this.#hear(cycle);
    this.#now = [];
    this.#ended(cycles);
    for (const other of others) this.#attempt = learned(this.#attempt, other);
  }

  /** The message in the editor; null after an error has been shown beside it. */
  #edited(): RequestMessage | null {
    const [editor, error] = [this.#editor, this.#error];
    if (!editor || !error) return null;
    try {
      const { text, note } = plainRequest(editor.value);
      if (note !== null) {
        editor.value = text;
        fitRows(editor);
      }
      const { request } = editedRequest(editor.value);
      error.textContent = "";
      editor.removeAttribute("aria-invalid");
      return completeRequest(request);
    } catch (problem) {
      error.textContent = (problem as Error).message;
      editor.setAttribute("aria-invalid", "true");
      if (problem instanceof MessageError) placeCaret(editor, problem.line, problem.column);
      this.#say("");
      editor.focus();
      return null;
    }
  }

  /** A task begins on a library as it is at first. */
  #refresh(): Promise<unknown> {
    this.#fresh ??= connect()
      .then((lab) => lab.reset(this.#sender))
      .catch(() => {});
    return this.#fresh;
  }

  async #actsOfAnother(): Promise<readonly Exchange[]> {
    const made: Exchange[] = [];
    for (const request of this.#config.meanwhile) {
      made.push(await fire(`${this.#client}-other.${this.#client}`, request, sendInteraction(request)));
    }
    return made;
  }

  #hear(exchange: Exchange): void {
    this.#now = [...this.#now, exchange];
    this.#attempt = learned(this.#attempt, exchange);
    this.#showHost(exchange);
  }

  /** An act is over: see what it met. */
  #ended(cycles: readonly Exchange[]): void {
    const verdict = verdictOn(this.#config, this.#attempt, cycles);
    this.#attempt = afterAct(this.#attempt, cycles);
    this.#showConditions(verdict.met);
    this.#showCycles(cycles);
    const came = cycles[0] ? `${outcomeLine(cycles[0])}.`.replace("..", ".") : "No cycle.";
    const work = workAt(this.#key);
    if (verdict.isSolved) {
      this.#say(`Solved. ${came}`);
      if (work.solvedBy === null)
        keepWork(this.#key, { tries: work.tries + 1, solvedBy: messagesText(this.#attempt.cycles) });
      this.#showWhy();
      tellDone(this.#demo);
      return;
    }
    if (work.solvedBy === null) keepWork(this.#key, { ...work, tries: work.tries + 1 });
    this.#say(notYet(verdict, came));
  }

  #showConditions(met: readonly boolean[]): void {
    show(this.#place("question"), conditionsView(this.#config, met));
  }

  #showCycles(cycles: readonly Exchange[]): void {
    const { action, method, data, status } = ledgerColumns;
    const place = this.#place("result");
    show(place, html`<div class="latest"></div><div class="rows"></div>`);
    const [first] = cycles;
    const [latest, rows] = place.children;
    if (first && latest && !this.#browser) show(latest, exchangeView(first));
    if (rows) {
      showLedger(rows, {
        caption: "What the server saw of you",
        columns: [action, method, data, status],
        exchanges: this.#attempt.cycles.slice(-50),
        forgotten: Math.max(0, this.#attempt.cycles.length - 50),
      });
    }
  }

  #showWhy(): void {
    const { tries } = workAt(this.#key);
    show(
      this.#place("verdict"),
      html`<p><strong>Solved${tries > 0 && ` at try ${tries}`}.</strong> ${this.#config.why}</p>`,
    );
  }

  get #helpName(): string {
    const { hints } = this.#config;
    if (this.#hints < hints.length) return `Hint ${this.#hints + 1} of ${hints.length}`;
    return "Show a solution";
  }

  /** Give the next hint; after the last one, a solution. */
  #help(): void {
    const { hints, solution } = this.#config;
    const hint = hints[this.#hints];
    const place = this.#place("verdict");
    if (hint === undefined) {
      show(place, html`<p>One way, of several:</p>${solutionView(solution)}`);
      this.#say("A solution stands below.");
      return;
    }
    this.#hints += 1;
    show(place, html`<ol class="hints">${hints.slice(0, this.#hints).map((each) => html`<li>${each}</li>`)}</ol>`);
    this.#say(`Hint ${this.#hints} of ${hints.length} stands below.`);
    for (const button of this.#demo.querySelectorAll("[value=help]")) button.textContent = this.#helpName;
  }

  #startOver(): void {
    if (this.#isSending) return;
    this.#fresh = null;
    this.#now = [];
    this.#attempt = begun;
    this.#browser?.startAfresh();
    if (this.#editor) this.#editor.value = this.#config.message ?? "";
    keepText(this.#key, null);
    this.#showConditions([]);
    for (const name of ["verdict", "result"]) this.#place(name).replaceChildren();
    this.#refresh();
    this.#say("The task and its library are as they were at first.");
  }
}
