import * as limits from "../limits.ts";
import { Late, within } from "../within.ts";
import { LabError } from "./lab.ts";
import { mockFrame } from "./mock-frame.ts";
import { shownUrl } from "./page-elements.ts";
import { passedBy } from "./passed-by.ts";

/** An iframe inside the worker's scope, in which no script runs. What is fetched through it reaches the worker and nothing else. */
export class ClientFrame {
  readonly #frame = mockFrame("The client of the live demos");
  readonly #worker: string;

  /** `worker` is the URL of the worker's file, for which the worker answers with a document for the frame. */
  constructor(worker: URL) {
    this.#worker = worker.href;
  }

  /** Resolves when the worker serves the frame. Rejects with a LabError where it does not, or where frames are forbidden. */
  async open(): Promise<void> {
    const frame = this.#frame;
    frame.hidden = true;
    frame.src = this.#worker;
    let isForbidden = false;
    const notice = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
      if (effectiveDirective === "frame-src") isForbidden = true;
    };
    document.addEventListener("securitypolicyviolation", notice);
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    document.body.append(frame);
    try {
      await within(limits.clientFrame, loaded, "its frame did not load in time");
      // The violation is told in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
    } catch (error) {
      if (!isForbidden) throw new LabError("no-worker", (error as Error).message, "Reload the page.");
    } finally {
      document.removeEventListener("securitypolicyviolation", notice);
    }
    if (isForbidden) throw noFrame("the policy of this site forbids frames");
    if (shownUrl(frame) !== this.#worker) throw noFrame("the browser keeps the frame that they need from this page");
    this.#mustBeServed();
  }

  /**
   * With `only-if-cached` a request that misses the worker fails inside the browser instead of reaching the host. In WebKit
   * it does not, so nothing is even tried where the worker does not serve the frame.
   * Rejects as fetch does, and with a LabError where the worker is gone.
   */
  async fetch(url: URL, init: RequestInit, patience: number): Promise<Response> {
    const window = this.#mustBeServed();
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

  #mustBeServed(): Window & typeof globalThis {
    const window = this.#frame.contentWindow as (Window & typeof globalThis) | null;
    if (window?.navigator.serviceWorker?.controller?.scriptURL !== this.#worker) throw passedBy();
    return window;
  }
}

function noFrame(reason: string): LabError {
  return new LabError("no-worker", reason, "Open the lesson by itself, at an address of its own.");
}
