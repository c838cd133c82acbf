import { type Pattern, prepare, type Seen, type Wanted } from "./in-reader.ts";
import type { Point, Tab } from "./tab.ts";

/** Seconds in which what a reader waits for comes, on a busy machine too. */
export const patience = 20;

/** Opens a page of the site for a reader. */
export async function openPage(tab: Tab, url: string): Promise<void> {
  await tab.open(url);
  await tab.run(prepare);
}

/** All that was complained of: by the browser, and by the page since it was opened. */
export async function complaintsOf(tab: Tab): Promise<readonly string[]> {
  return [...tab.complaints, ...(await tab.run(() => eyes.heard.splice(0)))];
}

/** A thing in the page as a reader knows it: what it is and what it is called. It is looked for anew for each act. */
export class Thing {
  readonly #tab: Tab;
  readonly #wanted: Wanted;

  constructor(tab: Tab, wanted: Wanted) {
    this.#tab = tab;
    this.#wanted = wanted;
  }

  /** A thing in this one, frames in it included. */
  find(role: string, name?: string | RegExp, nth?: number): Thing {
    return new Thing(this.#tab, {
      role,
      ...(name !== undefined && { name: typeof name === "string" ? name : patternOf(name) }),
      ...(nth !== undefined && { nth }),
      within: this.#wanted,
    });
  }

  /** An element of that name in this one: for demos, and for what has no role. */
  element(tag: string, nth = 0): Thing {
    return new Thing(this.#tab, { tag, nth, within: this.#wanted });
  }

  /** Presses it; once more where it was moved away in the moment of the press, as a reader would. */
  async click(): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      await this.#tab.drag([await this.#place()]);
      // A press that led to another page has hit.
      if (await this.#tab.run(() => globalThis.eyes?.isHit() ?? true)) return;
    }
    throw new Error(`${inWords(this.#wanted)} moves away from each press.`);
  }

  /** Drags it upon another thing, somewhat above its middle, once both stay where they are. */
  async dragTo(other: Thing): Promise<void> {
    let from = await this.#place();
    let middle = await other.middle();
    for (let before = { y: Number.NaN }; before.y !== middle.y; ) {
      before = middle;
      from = await this.#place();
      middle = await other.middle();
    }
    const to = { x: middle.x, y: middle.y - 20 };
    const steps = Array.from({ length: 20 }, (_, step) => (step + 1) / 20);
    await this.#tab.drag([
      from,
      ...steps.map((part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })),
    ]);
  }

  /** Where it is now, without scrolling. */
  async middle(): Promise<Point> {
    const point = await this.#tab.run((wanted) => {
      const box = eyes.find(wanted)?.getBoundingClientRect();
      return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
    }, this.#wanted);
    if (!point) throw new Error(`There is no ${inWords(this.#wanted)}.`);
    return point;
  }

  /** Writes a text in place of what stands in a field. */
  async fill(text: string): Promise<void> {
    await this.click();
    await this.#tab.press("Control", "a");
    await this.#tab.type(text);
  }

  /** Presses keys upon it. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.#tab.run((wanted) => (eyes.find(wanted) as HTMLElement | null)?.focus(), this.#wanted);
    await this.#tab.press(...keys);
  }

  /** Chooses an option of a list by the arrow keys, for each engine opens its own window of choices otherwise. */
  async choose(option: string): Promise<void> {
    await this.#place();
    const steps = await this.#tab.run(
      (wanted, option) => {
        const select = eyes.find(wanted) as HTMLSelectElement | null;
        const labels = Array.from(select?.options ?? [], ({ label }) => label.trim());
        const whole = labels.indexOf(option);
        const at = whole >= 0 ? whole : labels.findIndex((label) => label.includes(option));
        return select && at >= 0 ? at - select.selectedIndex : null;
      },
      this.#wanted,
      option,
    );
    if (steps === null) throw new Error(`There is no option “${option}” in ${inWords(this.#wanted)}.`);
    for (let step = 0; step < Math.abs(steps); step += 1) await this.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  }

  /** Goes to a demo, and comes back when its code is there. */
  async comesAlive(): Promise<void> {
    await this.#until(
      "comes alive",
      (wanted) => eyes.isAlive(wanted),
      (isAlive) => isAlive,
      null,
    );
  }

  /** Comes back when a text is read in it; gives all that is. */
  shows(expected: string | RegExp): Promise<string> {
    return this.#until(
      `shows ${expected}`,
      (wanted) => eyes.text(wanted),
      (text, { source, flags }) => text !== null && new RegExp(source, flags).test(text),
      patternOf(expected),
    ) as Promise<string>;
  }

  /** Comes back when its rows, but for those that are left out, are these in this order. */
  async hasRows(expected: readonly RegExp[], leftOut = /^$/): Promise<void> {
    await this.#until(
      `has the rows ${expected.join(", ")}`,
      (wanted, { leftOut }) => eyes.rows(wanted).filter((row) => !new RegExp(leftOut.source, leftOut.flags).test(row)),
      (rows, { all }) =>
        rows.length === all.length &&
        all.every(({ source, flags }, at) => new RegExp(source, flags).test(rows[at] ?? "")),
      { all: expected.map(patternOf), leftOut: patternOf(leftOut) },
    );
  }

  /** Comes back when it is gone. */
  async isGone(): Promise<void> {
    await this.#until(
      "is gone",
      (wanted) => eyes.text(wanted),
      (text) => text === null,
      null,
    );
  }

  text(): Promise<string | null> {
    return this.#tab.run((wanted) => eyes.text(wanted), this.#wanted);
  }

  rows(): Promise<readonly string[]> {
    return this.#tab.run((wanted) => eyes.rows(wanted), this.#wanted);
  }

  /** What stands in a field, or how far a slider is pushed. */
  value(): Promise<string | null> {
    return this.#tab.run((wanted) => (eyes.find(wanted) as HTMLInputElement | null)?.value ?? null, this.#wanted);
  }

  async hasValue(expected: string): Promise<void> {
    await this.#until(
      `holds ${expected}`,
      (wanted) => (eyes.find(wanted) as HTMLInputElement | null)?.value ?? null,
      (value, expected) => value === expected,
      expected,
    );
  }

  isChecked(): Promise<boolean> {
    return this.#tab.run((wanted) => (eyes.find(wanted) as HTMLInputElement | null)?.checked ?? false, this.#wanted);
  }

  hasFocus(): Promise<boolean> {
    return this.#tab.run((wanted) => {
      const element = eyes.find(wanted);
      return element !== null && element.ownerDocument.activeElement === element;
    }, this.#wanted);
  }

  /** Calls a function, which stands alone, in the page with the element. */
  evaluate<R, A>(script: (element: HTMLElement, argument: A) => R | Promise<R>, argument: A): Promise<R> {
    return this.#tab.run<[Wanted, A], R>(
      `(wanted, argument) => (${script})(eyes.find(wanted), argument)`,
      this.#wanted,
      argument,
    );
  }

  /** A value of the element's `data-` attributes. */
  data(name: string): Promise<string | null> {
    return this.#tab.run(
      (wanted, name) => (eyes.find(wanted) as HTMLElement | null)?.dataset[name] ?? null,
      this.#wanted,
      name,
    );
  }

  /** A point at which it can be pressed, once it stays there. */
  #place(): Promise<Point> {
    return this.#until(
      "can be pressed",
      (wanted) => eyes.place(wanted),
      (place, _, before) =>
        "x" in place && before !== null && "x" in before && place.x === before.x && place.y === before.y,
      null,
    ) as Promise<Point>;
  }

  /** Waits in the page: two functions, each of which stands alone, tell what is seen of the thing and whether that is enough. */
  async #until<T, A>(
    what: string,
    look: (wanted: Wanted, argument: A) => T,
    isSo: (seen: T, argument: A, before: T | null) => boolean,
    argument: A,
  ): Promise<T> {
    const script = `(wanted, argument, seconds) =>
      eyes.until(() => (${look})(wanted, argument), (seen, before) => (${isSo})(seen, argument, before), seconds)`;
    const last = await this.#tab.run<[Wanted, A, number], Seen<T>>(script, this.#wanted, argument, patience);
    if (last.isSo) return last.seen;
    const found = JSON.stringify(last.seen, null, 1);
    throw new Error(`Expected within ${patience} s that ${inWords(this.#wanted)} ${what}; found: ${found}`);
  }
}

/** What is read where a text or a pattern is expected. */
function patternOf(expected: string | RegExp): Pattern {
  const { source, flags } = typeof expected === "string" ? new RegExp(RegExp.escape(expected)) : expected;
  return { source, flags };
}

function inWords({ role, name, tag, nth, within }: Wanted): string {
  const called = typeof name === "string" ? ` “${name}”` : name ? ` /${name.source}/` : "";
  const which = nth === undefined ? "" : ` number ${nth}`;
  return `${role ?? tag}${called}${which}${within ? ` in ${inWords(within)}` : ""}`;
}
