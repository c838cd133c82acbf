import { html } from "../../html.ts";
import { plainRequest } from "../../http/block/pasted-text.ts";
import { completeRequest, rewritten } from "../../http/complete-request.ts";
import type { Exchange } from "../../http/exchange.ts";
import { actAfterEdit, sendInteraction } from "../../http/interaction.ts";
import { fieldsBeside, formatRequest, MessageError, type RequestMessage } from "../../http/message/message.ts";
import { statusMeaning } from "../../http/rules/status.ts";
import { connect, connected } from "../../lab/page/connect.ts";
import { codeMissing } from "../../lab/page/lab.ts";
import { tellDone } from "../kit/done.ts";
import { awaited, button, part, show } from "../kit/element-parts.ts";
import { exchangeView, hostLine, outcomeLine, outcomeSentence, pendingView, shownLine } from "../kit/exchange-view.ts";
import { fire } from "../kit/fire.ts";
import { sayHost } from "../kit/keep-place.ts";
import { keepText, keptText } from "../kit/kept-text.ts";
import { editedRequest, fitRows, placeCaret } from "../kit/message-editor.ts";
import type { Came } from "../kit/question-view.ts";
import { unfold } from "../kit/unfold.ts";
import type { HttpExchange } from "./element.ts";
import { broughtView, differences, differsView } from "./library-words.ts";
import { travel } from "./wire.ts";
import { wireView } from "./wire-view.ts";

/** What a reader can do with one request block: send, edit, copy, bring the record back. */
export class Desk {
  readonly #demo: HttpExchange;
  #request: RequestMessage;
  #editor: HTMLTextAreaElement | null = null;
  /** The transcript of the build. */
  readonly #transcript: string;
  /** The stages that the reader had open when the request was sent. */
  #open: readonly number[] | null = null;
  /** Ends the replay on the wire. */
  #skip: AbortController | null = null;

  constructor(demo: HttpExchange) {
    this.#demo = demo;
    this.#request = demo.recorded.exchange.request;
    this.#transcript = part(demo, ".result").innerHTML;
  }

  /** The name under which the mock server knows who asks; in a block it ends in that of the block's own library. */
  get client(): string {
    const { client = "reader" } = this.#demo.dataset;
    const library = this.#block?.dataset["library"];
    return library ? `${client}.${library}` : client;
  }

  get #block(): HTMLElement | null {
    return this.#demo.closest<HTMLElement>("request-block");
  }

  /** Send the request; in a block, after those before it, on a fresh library. */
  async send(): Promise<void> {
    const block = this.#block;
    if (!block) await this.fire();
    else {
      const { sendInOrder } = await import("./block.ts");
      await sendInOrder(block, this.#demo);
    }
  }

  /** Send the request as it is now, and show what came of it; false where a mistake in the editor keeps it here. */
  async fire(): Promise<boolean> {
    const demo = this.#demo;
    const request = this.#editedRequest();
    if (!request) return false;
    this.#request = request;
    const result = part<HTMLElement>(demo, ".result");
    result.style.minBlockSize = `${result.offsetHeight}px`;
    demo.dataset["state"] = "sending";
    this.#clearDifference();
    demo.say("Sending …");
    this.#open = openStages(result);
    show(result, pendingView());
    const { request: offered, interaction } = demo.recorded.exchange;
    const exchange = await fire(
      this.client,
      request,
      sendInteraction(request, actAfterEdit(request, offered, interaction)),
    );
    // A press while the replay of another one goes on ends that: its own is not shown again.
    const isInHaste = this.#skip !== null;
    this.#show(exchange, exchange.response ? "done" : "failed");
    if (!isInHaste) this.#replay(exchange);
    this.#tell(exchange, request);
    tellDone(demo);
    result.style.minBlockSize = "";
    this.#noteWhenShown(exchange);
    return true;
  }

  /** Let the messages travel on the wire once more, slowly. What came stands in the transcript meanwhile. */
  async #replay(exchange: Exchange): Promise<void> {
    const skip = new AbortController();
    this.#skip = skip;
    const signal = AbortSignal.any([skip.signal, this.#demo.signal]);
    addEventListener("keydown", ({ key }) => key === "Escape" && skip.abort(), { signal });
    await travel(part(this.#demo, ".wire"), exchange, signal);
    skip.abort();
    if (this.#skip === skip) this.#skip = null;
  }

  /** Announce what came: beside the reader's guess, where it was the record that came again. */
  #tell(exchange: Exchange, request: RequestMessage): void {
    const demo = this.#demo;
    const { recorded, asked } = demo;
    const isChanged = formatRequest(request) !== formatRequest(recorded.exchange.request);
    const found = isChanged ? [] : differences(recorded, exchange);
    if (found.length > 0) this.#showDifference(found);
    const isJudged = asked && !isChanged && found.length === 0;
    demo.say(isJudged ? asked.compare(whatCame(exchange, asked.right)) : outcomeWithAdded(exchange, request));
  }

  #showDifference(found: readonly string[]): void {
    const place = document.createElement("div");
    place.className = "differs";
    const before = (connected()?.changes ?? []).filter(({ id }) => id !== this.#demo.exchange?.id);
    const changes = this.#block ? [] : before;
    show(place, differsView(found, changes, this.#demo.asked !== null));
    const controls = document.createElement("div");
    controls.className = "controls";
    controls.append(button("Take a fresh library, and send again", () => this.#sendAfresh(), this.#demo.signal));
    place.append(controls);
    part(this.#demo, "[role=status]").after(place);
  }

  #clearDifference(): void {
    this.#demo.querySelector(".differs")?.remove();
  }

  async #sendAfresh(): Promise<void> {
    part<HTMLElement>(this.#demo, ".primary").focus();
    await connect()
      .then((lab) => lab.reset(this.client))
      .catch(() => {});
    await this.send();
  }

  /** The end of stage 5 is when the browser has drawn it, so its time is known only in the next frame. */
  #noteWhenShown(exchange: Exchange): void {
    const { times } = exchange;
    if (!times) return;
    const demo = this.#demo;
    const drawing = performance.now();
    requestAnimationFrame(() => {
      const shown = times.shown + performance.now() - drawing;
      if (demo.exchange !== exchange || demo.dataset["state"] === "sending") return;
      demo.exchange = { ...exchange, times: { ...times, shown } };
      part(demo, '[data-stage="5"] .time').textContent = shownLine(shown);
    });
  }

  /** The request in the editor, or the one on show; null after an error has been shown beside the text. */
  #editedRequest(): RequestMessage | null {
    if (!this.#editor) return this.#request;
    const error = part(this.#demo, ".editor-error");
    try {
      this.#makePlain(this.#editor);
      const { request } = editedRequest(this.#editor.value);
      error.textContent = "";
      this.#editor.removeAttribute("aria-invalid");
      return completeRequest(rewritten(request, this.#demo.recorded.exchange.request));
    } catch (problem) {
      error.textContent = (problem as Error).message;
      this.#editor.setAttribute("aria-invalid", "true");
      if (problem instanceof MessageError) placeCaret(this.#editor, problem.line, problem.column);
      this.#demo.say("");
      this.#editor.focus();
      return null;
    }
  }

  /** Put in the text's place what it plainly means, so that what is sent can be read; say so. Throws a CurlError. */
  #makePlain(editor: HTMLTextAreaElement): void {
    const { text, note } = plainRequest(editor.value);
    if (note === null) return;
    editor.value = text;
    editor.dispatchEvent(new Event("input"));
    fitRows(editor);
    this.#demo.say(note);
  }

  /**
   * Put a request into the editor, unsent, and say where it came from; null leaves all as it is and says why. Where requests
   * come `before` it, they are shown, and sent to a fresh library when the reader wants it so.
   */
  offer(request: RequestMessage | null, sentence: string, before: readonly RequestMessage[] = []): void {
    this.#demo.say(sentence);
    this.#clearBrought();
    if (before.length > 0 && !this.#block) this.#offerLibrary(before);
    if (request) {
      this.#request = request;
      if (this.#editor) this.toggleEditor();
      this.toggleEditor();
    }
    unfold(this.#demo);
    this.#demo.scrollIntoView();
  }

  #offerLibrary(before: readonly RequestMessage[]): void {
    const place = document.createElement("div");
    place.className = "brought";
    show(place, broughtView(before));
    const controls = document.createElement("div");
    controls.className = "controls";
    controls.append(button("Make this library", () => this.#makeLibrary(before), this.#demo.signal));
    place.append(controls);
    part(this.#demo, "[role=status]").after(place);
  }

  #clearBrought(): void {
    this.#demo.querySelector(".brought")?.remove();
  }

  /** Send what comes before the request, in order, to a fresh library. */
  async #makeLibrary(before: readonly RequestMessage[]): Promise<void> {
    const demo = this.#demo;
    if (demo.dataset["state"] === "sending") return;
    demo.say("Making the library …");
    await connect()
      .then((lab) => lab.reset(this.client))
      .catch(() => {});
    for (const request of before) {
      const { response } = await fire(this.client, request, sendInteraction(request));
      if (response) continue;
      demo.say(`No answer came to ${request.method} ${request.target}, so the library is not as the link has it.`);
      return;
    }
    this.#clearBrought();
    part<HTMLElement>(demo, ".primary").focus();
    demo.say("The library is as the link has it, for all demos of this site. Now press Send.");
  }

  toggleEditor(): void {
    if (this.#editor) {
      this.closeEditor();
      keepText(this.#demo.keptAs, null);
    } else this.#openEditor(keptText(this.#demo.keptAs) ?? editable(this.#request));
    this.#demo.querySelector("[value=edit]")?.setAttribute("aria-expanded", String(this.#editor !== null));
    this.#editor?.focus();
    this.#offerStartOver();
  }

  /** Start over is there while there is something to take back. */
  #offerStartOver(): void {
    const isAsRecorded = this.#demo.dataset["state"] === "static" && !this.#editor;
    part<HTMLButtonElement>(this.#demo, "[value=start-over]").hidden = isAsRecorded;
  }

  #openEditor(text: string): void {
    const label = document.createElement("label");
    label.className = "editor";
    label.append("The request message. Change it, then press Send.");
    this.#editor = document.createElement("textarea");
    this.#editor.spellcheck = false;
    this.#editor.autocapitalize = "off";
    this.#editor.value = text;
    fitRows(this.#editor);
    this.#editor.addEventListener("input", ({ target }) =>
      keepText(this.#demo.keptAs, (target as HTMLTextAreaElement).value),
    );
    const error = document.createElement("p");
    error.className = "editor-error";
    error.setAttribute("role", "alert");
    error.id = `${this.#demo.dataset["client"]}-error`;
    this.#editor.setAttribute("aria-describedby", error.id);
    const editor = this.#editor;
    // What is pasted is made plain at once; the text is in its place only after the event.
    const makePlain = () => {
      try {
        this.#makePlain(editor);
        error.textContent = "";
      } catch (problem) {
        error.textContent = (problem as Error).message;
      }
    };
    editor.addEventListener("paste", () => setTimeout(makePlain), { signal: this.#demo.signal });
    label.append(this.#editor);
    part(this.#demo, ".controls").after(label, error);
  }

  closeEditor(): void {
    this.#editor = null;
    for (const element of this.#demo.querySelectorAll(".editor, .editor-error")) element.remove();
  }

  /** Bring back what the build recorded. */
  restore(): void {
    const { exchange } = this.#demo.recorded;
    this.#open = null;
    this.#request = exchange.request;
    if (this.#editor) this.toggleEditor();
    this.#clearDifference();
    this.#clearBrought();
    this.#show(exchange, "static");
    part(this.#demo, ".result").innerHTML = this.#transcript;
  }

  /** Bring back what the build recorded, and the library's first data. */
  async startOver(): Promise<void> {
    part<HTMLButtonElement>(this.#demo, ".primary").focus();
    this.restore();
    const own = "The request and its transcript are as recorded.";
    // A block begins with a fresh library each time.
    if (this.#block) {
      this.#demo.say(own);
      return;
    }
    // Said when it is so: who sends at once is answered from these data.
    const again = `${own} The library has its first data again, for all demos of this site.`;
    await connect()
      .then((lab) => lab.reset())
      .then(
        () => this.#demo.say(again),
        () => this.#demo.say(own),
      );
  }

  async toggleCopies(opener: HTMLButtonElement): Promise<void> {
    const { toggleCopyMenu } = await awaited(opener, import("../kit/copy-menu.ts").catch(codeMissing));
    toggleCopyMenu(opener, {
      isOneRequest: true,
      cycles: async () => {
        const request = this.#editedRequest();
        const { exchange, dataset } = this.#demo;
        const before = this.#changesBefore(request);
        return request && exchange && { exchanges: [exchange], request, demo: dataset["client"] ?? "", before };
      },
      say: (text) => this.#demo.say(text),
    });
  }

  /** The requests that changed the library before this one was sent, or is. A block has a fresh library each time. */
  #changesBefore(request: RequestMessage | null): readonly RequestMessage[] {
    const changes = this.#block ? [] : (connected()?.changes ?? []);
    const { exchange } = this.#demo;
    const isOnShow = request && exchange && formatRequest(request) === formatRequest(exchange.request);
    const own = isOnShow ? changes.findIndex(({ id }) => id === exchange.id) : -1;
    return (own < 0 ? changes : changes.slice(0, own)).map((change) => change.request);
  }

  #show(exchange: Exchange, state: "static" | "done" | "failed"): void {
    const demo = this.#demo;
    demo.exchange = exchange;
    demo.dataset["state"] = state;
    demo.dataset["host"] = exchange.host;
    this.#skip?.abort();
    this.#skip = null;
    show(part(demo, ".wire"), wireView(exchange));
    sayHost(demo, hostLine(exchange, state === "static" ? null : connected()));
    show(part(demo, ".result"), exchangeView(exchange, { ...demo.recorded, open: this.#open ?? demo.recorded.open }));
    demo.uncover();
    this.#offerStartOver();
    const fold = demo.querySelector<HTMLDetailsElement>(".fold");
    if (fold && state !== "static") fold.open = true;
  }
}

/** What came of a request as it was recorded, beside the choices that its author marked as right. */
function whatCame(exchange: Exchange, right: readonly number[]): Came {
  const { response, failure } = exchange;
  const why = response ? statusMeaning(response.status) : (failure?.text ?? "");
  return { text: html`${outcomeLine(exchange)}`.text, why: html`<p>${why}</p>`.text, right: response ? right : null };
}

/** The outcome, and how many fields the browser sent beside those of the request that was on show. */
function outcomeWithAdded(exchange: Exchange, request: RequestMessage): string {
  const added = fieldsBeside(exchange.request.fields, request.fields).length;
  if (!exchange.response || exchange.host !== "worker" || added === 0) return outcomeLine(exchange);
  return `${outcomeSentence(exchange)} Your browser added ${added === 1 ? "1 more field" : `${added} more fields`}.`;
}

function openStages(result: Element): readonly number[] {
  const rows = result.querySelectorAll<HTMLElement>("li[data-stage]:has(> details[open])");
  return Array.from(rows, ({ dataset }) => Number(dataset["stage"]));
}

/** A request as a text to be edited; its length is left out, since the browser counts the content. */
function editable(request: RequestMessage): string {
  const fields = request.fields.filter(({ name }) => name.toLowerCase() !== "content-length");
  return formatRequest({ ...request, fields }).replaceAll("\r\n", "\n");
}
