import { labAddress } from "./protocol.ts";

const guards = new WeakMap<HTMLIFrameElement, () => void>();

/**
 * Let a link or a form of a script-less iframe navigate only after `prove` has shown that the worker will answer;
 * otherwise call `strayed` with the target it would have asked for (for a POST, the page that it stands on). So no
 * request for the mock server ever reaches the real host.
 */
export function guardFrame(
  frame: HTMLIFrameElement,
  scope: URL,
  prove: () => Promise<void>,
  strayed: (target: string) => void,
): void {
  let passing: Element | null = null;

  function guard(event: Event, element: Element, target: () => string | null, again: () => void): void {
    if (element === passing) return;
    event.preventDefault();
    event.stopPropagation();
    prove().then(
      () => {
        passing = element;
        again();
        passing = null;
      },
      () => strayed(target() ?? "/"),
    );
  }

  function targetOf(url: string): string | null {
    const parsed = new URL(url);
    const address = labAddress(parsed, scope);
    return address && address.target + parsed.hash;
  }

  function clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || link.getAttribute("href")?.startsWith("#") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    guard(
      event,
      link,
      () => targetOf(link.href),
      () => link.click(),
    );
  }

  function submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const page = () => targetOf(form.ownerDocument.URL);
    const found = () => {
      const url = new URL(form.action);
      url.search = String(new URLSearchParams(new FormData(form) as never));
      return targetOf(url.href);
    };
    guard(event, form, form.method === "get" ? found : page, () => form.requestSubmit(event.submitter));
  }

  function arrived(): void {
    const page = frame.contentDocument;
    if (!page || !targetOf(page.URL)) return;
    // On the window, they come before the listeners that others put on the document.
    page.defaultView?.addEventListener("click", clicked, { capture: true });
    page.defaultView?.addEventListener("submit", submitted, { capture: true });
  }

  guards.get(frame)?.();
  frame.addEventListener("load", arrived);
  guards.set(frame, () => frame.removeEventListener("load", arrived));
}
