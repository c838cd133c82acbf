import type { Exchange } from "../../http/exchange.ts";
import { libraryOrigin } from "../../http/message/whole-request.ts";
import * as limits from "../../lab/limits.ts";
import { connect } from "../../lab/page/connect.ts";
import type { Lab } from "../../lab/page/lab.ts";
import { mockFrame } from "../../lab/page/mock-frame.ts";
import { shownUrl } from "../../lab/page/page-elements.ts";
import type { Report } from "../../lab/protocol.ts";
import { type DemoHistory, nothingYet, remember } from "../kit/demo-history.ts";
import { part, show } from "../kit/element-parts.ts";
import { type BrowsingEvent, browse, type Effect, type FramePage, freshBrowsing, type Wait } from "./browsing.ts";
import { miniBrowserView, sentences, sentenceView } from "./figure.ts";
import { libraryUrl } from "./library-url.ts";
import { ownCopies } from "./own-copies.ts";
import { type Intent, listenToPage } from "./page-actions.ts";
import { neighbour } from "./tab-history.ts";

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
  #browsing = freshBrowsing;
  #lab: Lab | null = null;
  #frame: HTMLIFrameElement | null = null;
  /** The page whose links and forms are listened to. */
  #page: Document | null = null;
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
    return libraryOrigin + (this.dataset["home"] ?? "/");
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
    show(this, miniBrowserView(this.client, this.#name, this.#home, "quiet" in this.dataset));
    const bar = part<HTMLFormElement>(this, "form");
    bar.addEventListener(
      "click",
      (event) => {
        // Enter presses Go too. Where a frame around the lesson forbids forms, no `submit` would follow.
        event.preventDefault();
        const button = (event.target as Element).closest("button");
        if (button) this.#press(button.value);
      },
      options,
    );
    bar.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.#press("go");
      },
      options,
    );
    bar.addEventListener("input", () => this.#typed(), options);
    this.#render();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#dropFrame();
    this.#browsing = freshBrowsing;
  }

  /**
   * Go to an address as if it had been typed: a whole URL of library.example, or a target such as `/books`. `shown` follows,
   * or `stay`.
   */
  visit(typed: string, text = "You type an address and press Enter."): void {
    const to = libraryUrl(typed);
    if (to) {
      this.#happen({ type: "go", to, act: { kind: "address", text }, travel: "new" });
      return;
    }
    this.#stay(`“${typed}” is not on library.example, the one site that this small browser knows.`);
    this.#address.setAttribute("aria-invalid", "true");
    this.#address.setAttribute("aria-describedby", part(this, ".browser-status").id);
  }

  /** Ask for the page on show again. */
  reload(text = "You press Reload."): void {
    this.#happen({ type: "reload", text, address: this.#address.value });
  }

  /** Start again as a client that the server has never met and that holds no copies of anything. */
  startAfresh(): void {
    this.#life += 1;
    this.#dropFrame();
    this.#browsing = freshBrowsing;
    this.#heard = nothingYet;
    this.copies = [];
    this.#address.value = this.#home;
    show(part(this, ".browser-page"), sentenceView(sentences.idle));
    this.#render();
    this.#say("");
  }

  #press(name: string): void {
    if (name === "go") this.visit(this.#address.value);
    if (name === "reload") this.reload();
    if (name !== "back" && name !== "forward") return;
    const to = neighbour(this.#browsing.history, name);
    const act = name === "back" ? "Back" : "Forward";
    const text = `You press ${act}. This small browser keeps no pages, so it asks again.`;
    if (to) this.#happen({ type: "go", to: new URL(to), act: { kind: "history", text }, travel: name });
    else this.#stay(name === "back" ? "There is no page before this one." : "There is no page after this one.");
  }

  #typed(): void {
    if (this.#saidTyping) return;
    this.#saidTyping = true;
    this.#stay("Typing an address sends nothing to this site’s server. The browser waits until you press Enter or Go.");
  }

  #stay(why: string): void {
    this.#happen({ type: "stay", why });
  }

  /** Something happened: know it, show it, and do what follows. */
  #happen(event: BrowsingEvent): void {
    const { turn } = this.#browsing;
    const [browsing, effects] = browse(this.#browsing, event, this.#shown);
    this.#browsing = browsing;
    if (browsing.turn !== turn) this.copies = [];
    this.#render();
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: Effect): void {
    switch (effect.do) {
      case "open":
        this.#reach((lab, frame) => lab.open(frame, this.client, effect.target));
        break;
      case "reload":
        this.#reach((lab, frame) => lab.reload(frame, this.client));
        break;
      case "wait":
        this.#wait(effect.for);
        break;
      case "catch-up":
        this.#lab?.caughtUp().then(() => this.#happen({ type: "caught-up", turn: effect.turn }));
        break;
      case "stay":
        this.#say(effect.text);
        this.dispatchEvent(new CustomEvent("stay", { detail: effect.text, bubbles: true }));
        break;
      case "say":
        this.#say(effect.text);
        break;
      case "tell":
        this.#tell(effect.exchange);
        break;
      case "listen":
        this.#listen();
        break;
      case "hide":
        if (this.#frame) this.#frame.hidden = true;
        break;
      case "arrive":
        this.#arrive(effect.url);
        break;
      case "close":
        this.#close(effect.sentence);
        break;
      case "end":
        this.#end();
        break;
    }
  }

  /** Navigate the frame, which comes with the first use of the lab. */
  async #reach(navigate: (lab: Lab, frame: HTMLIFrameElement) => Promise<void>): Promise<void> {
    const { turn } = this.#browsing;
    try {
      const lab = await connect();
      if (!this.isConnected || turn !== this.#browsing.turn) return;
      const frame = this.#frame ?? this.#open(lab);
      await navigate(lab, frame);
      if (!frame.isConnected && frame === this.#frame) part(this, ".browser-page").replaceChildren(frame);
    } catch (error) {
      if (turn === this.#browsing.turn) this.#happen({ type: "broken", why: (error as Error).message });
    }
  }

  #open(lab: Lab): HTMLIFrameElement {
    this.#lab = lab;
    this.dataset["host"] = lab.host;
    this.#stopWatching = lab.watch(this.client, (report: Report) => this.#happen({ type: "report", report }));
    const frame = mockFrame(`${this.#name}: a page of library.example`);
    frame.addEventListener("load", () => this.#happen({ type: "load" }), { signal: this.#listening.signal });
    this.#frame = frame;
    return frame;
  }

  #wait(wait: Wait | null): void {
    clearTimeout(this.#timer);
    if (!wait) return;
    const milliseconds = {
      // Where the server has to be found anew, that takes its time as well.
      answer: (this.#lab?.patience(this.client) ?? limits.answer) + limits.newPlace,
      report: limits.reportOfPage,
      page: limits.page,
    }[wait];
    this.#timer = window.setTimeout(() => this.#happen({ type: "late", wait }), milliseconds);
  }

  #tell(exchange: Exchange): void {
    this.dataset["host"] = exchange.host;
    this.#heard = remember(this.#heard, exchange);
    this.dispatchEvent(new CustomEvent("exchange", { detail: exchange, bubbles: true }));
  }

  /** Listen to the page on show, once. */
  #listen(): void {
    const { contentDocument: page, contentWindow: view } = this.#frame ?? {};
    if (!page || !view || page === this.#page || !this.#shown) return;
    this.#page = page;
    const listener = {
      intend: (intent: Intent) => this.#happen({ type: "act", intent }),
      stay: (why: string) => this.#stay(why),
      moved: () => this.#happen({ type: "move" }),
    };
    listenToPage(view, this.#root, listener, this.#listening.signal);
  }

  #arrive(url: string): void {
    this.#address.value = url;
    const view = this.#frame?.contentWindow;
    const asked = new Set(this.exchanges.map(({ request }) => request.target));
    this.copies = view ? ownCopies(view, this.#root).filter((target) => asked.has(target)) : [];
  }

  #close(sentence: string): void {
    const hadFocus = this.#frame !== null && document.activeElement === this.#frame;
    this.#dropFrame();
    const place = part(this, ".browser-page");
    show(place, sentenceView(sentence));
    if (hadFocus) part<HTMLElement>(place, "p").focus();
  }

  #end(): void {
    if (this.#frame) this.#frame.hidden = false;
    const here = neighbour(this.#browsing.history, "same");
    if (here) this.#address.value = here;
    this.dispatchEvent(new CustomEvent<null>("shown", { bubbles: true }));
  }

  get #root(): string {
    return this.#lab?.address(this.client, "/").slice(0, -1) ?? "";
  }

  /** What the frame shows; null before its first page. */
  get #shown(): FramePage | null {
    const frame = this.#frame;
    if (!frame?.isConnected || shownUrl(frame) === "about:blank") return null;
    const { contentDocument } = frame;
    return {
      document: contentDocument,
      target: this.#lab?.shown(frame) ?? null,
      title: contentDocument?.title ?? "",
    };
  }

  #dropFrame(): void {
    clearTimeout(this.#timer);
    this.#frame?.remove();
    this.#frame = null;
    this.#page = null;
    this.#stopWatching();
    this.#stopWatching = () => {};
  }

  #render(): void {
    const { phase, history } = this.#browsing;
    this.dataset["state"] = phase;
    this.#address.removeAttribute("aria-invalid");
    this.#address.removeAttribute("aria-describedby");
    for (const name of ["back", "forward"] as const) {
      const isEnd = neighbour(history, name) === null;
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
