import { labAddress } from "../protocol.ts";
import { clickedLink, formAddress, linkAddress, shownUrl } from "./page-elements.ts";

const guards = new WeakMap<HTMLIFrameElement, () => void>();

/**
 * Let a link or a form of a script-less iframe navigate only after `prove` has shown that the worker will answer;
 * otherwise call `missed` with the target it would have asked for (for a POST, that of the page it stands on). So no
 * request for the mock server ever reaches the real host.
 */
export function guardFrame(
  frame: HTMLIFrameElement,
  scope: URL,
  prove: () => Promise<void>,
  missed: (target: string) => void,
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
      () => missed(target() ?? "/"),
    );
  }

  /** The target at an address in the page. */
  function targetOf(written: string): string | null {
    const page = shownUrl(frame) ?? scope;
    if (!URL.canParse(written, page)) return null;
    const url = new URL(written, page);
    const address = labAddress(url, scope);
    return address && address.target + url.hash;
  }

  function clicked(event: MouseEvent): void {
    const link = clickedLink(event);
    if (!link || event.defaultPrevented) return;
    const address = linkAddress(link);
    if (address.startsWith("#")) return;
    hold(
      event,
      () => targetOf(address),
      () => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true })),
    );
  }

  function submitted(event: SubmitEvent): void {
    if (event.defaultPrevented) return;
    const form = event.target as HTMLFormElement;
    const { address, method } = formAddress(form, event.submitter);
    const page = () => targetOf("");
    const found = () => {
      const data = Array.from(new FormData(form), ([name, value]) => [name, String(value)]);
      return targetOf(`${address.split(/[?#]/)[0]}?${new URLSearchParams(data)}`);
    };
    hold(event, method === "GET" ? found : page, () =>
      HTMLFormElement.prototype.requestSubmit.call(form, event.submitter),
    );
  }

  function arrived(): void {
    const window = frame.contentWindow;
    if (!window || !frame.contentDocument || targetOf("") === null) return;
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
