import type { Exchange, Interaction } from "../http/exchange.ts";
import { followsRedirect, namedByPage, ownButton } from "../http/interaction.ts";
import type { ResponseMessage } from "../http/message.ts";
import { redirectTarget } from "../http/redirect.ts";
import { connect } from "../lab/connect.ts";
import { exchangeFromReport } from "../lab/exchange-from-report.ts";
import type { Lab } from "../lab/lab.ts";
import { shownUrl } from "../lab/page-elements.ts";
import type { Report } from "../lab/protocol.ts";
import { miniBrowserView, sentences, sentenceView } from "../view/mini-browser-view.ts";
import { type DemoHistory, historyLimit, nothingYet, remember } from "./demo-history.ts";
import { part, show } from "./element-parts.ts";
import { libraryUrl, site } from "./library-url.ts";
import { ownCopies } from "./own-copies.ts";
import { type Intent, intentBehind, listenToPage } from "./page-actions.ts";
import { arrive, emptyHistory, neighbour, type TabHistory, type Travel, travelTo } from "./tab-history.ts";

/** Milliseconds in which the server's report follows an answer, and in which a page follows its report. */
const reportPatience = 500;
const pagePatience = 4000;

/** From an action of the reader until the browser has done with what came. */
interface Visit {
  readonly intent: Intent | null;
  /** Null where the browser's own buttons were used: then only the URL tells. */
  readonly travel: Travel | null;
  /** The page that was on show before. */
  readonly from: Document | null;
  /** The last answer: where it redirects, another follows. */
  answer: Exchange | null;
  loaded: boolean;
}

/**
 * A small browser on library.example: address field, Back, Forward, Reload, and a script-less frame that the mock server
 * serves. What the reader does in it is done by the real browser: links, forms, redirects, pictures.
 *
 * Attributes: `data-client` names the client (default `reader`), `data-home` is the first target (`/`), `data-name` what
 * it is called (`Mini browser`); `data-quiet` leaves announcing to the demo around it.
 * Events, all bubbling: `exchange` for each request that the server saw (detail: the Exchange), `stay` where the reader
 * acted and no request was made (detail: why), `shown` when the browser has done with what came: a page is drawn, or
 * stays, or a sentence says why there is none.
 */
export class MiniBrowser extends HTMLElement {
  #heard: DemoHistory<Exchange> = nothingYet;
  /** Targets that the page on show needs and that the browser took from its own copies, without a request. */
  copies: readonly string[] = [];
  #lab: Lab | null = null;
  #frame: HTMLIFrameElement | null = null;
  /** The page whose links and forms are listened to. */
  #page: Document | null = null;
  #visit: Visit | null = null;
  #travel: Travel | null = null;
  #intents: readonly Intent[] = [];
  #history: TabHistory = emptyHistory;
  #life = 1;
  #saidTyping = false;
  #timer = 0;
  #stopWatching = () => {};
  #listening = new AbortController();

  get client(): string {
    const name = this.dataset["client"] ?? "reader";
    return this.#life === 1 ? name : `${name}-${this.#life}`;
  }

  get #name(): string {
    return this.dataset["name"] ?? "Mini browser";
  }

  get #home(): string {
    return site + (this.dataset["home"] ?? "/");
  }

  get #address(): HTMLInputElement {
    return part(this, "input");
  }

  /** The latest requests that the server saw, as plain data. */
  get exchanges(): readonly Exchange[] {
    return this.#heard.kept;
  }

  /** How many older exchanges are no longer in `exchanges`. */
  get forgotten(): number {
    return this.#heard.forgotten;
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal };
    show(this, miniBrowserView(this.#name, this.#home, "quiet" in this.dataset));
    const bar = part<HTMLFormElement>(this, "form");
    bar.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.visit(this.#address.value);
      },
      options,
    );
    bar.addEventListener("click", (event) => this.#press((event.target as Element).closest("button")?.value), options);
    bar.addEventListener("input", () => this.#typed(), options);
    this.#update("ready");
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#dropFrame();
    this.#history = emptyHistory;
  }

  /**
   * Go to an address as if it had been typed: a whole URL of library.example, or a target such as `/books`. Resolves
   * when the navigation has begun; `shown` follows.
   */
  async visit(typed: string, text = "You type an address and press Enter."): Promise<void> {
    const url = libraryUrl(typed);
    this.#address.toggleAttribute("aria-invalid", !url);
    if (url) await this.#navigate(url, { kind: "address", text }, "new");
    else this.#say(`“${typed}” is not on library.example, the one site that this small browser knows.`);
  }

  /** Ask for the page on show again. */
  async reload(text = "You press Reload."): Promise<void> {
    const target = this.#frame && this.#lab?.shown(this.#frame);
    if (!this.#frame || !this.#lab || !target) {
      const here = neighbour(this.#history, "same") ?? this.#address.value;
      return this.#navigate(new URL(here), { kind: "reload", text }, "same");
    }
    this.#begin({ kind: "reload", text, path: new URL(target, site).pathname, method: null }, "same");
    try {
      await this.#lab.reload(this.#frame, this.client);
    } catch (error) {
      this.#closePage((error as Error).message);
    }
  }

  /** Start again as a client that the server has never met and that holds no copies of anything. */
  startAfresh(): void {
    this.#life += 1;
    this.#dropFrame();
    this.#history = emptyHistory;
    this.#heard = nothingYet;
    this.copies = [];
    this.#address.value = this.#home;
    show(part(this, ".browser-page"), sentenceView(sentences.idle));
    this.#update("ready");
    this.#say("");
  }

  #press(name: string | undefined): void {
    if (name === "reload") this.reload();
    if (name !== "back" && name !== "forward") return;
    const to = neighbour(this.#history, name);
    const text =
      name === "back"
        ? "You press Back. This small browser keeps no pages, so it asks again."
        : "You press Forward. This small browser keeps no pages, so it asks again.";
    if (to) this.#navigate(new URL(to), { kind: "history", text }, name);
    else this.#say(name === "back" ? "There is no page before this one." : "There is no page after this one.");
  }

  #typed(): void {
    if (this.#saidTyping) return;
    this.#saidTyping = true;
    this.#stay("Typing an address sends nothing. The browser waits until you press Enter or Go.");
  }

  async #navigate(to: URL, { kind, text }: Pick<Interaction, "kind" | "text">, travel: Travel): Promise<void> {
    this.#update("sending");
    this.#say("Asking …");
    const frame = await this.#open();
    if (!frame || !this.#lab) return;
    const page = to.pathname + to.search;
    const isFragment = this.#shown.split("#")[0] === page && (to.hash !== "" || kind === "history");
    if (isFragment) {
      this.#travel = travel;
      this.#stay(
        "Only the part after # is another. The browser finds the place in the page that it has and asks nobody.",
      );
      this.#update("done");
    } else {
      this.#begin({ kind, text, path: to.pathname, method: "GET" }, travel);
    }
    // With its fragment empty, not absent, an address still names a place in the same page.
    const target = page + (isFragment ? to.hash || "#" : to.hash);
    try {
      await this.#lab.open(frame, this.client, target);
      if (!frame.isConnected && frame === this.#frame) part(this, ".browser-page").replaceChildren(frame);
    } catch (error) {
      this.#closePage((error as Error).message);
    }
  }

  /** The frame, once the lab is there; null after the reason has been said. */
  async #open(): Promise<HTMLIFrameElement | null> {
    try {
      const lab = await connect();
      if (!this.isConnected) return null;
      if (this.#frame) return this.#frame;
      this.#lab = lab;
      this.dataset["host"] = lab.host;
      this.#stopWatching = lab.watch(this.client, (report) => this.#hear(report));
    } catch (error) {
      this.#closePage((error as Error).message);
      return null;
    }
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-same-origin allow-forms");
    frame.title = `${this.#name}: a page of library.example`;
    frame.addEventListener("load", () => this.#loaded(frame), { signal: this.#listening.signal });
    this.#frame = frame;
    return frame;
  }

  #begin(
    intent: Intent | null,
    travel: Travel | null,
    from: Document | null = this.#frame?.contentDocument ?? null,
  ): Visit {
    clearTimeout(this.#timer);
    this.#visit = { intent, travel, from, answer: null, loaded: false };
    this.copies = [];
    if (intent) this.#intents = [...this.#intents, intent].slice(-5);
    this.#update("sending");
    this.#say("Asking …");
    return this.#visit;
  }

  /** A request of this client reached the server. */
  #hear(report: Report): void {
    // Nothing in the frame runs scripts, so a fetch comes from elsewhere in the page.
    if (report.destination === "") return;
    const isNavigation = report.destination === "iframe" || report.destination === "document";
    const redirect =
      isNavigation && this.#visit?.answer && redirectTarget(this.#visit.answer) === report.request.target;
    const intent = isNavigation && !redirect ? intentBehind(report.request, this.#intents) : null;
    this.#intents = this.#intents.filter((each) => each !== intent);
    const byReader = redirect ? followsRedirect : (intent ?? ownButton);
    const interaction = isNavigation ? byReader : namedByPage(report.destination);
    const exchange = exchangeFromReport(report, null, interaction, null);
    this.dataset["host"] = exchange.host;
    this.#heard = remember(this.#heard, exchange);
    if (isNavigation && !redirect && !intent && this.#visit?.intent !== null) this.#begin(null, null);
    const isLatest = redirect || intent === this.#visit?.intent;
    if (isNavigation && isLatest && this.#visit) this.#visit.answer = exchange;
    this.dispatchEvent(new CustomEvent("exchange", { detail: exchange, bubbles: true }));
    if (isNavigation) this.#settle();
    else this.#attend();
  }

  #loaded(frame: HTMLIFrameElement): void {
    const page = frame.contentDocument;
    if (shownUrl(frame) === "about:blank") return;
    const visit = this.#visit ?? this.#begin(null, null, null);
    if (page && page === visit.from) return;
    visit.loaded = true;
    if (visit.answer) {
      this.#settle();
      return;
    }
    // Its report may be on its way. Until it is here, nobody knows whose page this is.
    frame.hidden = true;
    this.#timer = window.setTimeout(() => this.#closePage(sentences.notTheMock), reportPatience);
  }

  /** End the visit, if what came of it is known. */
  #settle(): void {
    const visit = this.#visit;
    if (!visit?.answer) return;
    const { response } = visit.answer;
    clearTimeout(this.#timer);
    if (!response) {
      this.#closePage(sentences.noResponse(visit.answer.failure?.text ?? ""));
      return;
    }
    const status = `${response.status} ${response.reason}`;
    if (redirectTarget(visit.answer) !== null) {
      if (visit.loaded)
        this.#timer = window.setTimeout(() => this.#closePage(sentences.ownErrorPage(status)), reportPatience);
    } else if ([204, 205, 304].includes(response.status)) {
      this.#finish(`${status}. Nothing came to show, so the page stays.`);
    } else if (!visit.loaded) {
      this.#timer = window.setTimeout(() => this.#waitedForPage(status), pagePatience);
    } else if (this.#frame?.contentDocument) {
      this.#drawn(visit, response);
    } else {
      this.#closePage(sentences.ownErrorPage(status));
    }
  }

  /** The page is there with all its parts. Say so when each of their requests has been heard of. */
  async #drawn(visit: Visit, { status, reason, content }: ResponseMessage): Promise<void> {
    this.#attend();
    await this.#lab?.caughtUp();
    const page = this.#frame?.contentDocument;
    if (visit !== this.#visit || !page) return;
    this.#arrive(visit.travel);
    const shown = content === "" ? "Nothing came to show" : `Shown: ${page.title || this.#address.value}`;
    this.#finish(`${status} ${reason}. ${shown}.`);
  }

  /** Pictures may still be on their way into a page that is there already; else the browser does not show what came. */
  #waitedForPage(status: string): void {
    if (!this.#frame) return;
    if (this.#frame.contentDocument === this.#visit?.from || shownUrl(this.#frame) === "about:blank") {
      this.#finish(`${status}. The browser does not show content of this kind, so the page stays.`);
    }
  }

  #finish(text: string, state: "done" | "failed" = "done"): void {
    clearTimeout(this.#timer);
    this.#visit = null;
    if (this.#frame) this.#frame.hidden = false;
    const here = neighbour(this.#history, "same");
    if (here) this.#address.value = here;
    this.#update(state);
    this.#say(text);
    this.dispatchEvent(new CustomEvent<null>("shown", { bubbles: true }));
  }

  /** Put a sentence in the page's place. */
  #closePage(text: string): void {
    const hadFocus = this.#frame !== null && document.activeElement === this.#frame;
    const asked = this.#visit?.answer?.request.target ?? this.#visit?.intent?.path;
    if (asked) this.#history = arrive(this.#history, site + asked, this.#visit?.travel ?? "new", historyLimit);
    this.#dropFrame();
    const place = part(this, ".browser-page");
    show(place, sentenceView(text));
    if (hadFocus) part<HTMLElement>(place, "p").focus();
    this.#finish(text.replace(/\. .*|\.$/s, "."), "failed");
  }

  /** The page on show has come, whole or in part: listen to it. */
  #attend(): void {
    const { contentDocument: page, contentWindow: view } = this.#frame ?? {};
    if (!this.#frame || !page || !view || page === this.#page || shownUrl(this.#frame) === "about:blank") return;
    this.#page = page;
    const listener = {
      intend: (intent: Intent) => void this.#begin(intent, "new"),
      stay: (why: string) => this.#stay(why),
      moved: () => this.#arrive(this.#travel),
    };
    listenToPage(view, this.#root, listener, this.#listening.signal);
  }

  #arrive(travel: Travel | null): void {
    this.#attend();
    const { contentDocument: page, contentWindow: view } = this.#frame ?? {};
    if (!page || !view) return;
    const url = site + this.#shown;
    this.#history = arrive(this.#history, url, travel ?? travelTo(this.#history, url), historyLimit);
    this.#travel = null;
    this.#address.value = url;
    const asked = new Set(this.exchanges.map(({ request }) => request.target));
    this.copies = ownCopies(view, this.#root).filter((target) => asked.has(target));
    this.#update("done");
  }

  get #root(): string {
    return this.#lab?.address(this.client, "/").slice(0, -1) ?? "";
  }

  /** The target of the page on show. */
  get #shown(): string {
    return (this.#frame && this.#lab?.shown(this.#frame)) ?? "";
  }

  #stay(why: string): void {
    this.#say(why);
    this.dispatchEvent(new CustomEvent("stay", { detail: why, bubbles: true }));
  }

  #dropFrame(): void {
    clearTimeout(this.#timer);
    this.#frame?.remove();
    this.#frame = null;
    this.#page = null;
    this.#visit = null;
    this.#stopWatching();
    this.#stopWatching = () => {};
  }

  #update(state: "ready" | "sending" | "done" | "failed"): void {
    this.dataset["state"] = state;
    for (const name of ["back", "forward"] as const) {
      const isEnd = neighbour(this.#history, name) === null;
      part(this, `[value=${name}]`).setAttribute("aria-disabled", String(isEnd));
    }
  }

  #say(text: string): void {
    part(this, ".browser-status").textContent = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    exchange: CustomEvent<Exchange>;
    stay: CustomEvent<string>;
    shown: CustomEvent<null>;
  }
}

customElements.define("mini-browser", MiniBrowser);
