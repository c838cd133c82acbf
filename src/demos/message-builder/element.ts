import { html } from "../../html.ts";
import {
  type Action,
  ActionError,
  type ActionPart,
  type BuiltMessage,
  buildMessage,
} from "../../http/build-message.ts";
import type { Exchange } from "../../http/exchange.ts";
import { sendInteraction } from "../../http/interaction.ts";
import { fieldsBeside } from "../../http/message/message.ts";
import { refusedByBrowser } from "../../http/rules/fields.ts";
import { summary } from "../../http/rules/status.ts";
import { notYetAsked } from "../kit/about-server.ts";
import { Demo } from "../kit/demo.ts";
import { part, show } from "../kit/element-parts.ts";
import { fire } from "../kit/fire.ts";
import { keepPlace, sayHost } from "../kit/keep-place.ts";
import { keepText, keptText } from "../kit/kept-text.ts";
import { actionOf } from "./action.ts";
import type { MessageBuilderConfig, Start } from "./config.ts";
import {
  bothMethodsView,
  builtView,
  comparisonView,
  editorView,
  emptyPanes,
  startsView,
  urlView,
  whyView,
} from "./figure.ts";

/** The width, in rem, from which on the message stands beside the editor, and its note below it. */
const twoPanes = 52;

/** An action, an editor for it, and the message that a browser makes of it, while it is typed. */
class MessageBuilder extends Demo<MessageBuilderConfig> {
  /** The cycle that was last fired, as plain data. */
  exchange: Exchange | null = null;
  #start: Start | null = null;
  #action: Action | null = null;
  #built: BuiltMessage | ActionError | null = null;
  readonly #why = document.createElement("p");

  protected start(): void {
    const { signal } = this;
    const { starts } = this.config;
    this.#why.className = "why";
    this.place("task").insertAdjacentHTML("beforeend", startsView(starts).text);
    this.#startButtons.forEach((each, index) => {
      each.addEventListener("click", () => this.#choose(index), { signal });
    });
    this.action("Send", () => this.#send());
    const startOver = this.action("Start over", () => keepPlace(startOver, () => this.#startOver()));
    show(this.place("result"), emptyPanes);
    part(this, ".action").addEventListener("input", ({ target }) => this.#typed(target as HTMLElement), { signal });
    const message = part(this, ".built");
    message.addEventListener("pointerover", (event) => this.#isWide && this.#point(event), { signal });
    message.addEventListener("focusin", (event) => this.#point(event), { signal });
    message.addEventListener("click", (event) => this.#point(event), { signal });
    new ResizeObserver(() => this.#placeWhy()).observe(this);
    this.#resume();
  }

  get #startButtons(): readonly HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>(".starts button")];
  }

  /** Begin with what the reader was at before a reload, or with the first action. */
  #resume(): void {
    const [index = 0, action = null] = JSON.parse(keptText(this.client) ?? "[]") as [number?, Action?];
    const start = this.config.starts[index];
    this.#begin(start ? index : 0);
    if (!action || !start || action.kind !== actionOf(start).kind) return;
    show(part(this, ".action"), editorView(action, start.about, this.client));
    this.#edited();
  }

  /** Begin with an action, and say what becomes of it, since that stands further down. */
  #choose(index: number): void {
    this.#begin(index);
    if (!this.#built || this.#built instanceof ActionError) return;
    const { method, target, fields } = this.#built.request;
    this.say(`The message that it becomes: ${method} ${target}, with ${fields.length} fields.`);
  }

  #begin(index: number): void {
    const start = this.config.starts[index];
    if (!start) return;
    this.#start = start;
    this.#startButtons.forEach((each, at) => {
      each.setAttribute("aria-pressed", String(at === index));
    });
    show(part(this, ".action"), editorView(actionOf(start), start.about, this.client));
    this.#edited();
  }

  /** What came before is gone from above the control, which stays where it is. */
  #typed(control: HTMLElement): void {
    keepPlace(control, () => this.#edited());
  }

  /** Build the message anew of what the editor holds. */
  #edited(): void {
    const start = this.#start;
    if (!start) return;
    const offered = actionOf(start);
    this.#action = readEditor(part(this, ".action"), offered);
    keepText(this.client, JSON.stringify([this.config.starts.indexOf(start), this.#action]));
    this.#built = build(this.#action, offered);
    this.#forgetResult();
    const problem = this.#built instanceof ActionError ? this.#built : null;
    part(this, ".editor-error").textContent = problem?.message ?? "";
    for (const control of this.querySelectorAll("[data-edits]")) {
      const isWrong = control.getAttribute("data-edits") === problem?.part;
      if (isWrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    this.#showBuilt(this.#action, this.#built);
  }

  #showBuilt(action: Action, built: BuiltMessage | ActionError): void {
    const place = part(this, ".built");
    if (built instanceof ActionError) {
      this.#why.remove();
      show(place, html`<p>The browser makes no request of this action. The editor says why.</p>`);
      return;
    }
    show(part(this, ".url"), urlView(built.url));
    show(part(this, ".both"), action.kind === "form" ? bothMethodsView(action, built.url) : html``);
    const picked = this.querySelector<HTMLElement>(".picked")?.dataset["piece"];
    show(place, builtView(built, true));
    const pieces = [...place.querySelectorAll<HTMLElement>("[data-piece]")];
    const piece = pieces.find((each) => each.dataset["piece"] === picked) ?? pieces[0];
    if (piece) this.#explain(piece);
  }

  #point({ target }: Event): void {
    const piece = (target as Element).closest<HTMLElement>("[data-piece]");
    if (piece && !piece.classList.contains("picked")) keepPlace(piece, () => this.#explain(piece));
  }

  #explain(piece: HTMLElement): void {
    const { piece: name = "", by = "", why = "" } = piece.dataset;
    for (const each of this.querySelectorAll(".picked")) each.classList.remove("picked");
    piece.classList.add("picked");
    const source = name === "Host" ? ["host", "port"] : [name];
    for (const row of this.querySelectorAll<HTMLElement>(".sent")) {
      row.classList.toggle("source", source.includes(row.dataset["part"] ?? ""));
    }
    show(this.#why, whyView(name, by, why));
    this.#placeWhy();
  }

  get #isWide(): boolean {
    return this.clientWidth >= twoPanes * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  /** The note stands below the message, or, where there is no room beside the editor, below the line that it is about. */
  #placeWhy(): void {
    const line = this.querySelector(".picked")?.closest("li");
    if (!line) return;
    if (!this.#isWide) line.append(this.#why);
    else if (this.#why.parentElement !== part(this, ".becomes")) part(this, ".becomes").append(this.#why);
  }

  async #send(): Promise<void> {
    const built = this.#built;
    if (this.state === "sending" || !built) return;
    if (built instanceof ActionError) {
      this.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      this.say(`Nothing to send. ${built.message}`);
      return;
    }
    if (built.url.host !== "library.example") {
      this.say(`The mock server is library.example and no other. Nothing is sent to ${built.url.host}.`);
      return;
    }
    this.state = "sending";
    this.say("Sending …");
    // A script can ask for every field but those that the browser keeps for itself.
    const fields = built.request.fields.filter(
      ({ name, value, by }) => refusedByBrowser(name, value) === null && !(by === "browser" && name === "User-Agent"),
    );
    const asked = {
      ...built.request,
      fields: [...fields, ...built.refused.map(({ name, value }) => ({ name, value }))],
    };
    const exchange = await fire(this.client, asked, sendInteraction(built.request));
    if (this.isConnected && this.#built === built) this.#compare(built, exchange);
  }

  #compare(built: BuiltMessage, exchange: Exchange): void {
    this.exchange = exchange;
    this.heard(exchange);
    if (!exchange.response) {
      this.place("verdict").replaceChildren();
      this.say(exchange.failure?.text ?? "No response.");
      return;
    }
    const added = fieldsBeside(exchange.request.fields, built.request.fields).length;
    const more = added === 1 ? "1 more field" : `${added || "no"} more fields`;
    const sent = exchange.host === "page" ? "The server saw" : "The browser sent";
    this.say(`${summary(exchange.response)}. ${sent} ${more} than you see below.`);
    show(this.place("verdict"), comparisonView(built, exchange));
  }

  async #startOver(): Promise<void> {
    if (this.state === "sending" || !this.#start) return;
    this.#begin(this.config.starts.indexOf(this.#start));
    const isReset = await this.resetLibrary();
    this.say(isReset ? "The action and the library’s data are as they were." : "The action is as it was.");
  }

  #forgetResult(): void {
    this.exchange = null;
    this.state = "ready";
    this.say("");
    sayHost(this, notYetAsked);
    this.place("verdict").replaceChildren();
  }
}

function build(action: Action, offered: Action): BuiltMessage | ActionError {
  try {
    return buildMessage(action, offered, navigator.userAgent);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
}

function readEditor(editor: Element, { kind }: Action): Action {
  const controls = [
    ...editor.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("[data-edits]"),
  ];
  const values = (wanted: ActionPart) => controls.filter(({ dataset }) => dataset["edits"] === wanted);
  const value = (wanted: ActionPart): string => values(wanted)[0]?.value ?? "";
  const url = value("url");
  if (kind === "link") return { kind, url };
  if (kind === "form") {
    const method = value("method") === "POST" ? "POST" : "GET";
    return { kind, url, method, data: values("content").map((input) => [input.name, input.value] as const) };
  }
  return { kind, url, method: value("method"), fields: value("fields"), content: value("content") };
}

customElements.define("message-builder", MessageBuilder);
