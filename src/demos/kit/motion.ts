import type { Times } from "../../http/exchange.ts";

/** Shows slowly again what has happened, until `skip` is aborted. Nothing moves for readers who asked for less motion. */
export class Motion {
  readonly #host: Element;
  readonly #skip: AbortSignal;
  #moves: readonly Animation[] = [];
  readonly #isStill = isStill();

  constructor(host: Element, skip: AbortSignal) {
    this.#host = host;
    this.#skip = skip;
  }

  /** There is no more to show, or nothing may move. */
  get isOver(): boolean {
    return this.#isStill || this.#skip.aborted;
  }

  /** Move an element, or all in the host that a selector finds. */
  move(
    what: Element | string,
    frames: readonly Keyframe[],
    duration: number,
    easing = "cubic-bezier(.3,0,.2,1)",
  ): void {
    const moved = typeof what === "string" ? this.#host.querySelectorAll(what) : [what];
    const added = Array.from(moved, (each) => each.animate([...frames], { duration, easing, fill: "forwards" }));
    this.#moves = [...this.#moves, ...added];
  }

  /** Resolves after so many milliseconds, or when the reader skips the rest. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const end = (): void => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#skip.aborted) end();
      this.#skip.addEventListener("abort", end, { once: true });
    });
  }

  /** Put all that has moved back into its place at rest. */
  end(): void {
    for (const each of this.#moves) each.cancel();
    this.#moves = [];
  }
}

/** How long a cycle really took, beside one that is shown slowly where it is; empty where that was not measured. */
export function really(times: Times | null): string {
  if (!times) return "";
  const took = `${times.arrived < 10 ? times.arrived.toFixed(1) : Math.round(times.arrived)} ms.`;
  return isStill() ? `It took ${took}` : `Really: ${took} Shown slowed down.`;
}

/** Whether the reader has asked for less motion. */
function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
