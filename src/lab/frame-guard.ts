import { labAddress } from "./protocol.ts";

const guards = new WeakMap<HTMLIFrameElement, () => void>();

/**
 * Let a link or a form of a script-less iframe navigate only after `prove` has shown that the worker will answer;
 * otherwise call `strayed` with the target it would have asked for (for a POST, that of the page it stands on). So no
 * request for the mock server ever reaches the real host.
 */
export function guardFrame(
  frame: HTMLIFrameElement,
  scope: URL,
  prove: () => Promise<void>,
  strayed: (target: string) => void,
): void {
  let passing = false;

  /** Others have heard of the event already. */
  function passOnce(event: Event): void {
    if (passing) event.stopImmediatePropagation();
  }

  function hold(event: Event, target: () => string | null, again: () => void): void {
    event.preventDefault();
    prove().then(
      () => {
        passing = true;
        again();
        passing = false;
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
    if (!link || event.defaultPrevented || link.getAttribute("href")?.startsWith("#")) return;
    hold(
      event,
      () => targetOf(link.href),
      () => link.click(),
    );
  }

  function submitted(event: SubmitEvent): void {
    if (event.defaultPrevented) return;
    const form = event.target as HTMLFormElement;
    const page = () => targetOf(form.ownerDocument.URL);
    const found = () => {
      const url = new URL(form.action);
      url.search = String(
        new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)])),
      );
      return targetOf(url.href);
    };
    hold(event, form.method === "get" ? found : page, () => form.requestSubmit(event.submitter));
  }

  function arrived(): void {
    const page = frame.contentDocument;
    const window = page?.defaultView;
    if (!window || !targetOf(page.URL)) return;
    // On the window, the first listeners come before all others, and the last ones after them.
    window.addEventListener("click", passOnce, { capture: true });
    window.addEventListener("submit", passOnce, { capture: true });
    window.addEventListener("click", clicked);
    window.addEventListener("submit", submitted);
  }

  guards.get(frame)?.();
  frame.addEventListener("load", arrived);
  guards.set(frame, () => frame.removeEventListener("load", arrived));
}
