import { html } from "../../html.ts";
import { button, part } from "./element-parts.ts";
import { AskedQuestion } from "./question.ts";

/** What a demo is doing: a figure, waiting for the reader, sending, or showing what came (or that nothing came). */
export type DemoState = "static" | "ready" | "sending" | "done" | "failed";

/**
 * Something that a script has made live, in the frame of all demos: title and host, task, question, action bar, status,
 * verdict, result. It keeps its figure, prints as it, and becomes it again where it leaves the page.
 */
export abstract class Framed<Config> extends HTMLElement {
  #figure: string | null = null;
  #config: Config | null = null;
  #question: AskedQuestion | null = null;
  #listening = new AbortController();

  /** Fill the frame. Called each time that the demo comes into a page. */
  protected abstract start(): void;

  connectedCallback(): void {
    this.#figure ??= this.innerHTML;
    this.#listening = new AbortController();
    this.#config ??= JSON.parse(part(this, ":scope > script").textContent) as Config;
    const result = this.place("result");
    const paper = document.createElement("div");
    paper.className = "on-paper";
    paper.append(...result.childNodes);
    result.after(paper);
    result.insertAdjacentHTML("beforebegin", liveParts.text);
    this.#question = new AskedQuestion(this.place("question"), this.place("verdict"), this.client);
    this.state = "ready";
    this.start();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.innerHTML = this.#figure ?? "";
    this.state = "static";
    delete this.dataset["host"];
  }

  /** What the author wrote. */
  protected get config(): Config {
    if (this.#config === null) throw new Error(`<${this.localName}> has not been started.`);
    return this.#config;
  }

  /** The demo's id, which is the name of its client. */
  get client(): string {
    return this.dataset["client"] ?? this.localName;
  }

  /** Aborts when the demo leaves the page. */
  protected get signal(): AbortSignal {
    return this.#listening.signal;
  }

  protected get question(): AskedQuestion {
    if (!this.#question) throw new Error(`<${this.localName}> has not been started.`);
    return this.#question;
  }

  get state(): DemoState {
    return this.dataset["state"] as DemoState;
  }

  set state(state: DemoState) {
    this.dataset["state"] = state;
  }

  /** A part of the frame: `task`, `question`, `actions`, `verdict` or `result`. */
  protected place(name: string): HTMLElement {
    return part(this, `:scope > .${name}`);
  }

  /** Add a button to the action bar; the first is the primary one. */
  protected action(name: string, press: () => void): HTMLButtonElement {
    const bar = this.place("actions");
    const added = button(name, press, this.signal);
    if (bar.childElementCount === 0) added.className = "primary";
    bar.append(added);
    return added;
  }

  /** Say one short sentence, which is also announced. */
  protected say(text: string): void {
    part(this, ":scope > [role=status]").textContent = text;
  }
}

const liveParts = html`<div class="question"></div>
<div class="actions"></div>
<p class="said" role="status"></p>
<div class="verdict"></div>`;
