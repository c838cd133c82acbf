import type { Exchange, Interaction } from "../http/exchange.ts";
import { connect } from "../lab/connect.ts";
import { exchangeFromReport } from "../lab/exchange-from-report.ts";
import { type Lab, LabError } from "../lab/lab.ts";
import type { Report } from "../lab/protocol.ts";
import { button } from "./element-parts.ts";

const site = "http://library.example";

/** More rows than this are forgotten, oldest first, so that a long visit costs no memory. */
export const historyLimit = 50;

/** What the reader did last inside the frame, seen before the browser makes a request of it. */
type Intent = Pick<Interaction, "kind" | "text">;

/**
 * A small browser on library.example: address field, Back, Forward, Reload, and a script-less frame that a service
 * worker serves. Real navigations by the real browser; each request shows up as an `exchange` event with the Exchange
 * as its detail, and in `exchanges`. `data-client` names the client, `data-home` the first target.
 * Other events: `stay` (the reader acted and no request was made; detail is why).
 */
export class MiniBrowser extends HTMLElement {
  exchanges: Exchange[] = [];
  #lab: Lab | null = null;
  #frame: HTMLIFrameElement | null = null;
  #address: HTMLInputElement | null = null;
  #status: HTMLElement | null = null;
  #entries: string[] = [];
  #index = -1;
  /** What the next navigation is, where the reader's action is known. */
  #intent: Intent | null = null;
  #travel = 0;
  #answered = false;
  #stopWatching = () => {};
  #listening = new AbortController();

  get client(): string {
    return this.dataset.client ?? "reader";
  }

  get #home(): string {
    return this.dataset.home ?? "/";
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const bar = document.createElement("form");
    bar.className = "browser-bar";
    bar.setAttribute("aria-label", "Mini browser");
    const address = document.createElement("input");
    address.setAttribute("aria-label", "Address");
    address.value = site + this.#home;
    address.spellcheck = false;
    address.autocapitalize = "off";
    address.inputMode = "url";
    address.enterKeyHint = "go";
    const go = document.createElement("button");
    go.textContent = "Go";
    bar.append(
      button("Back", () => this.#move(-1), signal),
      button("Forward", () => this.#move(1), signal),
      button("Reload", () => this.#reload(), signal),
      address,
      go,
    );
    bar.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        this.visit(address.value);
      },
      { signal },
    );
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    this.#address = address;
    this.#status = status;
    this.dataset.state = "ready";
    this.replaceChildren(bar, status);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#stopWatching();
    this.#frame = null;
    this.#lab = null;
  }

  /** Go to an address as if it had been typed: a whole URL of library.example, or a target such as `/books`. */
  async visit(typed: string, text = "You type an address and press Enter."): Promise<void> {
    const url = libraryUrl(typed);
    if (!url) {
      this.#say(`This small browser knows one site only: an address begins with ${site}/. You typed “${typed}”.`);
      return;
    }
    const here = this.#entries[this.#index];
    if (
      here !== undefined &&
      url.hash !== "" &&
      here.split("#")[0] === (site + target(url)).split("#")[0] &&
      this.#frame
    ) {
      this.#frame.contentWindow?.location.replace(url.hash);
      this.#stay("Only the fragment changed. The browser scrolls by itself; the fragment is never sent.");
      return;
    }
    await this.#navigate(target(url) + url.hash, { kind: "address", text });
  }

  async #navigate(to: string, intent: Intent, travel = 0): Promise<void> {
    const frame = await this.#open();
    if (!frame || !this.#lab) return;
    this.#intent = intent;
    this.#travel = travel;
    this.#answered = false;
    this.dataset.state = "sending";
    const address = this.#lab.address(this.client, to);
    if (frame.isConnected) frame.contentWindow?.location.replace(address);
    else {
      frame.src = address;
      this.append(frame);
    }
  }

  /** The frame, once the lab is there; null after the reason has been said. */
  async #open(): Promise<HTMLIFrameElement | null> {
    if (this.#frame) return this.#frame;
    try {
      const lab = await connect();
      if (!this.isConnected) return null;
      this.#lab = lab;
      this.dataset.host = lab.host;
      this.#stopWatching();
      this.#stopWatching = lab.watch(this.client, (report) => this.#hear(report));
    } catch (error) {
      this.dataset.state = "failed";
      this.#say(error instanceof LabError ? error.failure.text : (error as Error).message);
      return null;
    }
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-same-origin allow-forms");
    frame.title = `library.example, as ${this.client} sees it`;
    frame.addEventListener("load", () => this.#loaded(frame));
    this.#frame = frame;
    return frame;
  }

  #move(by: -1 | 1): void {
    const to = this.#entries[this.#index + by];
    if (to === undefined) {
      this.#say(by < 0 ? "There is no page before this one." : "There is no page after this one.");
      return;
    }
    const text =
      by < 0 ? "You press Back. This small browser keeps no copies, so it asks again." : "You press Forward.";
    this.#navigate(to.slice(site.length), { kind: "history", text }, by);
  }

  #reload(): void {
    const here = this.#entries[this.#index] ?? site + this.#home;
    this.#navigate(here.slice(site.length), { kind: "reload", text: "You press Reload." });
  }

  /** A request of this client reached the server. */
  #hear(report: Report): void {
    const navigation = report.destination === "iframe" || report.destination === "document";
    if (navigation) this.#answered = true;
    const exchange = exchangeFromReport(report, null, this.#interaction(report, navigation), null);
    this.exchanges = [...this.exchanges, exchange].slice(-historyLimit);
    if (navigation) {
      this.#intent = null;
      this.dataset.state = exchange.response ? "done" : "failed";
    }
    this.dispatchEvent(new CustomEvent("exchange", { detail: exchange, bubbles: true }));
  }

  #interaction(report: Report, navigation: boolean): Interaction {
    if (!navigation) {
      const text = `The page names ${report.destination === "style" ? "a style sheet" : `an ${report.destination}`}; the browser asks for it by itself.`;
      return { kind: "subresource", text };
    }
    const before = this.exchanges.findLast(({ interaction }) => interaction.kind !== "subresource");
    const location = before?.response?.fields.find(({ name }) => name.toLowerCase() === "location")?.value;
    const redirected = before?.response && before.response.status >= 300 && before.response.status < 400;
    if (redirected && !this.#intent && location?.split("#")[0] === report.request.target) {
      return { kind: "redirect", text: "Nobody acts: the browser follows the redirect by itself." };
    }
    return this.#intent ?? this.#guess(report);
  }

  /** Where no event told what the reader did, the element that has the focus does. */
  #guess(report: Report): Intent {
    const active = this.#frame?.contentDocument?.activeElement;
    if (report.request.method === "POST" || active?.closest("form"))
      return { kind: "form", text: "You submit a form." };
    return { kind: "link", text: "You click a link." };
  }

  #loaded(frame: HTMLIFrameElement): void {
    const page = frame.contentDocument;
    if (!page || page.URL === "about:blank") return;
    if (!this.#answered) {
      this.#removeFrame();
      this.dataset.state = "failed";
      this.#say(
        "Something other than the mock server answered, so its page is not shown. Reload this page, then try again.",
      );
      return;
    }
    const { signal } = this.#listening;
    page.addEventListener("click", (event) => this.#clicked(event), { signal, capture: true });
    page.addEventListener("submit", (event) => this.#submitted(event), { signal, capture: true });
    page.addEventListener(
      "input",
      () => this.#stay("Typing in a field sends nothing: the form waits until you submit it."),
      {
        signal,
      },
    );
    this.#answered = false;
    this.#arriveAt(site + page.URL.slice(this.#lab?.address(this.client, "").length));
    this.dispatchEvent(new CustomEvent("shown", { bubbles: true }));
  }

  #arriveAt(url: string): void {
    if (this.#travel !== 0) this.#index += this.#travel;
    else if (url !== this.#entries[this.#index]) {
      this.#entries = [...this.#entries.slice(0, this.#index + 1), url].slice(-historyLimit);
      this.#index = this.#entries.length - 1;
    }
    this.#travel = 0;
    if (this.#address) this.#address.value = url;
    this.#say(`Shown: ${this.#frame?.contentDocument?.title || url}`);
  }

  #clicked(event: Event): void {
    const link = (event.target as Element).closest("a");
    if (!link) return;
    if (link.getAttribute("href")?.startsWith("#")) {
      this.#stay(
        `The link “${link.textContent}” has a fragment only. The browser scrolls by itself and sends nothing.`,
      );
    } else {
      this.#intent = { kind: "link", text: `You click the link “${link.textContent}”.` };
    }
  }

  #submitted(event: Event): void {
    const form = event.target as HTMLFormElement;
    this.#intent = { kind: "form", text: `You submit a form whose method is ${form.method.toUpperCase()}.` };
  }

  #stay(why: string): void {
    this.dispatchEvent(new CustomEvent("stay", { detail: why, bubbles: true }));
  }

  #removeFrame(): void {
    this.#frame?.remove();
    this.#frame = null;
    this.#stopWatching();
  }

  #say(text: string): void {
    if (this.#status) this.#status.textContent = text;
  }
}

function target({ pathname, search }: URL): string {
  return pathname + search;
}

/** The URL that a reader means, or null where it is not on library.example. */
function libraryUrl(typed: string): URL | null {
  const text = typed.trim();
  const whole =
    /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith("//") ? text : text.replace(/^library\.example/i, "");
  if (!URL.canParse(whole, site)) return null;
  const url = new URL(whole, site);
  return url.hostname === "library.example" && /^https?:$/.test(url.protocol) ? url : null;
}

customElements.define("mini-browser", MiniBrowser);
