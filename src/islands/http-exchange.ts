import type { Exchange } from "../http/exchange.ts";
import { sendInteraction } from "../http/interaction.ts";
import { formatRequest, MessageError, type RequestMessage } from "../http/message.ts";
import { failedExchange } from "../lab/exchange-from-report.ts";
import { codeMissing, type Lab, LabError } from "../lab/lab.ts";
import { exchangeView, hostLine, outcomeLine, pendingView, shownLine } from "../view/exchange-view.ts";
import type { asCode } from "./as-code.ts";
import { button, part, show } from "./element-parts.ts";

/** One request block: its transcript from the build, and the controls that make it live. */
export class HttpExchange extends HTMLElement {
  /** The cycle that is on show, as plain data. */
  exchange: Exchange | null = null;
  #built: Exchange | null = null;
  #request: RequestMessage | null = null;
  #edit: HTMLButtonElement | null = null;
  #editor: HTMLTextAreaElement | null = null;
  #realServer: HTMLButtonElement | null = null;
  /** Sets what came beside what the reader predicted; gives the sentence to announce. */
  #compare: ((exchange: Exchange) => string) | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#built ??= JSON.parse(part(this, "script").textContent) as Exchange;
    this.exchange ??= this.#built;
    this.#request ??= this.#built.request;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const controls = document.createElement("div");
    controls.className = "controls";
    const send = button("Send", () => this.#send(), signal);
    send.className = "primary";
    this.#edit = button("Edit", () => this.#toggleEditor(), signal);
    this.#edit.setAttribute("aria-expanded", "false");
    controls.append(
      send,
      this.#edit,
      button("Reset", () => this.#reset(), signal),
      button("Copy as cURL", () => this.#copy("cURL"), signal),
      button("Copy as fetch", () => this.#copy("fetch"), signal),
      button("Copy link", () => this.#copy("a link"), signal),
    );
    part(this, ".exchange-head").after(controls);
    if ("predict" in this.dataset && this.dataset.state === "static") this.#askFirst(controls, signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#closeEditor();
    this.querySelector(".controls")?.remove();
  }

  async #send(): Promise<void> {
    const request = await this.#editedRequest();
    if (!request || this.dataset.state === "sending") return;
    this.#request = request;
    const result = part<HTMLElement>(this, ".result");
    result.style.minBlockSize = `${result.offsetHeight}px`;
    this.dataset.state = "sending";
    this.#say("Sending …");
    show(result, pendingView());
    const interaction = sendInteraction(request);
    const client = this.dataset.client ?? "reader";
    let exchange: Exchange;
    let lab: Lab | undefined;
    try {
      lab = await connect();
      exchange = await lab.send(client, request, interaction);
    } catch (error) {
      const failure =
        error instanceof LabError ? error.failure : { kind: "network" as const, text: (error as Error).message };
      exchange = failedExchange("none", client, request, interaction, failure, "none");
    }
    this.#show(exchange, exchange.response ? "done" : "failed", lab);
    result.style.minBlockSize = "";
    this.#noteWhenShown(exchange);
  }

  /** The end of stage 5 is when the browser has drawn it, so its time is known only in the next frame. */
  #noteWhenShown(exchange: Exchange): void {
    const { times } = exchange;
    if (!times) return;
    const drawing = performance.now();
    requestAnimationFrame(() => {
      const shown = times.arrived + performance.now() - drawing;
      if (this.exchange !== exchange || this.dataset.state === "sending") return;
      this.exchange = { ...exchange, times: { ...times, shown } };
      part(this, '[data-stage="5"] .time').textContent = shownLine(shown);
    });
  }

  /** Hide the recorded answer until the reader has predicted it, skipped, or sent the request. */
  async #askFirst(controls: HTMLElement, signal: AbortSignal): Promise<void> {
    const place = document.createElement("div");
    try {
      const { askForStatus } = await import("./status-prediction.ts");
      if (signal.aborted || !this.#built) return;
      this.#compare = askForStatus(place, this.#built, () => this.#reveal(), signal);
      controls.after(place);
      this.classList.add("unrevealed");
    } catch {
      // Without the question, the transcript simply stays on show.
    }
  }

  #reveal(): void {
    this.classList.remove("unrevealed");
    part<HTMLButtonElement>(this, ".primary").focus();
  }

  /** The request in the editor, or the one on show; null after an error has been shown beside the text. */
  async #editedRequest(): Promise<RequestMessage | null> {
    if (!this.#editor) return this.#request;
    const error = part(this, ".editor-error");
    try {
      const { parseHttpFile } = await import("../http/http-file.ts").catch(codeMissing);
      const { requests } = parseHttpFile(this.#editor.value);
      const [first, second] = requests;
      if (!first) throw new Error("Expected a request, such as GET /books HTTP/1.1; found none.");
      if (second) throw new Error(`Expected one request; found a second one at line ${second.line}.`);
      error.textContent = "";
      this.#editor.removeAttribute("aria-invalid");
      return first.request;
    } catch (problem) {
      error.textContent = (problem as Error).message;
      if (!(problem instanceof LabError)) this.#editor.setAttribute("aria-invalid", "true");
      if (problem instanceof MessageError) placeCaret(this.#editor, problem.line, problem.column);
      this.#editor.focus();
      return null;
    }
  }

  /** Put a request into the editor, unsent, and say where it came from; null leaves all as it is and says why. */
  offer(request: RequestMessage | null, sentence: string): void {
    this.#say(sentence);
    if (request) {
      this.#request = request;
      this.#closeEditor();
      this.#toggleEditor();
    }
    this.scrollIntoView();
  }

  #toggleEditor(): void {
    if (this.#editor) this.#closeEditor();
    else if (this.#request) this.#openEditor(formatRequest(this.#request).replaceAll("\r\n", "\n"));
    this.#edit?.setAttribute("aria-expanded", String(this.#editor !== null));
    this.#editor?.focus();
  }

  #openEditor(text: string): void {
    const label = document.createElement("label");
    label.className = "editor";
    label.append("The request message. Change it, then press Send.");
    this.#editor = document.createElement("textarea");
    this.#editor.spellcheck = false;
    this.#editor.autocapitalize = "off";
    this.#editor.rows = Math.max(5, text.split("\n").length + 1);
    this.#editor.value = text;
    const error = document.createElement("p");
    error.className = "editor-error";
    error.setAttribute("role", "alert");
    error.id = `${this.dataset.client}-error`;
    this.#editor.setAttribute("aria-describedby", error.id);
    label.append(this.#editor);
    part(this, ".controls").after(label, error);
  }

  #closeEditor(): void {
    this.#editor = null;
    for (const element of this.querySelectorAll(".editor, .editor-error")) element.remove();
  }

  async #reset(): Promise<void> {
    if (!this.#built || this.dataset.state === "sending") return;
    this.#request = this.#built.request;
    if (this.#editor) this.#toggleEditor();
    this.#show(this.#built, "static");
    this.#say("Reset: the request, its transcript and the library’s data are as they were.");
    await connect()
      .then((lab) => lab.reset())
      .catch(() => this.#say("Reset: the request and its transcript are as they were."));
  }

  async #copy(form: Parameters<typeof asCode>[0]): Promise<void> {
    const request = await this.#editedRequest();
    if (!request) return;
    let code = { text: "", note: "" };
    try {
      const copies = await import("./as-code.ts");
      code = copies.asCode(form, request, this.dataset.client);
      if (code.text) await navigator.clipboard.writeText(code.text);
      this.#say(code.text ? `Copied as ${form}. ${code.note}` : code.note);
    } catch {
      this.#say(
        code.text
          ? `The browser did not allow copying. ${code.note} Here is the text: ${code.text}`
          : "The code for copying could not be loaded. Press the button again.",
      );
    }
    if (form === "cURL") this.#offerRealServer();
  }

  /** Only who wants cURL may want a server that cURL can reach. */
  #offerRealServer(): void {
    if (this.#realServer?.isConnected) return;
    const { signal } = this.#listening;
    this.#realServer = button("Copy for 127.0.0.1:8080", () => this.#copy("cURL for a real server"), signal);
    part(this, ".controls").append(this.#realServer);
  }

  #show(exchange: Exchange, state: "static" | "done" | "failed", lab?: Lab): void {
    this.exchange = exchange;
    this.dataset.state = state;
    this.dataset.host = exchange.host;
    part(this, ".host-line").textContent = hostLine(exchange, lab);
    show(part(this, ".result"), exchangeView(exchange));
    this.classList.remove("unrevealed");
    this.#say(this.#compare && state !== "static" ? this.#compare(exchange) : outcomeLine(exchange));
    const fold = this.querySelector<HTMLDetailsElement>(".fold");
    if (fold && state !== "static") fold.open = true;
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

/** Select the character at a line and column (both from 1), so that the reader sees where the error stands. */
function placeCaret(editor: HTMLTextAreaElement, line: number, column: number): void {
  const before = editor.value.split("\n").slice(0, line - 1);
  const start = before.reduce((length, text) => length + text.length + 1, 0) + column - 1;
  editor.setSelectionRange(start, start + 1);
}

/** The way to the mock server; its code comes when the reader first acts. */
async function connect(): Promise<Lab> {
  const lab = await import("../lab/connect.ts").catch(codeMissing);
  return lab.connect();
}

customElements.define("http-exchange", HttpExchange);
