import { fieldValue } from "../../http/message/message.ts";
import { bringsNothing, formType } from "../../http/rules/content.ts";
import { followingMethod, redirectTarget } from "../../http/rules/redirect.ts";
import type { Report } from "../protocol.ts";
import { inPageTarget, libraryUrl, pageDocument } from "./in-page-document.ts";
import { clickedLink, formAddress, linkAddress, shownUrl } from "./page-elements.ts";

/** Brings a request to the mock server in the page. */
export type Answer = (request: Request, target: string, client: string, destination: string) => Promise<Report>;

/** What a link or a form asks for. */
interface Navigation {
  readonly method: string;
  /** A target of the mock server; it may end in a fragment. */
  readonly target: string;
  readonly content: string;
  readonly type: string | null;
}

/** What a frame shows: a page of the mock server to a client, or, with a null target, nothing. */
interface Page {
  readonly client: string;
  readonly target: string | null;
  readonly css: string;
}

/** As many redirects as Fetch follows. */
const redirectLimit = 20;

/**
 * Shows the pages of the mock server in script-less iframes, without a request that leaves the page: their style sheet
 * and pictures come with them, and their links and forms lead back here.
 */
export class InPageBrowser {
  readonly #answer: Answer;
  /** Which navigation of a frame is the latest: it alone is shown. */
  readonly #latest = new WeakMap<HTMLIFrameElement, symbol>();
  readonly #pages = new WeakMap<HTMLIFrameElement, Page>();

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  async open(frame: HTMLIFrameElement, client: string, target: string): Promise<void> {
    const page = this.#pages.get(frame);
    const isPlace = target.includes("#") && page?.target?.split("#")[0] === target.split("#")[0];
    if (isPlace && page) this.#move(frame, page, target);
    else await this.#navigate(frame, client, { method: "GET", target, content: "", type: null });
  }

  /** Go to another place in the page on show. */
  #move(frame: HTMLIFrameElement, page: Page, target: string): void {
    this.#pages.set(frame, { ...page, target: target.replace(/#$/, "") });
    const window = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!window) return;
    scrollTo(window.document, target);
    window.dispatchEvent(new window.Event("hashchange"));
  }

  shown(frame: HTMLIFrameElement): string | null {
    return this.#pages.get(frame)?.target ?? null;
  }

  async #navigate(frame: HTMLIFrameElement, client: string, navigation: Navigation): Promise<void> {
    const turn = Symbol();
    this.#latest.set(frame, turn);
    let { method, target, content, type } = navigation;
    for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
      const url = libraryUrl(target, "/");
      if (!url) return;
      const init: RequestInit = { method, headers: type === null ? {} : { "Content-Type": type } };
      if (method !== "GET") init.body = content;
      const { response } = await this.#answer(new Request("./", init), sent(url), client, "iframe");
      if (this.#latest.get(frame) !== turn) return;
      if (response && redirectTarget({ request: { target: sent(url) }, response }) !== null) {
        const next = libraryUrl(fieldValue(response.fields, "Location") ?? "", target);
        // No frame of the lesson may show another site, so the browser draws an error page of its own.
        if (!next) return this.#show(frame, { client, target: null, css: "" }, "");
        const following = followingMethod(method, response.status);
        if (following !== method) [content, type] = ["", null];
        method = following;
        // A redirect without a fragment keeps the one that was asked for (RFC 9110 section 10.2.2).
        target = sent(next) + (next.hash || url.hash);
        continue;
      }
      // Of a 304 nothing is shown either: this browser keeps no copies.
      if (response && bringsNothing(response.status)) return;
      const load = async (path: string, destination: string) => {
        const wanted = libraryUrl(path, target);
        if (!wanted) return null;
        const report = await this.#answer(new Request("./"), sent(wanted), client, destination);
        return report.response?.status === 200 ? report.response : null;
      };
      const parts = response ? await pageDocument(response, target, load) : { html: "", css: "" };
      if (this.#latest.get(frame) !== turn) return;
      this.#show(frame, { client, target: response && target, css: parts.css }, parts.html);
      return;
    }
    this.#show(frame, { client, target: null, css: "" }, "");
  }

  #show(frame: HTMLIFrameElement, page: Page, html: string): void {
    if (!this.#pages.has(frame)) frame.addEventListener("load", () => this.#loaded(frame), { capture: true });
    this.#pages.set(frame, page);
    // Until its links lead back here, nobody can press them.
    frame.inert = true;
    frame.srcdoc = html;
  }

  #loaded(frame: HTMLIFrameElement): void {
    frame.inert = false;
    const window = frame.contentWindow;
    const page = this.#pages.get(frame);
    if (shownUrl(frame) !== "about:srcdoc" || !window || !page || page.target === null) return;
    dress(window as Window & typeof globalThis, page.css);
    // On the window and last, so that others have heard of the event before.
    window.addEventListener("click", (event) => this.#clicked(event, frame, page.client));
    window.addEventListener("submit", (event) => this.#submitted(event, frame, page.client));
    scrollTo(window.document, page.target);
  }

  #clicked(event: MouseEvent, frame: HTMLIFrameElement, client: string): void {
    const link = clickedLink(event);
    if (!link) return;
    event.preventDefault();
    const href = linkAddress(link);
    const here = this.shown(frame)?.split("#")[0] ?? "/";
    const to = href.startsWith("#") ? here + href : inPageTarget(href);
    if (to) this.open(frame, client, to);
  }

  #submitted(event: SubmitEvent, frame: HTMLIFrameElement, client: string): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { address, method } = formAddress(form, event.submitter);
    const target = inPageTarget(address);
    if (!target) return;
    const filled = new FormData(form);
    const { name, value } = (event.submitter ?? {}) as Partial<HTMLButtonElement>;
    if (name) filled.append(name, value ?? "");
    const content = String(new URLSearchParams(Array.from(filled, ([key, its]) => [key, String(its)])));
    if (method === "POST") {
      this.#navigate(frame, client, { method: "POST", target, content, type: formType });
    } else {
      this.#navigate(frame, client, {
        method: "GET",
        target: `${target.split("?")[0]}?${content}`,
        content: "",
        type: null,
      });
    }
  }
}

/** The part of a URL that is sent. */
function sent({ pathname, search }: URL): string {
  return pathname + search;
}

/** Style a document without an element for it: the lesson's own policy would refuse that. */
function dress(view: Window & typeof globalThis, css: string): void {
  if (css === "" || !("adoptedStyleSheets" in view.document)) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  view.document.adoptedStyleSheets = [sheet];
}

function scrollTo(page: Document, target: string): void {
  const [, fragment] = target.split("#");
  if (fragment) Document.prototype.getElementById.call(page, decoded(fragment))?.scrollIntoView();
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
