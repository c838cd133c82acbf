import { fixture } from "../fixtures.ts";
import { type Press, presses, tagOn } from "../presses.ts";
import { expect, test, whyNot } from "./engine-test.ts";
import { unanswered } from "./firefox.ts";
import type { Thing } from "./reader.ts";
import { laptop, phone, type Tab } from "./tab.ts";

// What e2e/press-shows.spec.ts holds in Chromium, in the other engines, by real presses.

const windows = (["Firefox", "WebKit"] as const).flatMap((engine) => [laptop, phone].map((size) => ({ engine, size })));

for (const { engine, size } of windows) {
  test.describe(`in ${engine}, ${size.width} × ${size.height}`, () => {
    test.use({ engine, size, folder: fixture("demos"), expected: unanswered });
    test.skip(whyNot(engine) !== "", whyNot(engine));

    for (const [kind, its] of Object.entries(presses)) {
      test(`${kind}: each press shows`, async ({ open, tab }) => {
        test.slow();
        const demo = (await open(`${kind}/`)).element(tagOn(kind));
        // So that the demo can stand anywhere in the window, also when that gets lower, as for a download. This comes before
        // the first scroll: Firefox may take scrolls back in a page that has grown after one.
        await tab.run(() => document.body.style.setProperty("padding-block", `${innerHeight}px`));
        await demo.comesAlive();
        for (const press of its) await test.step(`press ${press.control}`, () => pressAndLook(tab, demo, press));
      });
    }
  });
}

async function pressAndLook(tab: Tab, demo: Thing, { choose, guess, control, said, seen = [] }: Press): Promise<void> {
  if (choose) await demo.find("combobox").choose(choose);
  if (guess) await demo.find("radio", guess).click();
  const pressed = demo.find("button", control);
  // The lowest place of which this must hold.
  await pressed.evaluate(async (each) => {
    const lowest = (innerHeight * 2) / 3;
    const box = (): DOMRect => each.getBoundingClientRect();
    // What comes alive above it may still move it, which is not the press's doing.
    for (let still = 0, last = Number.NaN; still < 20; ) {
      if (Math.abs(box().bottom - lowest) > 1) scrollBy({ top: box().bottom - lowest, behavior: "instant" });
      await new Promise(requestAnimationFrame);
      still = box().top === last ? still + 1 : 0;
      last = box().top;
    }
    Object.assign(globalThis, { pressed: each, before: box().top });
  }, null);
  await tab.drag([await pressed.middle()]);
  await demo.find("status").shows(said);
  const missed = await demo.evaluate(
    (element, [said, flags, ...seen]) => {
      const inWindow = (each: Element): boolean => {
        const { top, bottom, height } = each.getBoundingClientRect();
        return height > 0 && top >= -1 && bottom <= innerHeight + 1;
      };
      const reading = (text: string | RegExp) => (each: Element) => {
        const own = each.textContent.replace(/\s+/g, " ").trim();
        return typeof text === "string" ? own.includes(text) : text.test(own);
      };
      const faults: string[] = [];
      const words = [...element.querySelectorAll("[role=status]")].filter(reading(new RegExp(said ?? "", flags ?? "")));
      if (!words.some(inWindow)) faults.push("what is announced is not read in the window");
      for (const text of seen) {
        const [, source] = /^\/(.*)\/$/.exec(text) ?? [];
        const found = [...element.querySelectorAll("*")].filter(reading(source ? new RegExp(source) : text));
        if (!found.some((each) => each.children.length === 0 || inWindow(each)) || !found.some(inWindow)) {
          faults.push(`“${text}” is not seen`);
        }
      }
      const { pressed, before } = globalThis as unknown as { pressed: HTMLElement; before: number };
      const moved = pressed.isConnected && pressed.checkVisibility() ? pressed.getBoundingClientRect().top - before : 0;
      // Half pixels of a scrolled page are rounded in ways of each engine.
      if (Math.abs(moved) > 1) faults.push(`the control moved by ${moved} pixels`);
      return faults;
    },
    [said.source, said.flags, ...seen.map(String)],
  );
  expect(missed).toEqual([]);
}
