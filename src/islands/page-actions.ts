import type { Interaction } from "../http/exchange.ts";
import type { RequestMessage } from "../http/message.ts";
import { site } from "./library-url.ts";

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
 * Listen to the links, forms and fields of a page that the mock server sent. Nothing is imitated: the browser follows
 * links and submits forms by itself. `root` is the URL at which this client finds the mock's root, without the slash.
 */
export function listenToPage(page: Document, root: string, listener: PageListener, signal: AbortSignal): void {
  let saidTyping = false;
  // In the capturing phase, so that this comes before the browser acts.
  const options = { signal, capture: true };

  page.addEventListener(
    "click",
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
      if (!link) return;
      const name = linkName(link);
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        event.preventDefault();
        listener.stay("This small browser has one tab only, so it opens no link in another.");
      } else if (link.getAttribute("href")?.startsWith("#")) {
        listener.stay(
          `The link ${name} has only a fragment, ${link.hash}. The browser finds that place by itself and asks nobody.`,
        );
      } else if (!mount(link, "href", root)) {
        event.preventDefault();
        listener.stay(`The link ${name} leads to another site, and this small browser knows only library.example.`);
      } else {
        listener.intend({
          kind: "link",
          text: `You click the link ${name}.`,
          path: pathIn(link.href, root),
          method: "GET",
        });
      }
    },
    options,
  );

  page.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      const method = (
        event.submitter?.getAttribute("formmethod") ??
        form.getAttribute("method") ??
        "get"
      ).toUpperCase();
      if (mount(form, "action", root)) {
        const path = pathIn(new URL(form.getAttribute("action") ?? "", page.baseURI).href, root);
        listener.intend({ kind: "form", text: `You submit a form whose method is ${method}.`, path, method });
      } else {
        event.preventDefault();
        listener.stay("This form leads to another site, and this small browser knows only library.example.");
      }
    },
    options,
  );

  page.addEventListener(
    "input",
    () => {
      if (saidTyping) return;
      saidTyping = true;
      listener.stay("Typing in a field sends nothing. The browser keeps your words until you submit the form.");
    },
    options,
  );

  page.defaultView?.addEventListener("hashchange", () => listener.moved(), { signal });
}

/**
 * Make an address in a page hold where the mock's root is not its host's. The mock's own pages link relatively, but a
 * page that a reader wrote may say `/books` or `http://library.example/books`. False where it leads to another site.
 */
function mount(element: Element, attribute: "href" | "action", root: string): boolean {
  const url = new URL(element.getAttribute(attribute) ?? "", element.baseURI);
  if (url.href.startsWith(`${root}/`)) return true;
  if (url.origin !== new URL(root).origin && url.origin !== site) return false;
  element.setAttribute(attribute, root + url.pathname + url.search + url.hash);
  return true;
}

function pathIn(href: string, root: string): string {
  return href.slice(root.length).split(/[?#]/)[0] ?? "";
}

function linkName(link: HTMLAnchorElement): string {
  const text = link.textContent.trim() || link.querySelector("img")?.alt || link.getAttribute("href") || "";
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
