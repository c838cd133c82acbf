import { Late, within } from "./within.ts";

/**
 * A script-less iframe inside the worker's scope. What is fetched through it reaches the worker and nothing else.
 * @throws when the frame does not load in time
 */
export class ClientFrame {
  readonly #frame = document.createElement("iframe");

  async open(url: URL, patience: number): Promise<void> {
    const frame = this.#frame;
    frame.setAttribute("sandbox", "allow-same-origin allow-forms");
    frame.title = "The client of the live demos";
    frame.hidden = true;
    frame.src = url.href;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    document.body.append(frame);
    await within(patience, loaded, "the client’s frame did not load in time");
  }

  /**
   * With `only-if-cached` a request that misses the worker fails inside the browser instead of reaching the host.
   * Rejects as fetch does, and when the frame is gone.
   */
  async fetch(url: URL, init: RequestInit, patience: number): Promise<Response> {
    const window = this.#frame.contentWindow as (Window & typeof globalThis) | null;
    if (!window) throw new Error("the client’s frame is gone");
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(new Late("it took too long")), patience);
    try {
      return await window.fetch(url, {
        ...init,
        redirect: "manual",
        mode: "same-origin",
        cache: "only-if-cached",
        signal: ending.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#frame.remove();
  }
}
