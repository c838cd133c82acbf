import { html } from "../html.ts";
import { type Action, ActionError, type ActionPart, type BuiltMessage, buildMessage } from "../http/build-message.ts";
import type { Exchange } from "../http/exchange.ts";
import { refusedByBrowser } from "../http/fields.ts";
import { sendInteraction } from "../http/interaction.ts";
import { fieldValue } from "../http/message.ts";
import { summary } from "../http/status.ts";
import { connect, connected } from "../lab/connect.ts";
import { notYetAsked } from "../view/about-server.ts";
import { hostLine } from "../view/exchange-view.ts";
import { bothMethodsView, builtView, comparisonView, urlView, whyView } from "../view/message-builder-view.ts";
import { kindTexts, startingActions } from "../view/starting-actions.ts";
import { button, part, show } from "./element-parts.ts";
import { fire } from "./fire.ts";

const client = "builder";

/** An action, an editor for it, and the message that a browser makes of it, while it is typed. */
class MessageBuilder extends HTMLElement {
  /** The cycle that was last fired, as plain data. */
  exchange: Exchange | null = null;
  #offered = startingActions[0].action;
  #action: Action = this.#offered;
  #built: BuiltMessage | ActionError | null = null;
  #listening = new AbortController();
  #figure: string | null = null;

  connectedCallback(): void {
    this.#figure ??= this.innerHTML;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const start = document.createElement("div");
    start.className = "controls builder-starts";
    start.setAttribute("role", "group");
    start.setAttribute("aria-label", "The action to begin with");
    startingActions.forEach(({ name }, index) => {
      start.append(button(name, () => this.#begin(index), signal));
    });
    part(this, ".exchange-head").after(start);
    const controls = document.createElement("div");
    controls.className = "controls";
    const send = button("Send", () => this.#send(), signal);
    send.className = "primary";
    controls.append(
      send,
      button("Reset", () => this.#reset(), signal),
    );
    part(this, "[role=status]").before(controls);
    const why = document.createElement("p");
    why.className = "builder-why";
    why.id = "builder-why";
    part(this, ".builder-built").after(why);
    part(this, ".builder-editor").addEventListener("input", () => this.#edited(), { signal });
    const point = (event: Event) => {
      const piece = (event.target as Element).closest<HTMLElement>("[data-piece]");
      if (piece) this.#explain(piece);
    };
    for (const type of ["pointerover", "focusin", "click"]) {
      part(this, ".builder-built").addEventListener(type, point, { signal });
    }
    this.#begin(0);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.innerHTML = this.#figure ?? "";
    this.dataset["state"] = "static";
  }

  #begin(index: number): void {
    const { action } = startingActions[index] ?? startingActions[0];
    this.#offered = action;
    this.querySelectorAll(".builder-starts button").forEach((each, at) => {
      each.setAttribute("aria-pressed", String(at === index));
    });
    show(part(this, ".builder-editor"), editorView(action));
    this.#edited();
  }

  /** Build the message anew of what the editor holds. */
  #edited(): void {
    this.#action = readEditor(part(this, ".builder-editor"), this.#offered);
    this.#built = this.#build();
    this.#forgetResult();
    const problem = this.#built instanceof ActionError ? this.#built : null;
    part(this, ".builder-error").textContent = problem?.message ?? "";
    for (const control of this.querySelectorAll("[data-edits]")) {
      const isWrong = control.getAttribute("data-edits") === problem?.part;
      if (isWrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
    this.#showBuilt();
  }

  #build(): BuiltMessage | ActionError {
    try {
      return buildMessage(this.#action, this.#offered, navigator.userAgent);
    } catch (error) {
      if (error instanceof ActionError) return error;
      throw error;
    }
  }

  #showBuilt(): void {
    const built = this.#built;
    const place = part(this, ".builder-built");
    if (!built || built instanceof ActionError) {
      show(place, html`<p>The browser makes no request of this action. The editor says why.</p>`);
      show(part(this, ".builder-why"), html``);
      return;
    }
    const parts = part(this, ".builder-parts");
    show(parts, urlView(built.url));
    if (this.#action.kind === "form")
      parts.insertAdjacentHTML("beforeend", bothMethodsView(this.#action, built.url).text);
    const picked = this.querySelector<HTMLElement>(".builder-picked")?.dataset["piece"];
    show(place, builtView(built, true));
    const pieces = [...place.querySelectorAll<HTMLElement>("[data-piece]")];
    const piece = pieces.find((each) => each.dataset["piece"] === picked) ?? pieces[0];
    if (piece) this.#explain(piece);
  }

  #explain(piece: HTMLElement): void {
    const { piece: name = "", by = "", why = "" } = piece.dataset;
    for (const each of this.querySelectorAll(".builder-picked")) each.classList.remove("builder-picked");
    piece.classList.add("builder-picked");
    const source = name === "Host" ? ["host", "port"] : [name];
    for (const row of this.querySelectorAll<HTMLElement>(".builder-sent")) {
      row.classList.toggle("builder-source", source.includes(row.dataset["part"] ?? ""));
    }
    show(part(this, ".builder-why"), whyView(name, by, why));
  }

  async #send(): Promise<void> {
    const built = this.#built;
    if (this.dataset["state"] === "sending" || !built) return;
    if (built instanceof ActionError) {
      this.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      this.#say(`Nothing to send. ${built.message}`);
      return;
    }
    if (built.url.host !== "library.example") {
      this.#say(`The mock server is library.example and no other. Nothing is sent to ${built.url.host}.`);
      return;
    }
    this.#forgetResult();
    this.dataset["state"] = "sending";
    this.#say("Sending …");
    // A script can ask for every field but those that the browser keeps for itself.
    const fields = built.request.fields.filter(
      ({ name, value, by }) => refusedByBrowser(name, value) === null && !(by === "browser" && name === "User-Agent"),
    );
    const asked = {
      ...built.request,
      fields: [...fields, ...built.refused.map(({ name, value }) => ({ name, value }))],
    };
    const exchange = await fire(client, asked, sendInteraction(built.request));
    if (this.isConnected && this.#built === built) this.#compare(built, exchange);
  }

  #compare(built: BuiltMessage, exchange: Exchange): void {
    this.exchange = exchange;
    this.dataset["host"] = exchange.host;
    this.dataset["state"] = exchange.response ? "done" : "failed";
    part(this, ".host-line").textContent = hostLine(exchange, connected());
    if (!exchange.response) {
      this.#say(exchange.failure?.text ?? "No response.");
      return;
    }
    const added = exchange.request.fields.filter(({ name }) => fieldValue(built.request.fields, name) === null).length;
    const more = added === 1 ? "1 more field" : `${added || "no"} more fields`;
    const sent = exchange.host === "page" ? "The server saw" : "The browser sent";
    this.#say(`${summary(exchange.response)}. ${sent} ${more} than you see above.`);
    show(part(this, ".builder-result"), comparisonView(built, exchange.request));
  }

  async #reset(): Promise<void> {
    if (this.dataset["state"] === "sending") return;
    this.#begin(startingActions.findIndex(({ action }) => action === this.#offered));
    this.#say("Reset: the action and the library’s data are as they were.");
    await connect()
      .then((lab) => lab.reset())
      .catch(() => this.#say("Reset: the action is as it was."));
  }

  #forgetResult(): void {
    this.exchange = null;
    this.dataset["state"] = "ready";
    this.#say("");
    part(this, ".host-line").textContent = notYetAsked;
    part(this, ".builder-result").replaceChildren();
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

/** The controls for what an action of this kind holds. */
function editorView(action: Action) {
  const described = html`aria-describedby="builder-error"`;
  const box = (label: string, part: ActionPart, value: string, name = "") =>
    html`<label>${label}<input data-edits="${part}" name="${name}" value="${value}" ${described} autocapitalize="off" autocomplete="off" spellcheck="false"></label>`;
  const area = (label: string, part: ActionPart, value: string) =>
    html`<label>${label}<textarea data-edits="${part}" ${described} rows="3" autocapitalize="off" spellcheck="false">\n${value}</textarea></label>`;
  return html`<p>${kindTexts[action.kind]}</p>${
    action.kind === "form" &&
    html`<label>Method<select data-edits="method">${["GET", "POST"].map(
      (method) => html`<option${method === action.method && html` selected`}>${method}</option>`,
    )}</select></label>`
  }${action.kind === "fetch" && box("Method", "method", action.method)}${box("URL", "url", action.url)}${
    action.kind === "form" && action.data.map(([name, value]) => box(`You type, in “${name}”`, "content", value, name))
  }${
    action.kind === "fetch" &&
    html`${area("Fields, one on each line", "fields", action.fields)}${area("Content", "content", action.content)}`
  }<p class="builder-error" id="builder-error" aria-live="polite"></p>`;
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
