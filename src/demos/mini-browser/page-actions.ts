import type { Interaction } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { libraryOrigin } from "../../http/message/whole-request.ts";
import {
  attribute,
  clickedLink,
  clickedSubmitter,
  formAddress,
  formsForbidden,
  linkAddress,
  setAttribute,
} from "../../lab/page/page-elements.ts";

/** What the reader did last, before the browser makes a request of it, and by what that request can be known. */
export interface Intent extends Pick<Interaction, "kind" | "text"> {
  readonly path: string;
  /** Null where the action repeats an earlier request, whatever its method was. */
  readonly method: string | null;
}

/** The latest action that explains a request, or null: the answers to several may overtake each other. */
export function intentBehind({ method, target }: RequestMessage, intents: readonly Intent[]): Intent | null {
  const path = target.split("?")[0];
  return intents.findLast((each) => each.path === path && (each.method ?? method) === method) ?? null;
}

/** Who listens to what the reader does in a page. */
export interface PageListener {
  /** The browser is about to make a request. */
  intend(intent: Intent): void;
  /** The reader acted and no request is made; `why` says the reason. */
  stay(why: string): void;
  /** The page is the same, and its address has another fragment. */
  moved(): void;
}

/**
 * Listen to the links, forms and fields of a page that the mock server sent, in the window that shows it. Nothing is
 * imitated: the browser follows links and submits forms by itself. `root` is the URL at which this client finds the mock's
 * root, without the slash.
 */
export function listenToPage(view: Window, root: string, listener: PageListener, signal: AbortSignal): void {
  let saidTyping = false;
  const listen = <T extends Event>(type: string, hear: (event: T) => void) => {
    // In the capturing phase, so that this comes before the browser acts.
    const options = { signal, capture: true };
    EventTarget.prototype.addEventListener.call(view.document, type, hear as EventListener, options);
  };
  const mounted = (address: string) => mount(address, view.location.href, root);

  listen<MouseEvent>("click", (event) => {
    if (clickedSubmitter(event) && formsForbidden()) {
      event.preventDefault();
      listener.stay(
        "This lesson stands in a frame that forbids forms, so the browser sends none. Open the lesson by itself.",
      );
      return;
    }
    const link = clickedLink(event);
    if (!link) return;
    const name = linkName(link);
    const address = linkAddress(link);
    const to = mounted(address);
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      event.preventDefault();
      listener.stay("This small browser has one tab only, so it opens no link in another.");
    } else if (address.startsWith("#")) {
      listener.stay(
        `The link ${name} has only a fragment, ${address}. The browser finds that place by itself and asks nobody.`,
      );
    } else if (!to) {
      event.preventDefault();
      listener.stay(`The link ${name} leads to another site, and this small browser knows only library.example.`);
    } else {
      setAttribute(link, "href", to);
      listener.intend({ kind: "link", text: `You click the link ${name}.`, path: pathIn(to, root), method: "GET" });
    }
  });

  listen<SubmitEvent>("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const { address, method } = formAddress(form, event.submitter);
    const to = mounted(address);
    if (to) {
      setAttribute(form, "action", to);
      event.submitter?.removeAttribute("formaction");
      const text = `You submit a form whose method is ${method}.`;
      listener.intend({ kind: "form", text, path: pathIn(to, root), method });
    } else {
      event.preventDefault();
      listener.stay("This form leads to another site, and this small browser knows only library.example.");
    }
  });

  listen("input", () => {
    if (saidTyping) return;
    saidTyping = true;
    listener.stay("Typing in a field sends nothing. The browser keeps your words until you submit the form.");
  });

  view.addEventListener("hashchange", () => listener.moved(), { signal });
}

/**
 * An address in a page as it holds where the mock's root is not its host's. The mock's own pages link relatively, but a
 * page that a reader wrote may say `/books` or `http://library.example/books`. Null where it leads to another site.
 */
function mount(address: string, page: string, root: string): string | null {
  if (!URL.canParse(address, page)) return null;
  const url = new URL(address, page);
  if (url.href.startsWith(`${root}/`)) return url.href;
  const isHere = url.origin === new URL(root).origin && url.origin !== "null";
  if (!isHere && url.origin !== libraryOrigin) return null;
  return root + url.pathname + url.search + url.hash;
}

function pathIn(href: string, root: string): string {
  return href.slice(root.length).split(/[?#]/)[0] ?? "";
}

function linkName(link: Element): string {
  const text = link.textContent.trim() || link.querySelector("img")?.alt || attribute(link, "alt") || linkAddress(link);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
