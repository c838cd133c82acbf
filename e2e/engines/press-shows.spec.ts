import { fixture } from "../fixtures.ts";
import { type Press, presses, tagOn } from "../presses.ts";
import { expect, test, whyNot } from "./engine-test.ts";
import { unanswered } from "./firefox.ts";
import { patience, type Thing } from "./reader.ts";
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
        await demo.comesAlive();
        // So that the demo can stand anywhere in the window, also when that gets lower, as for a download.
        await tab.run(() => document.body.style.setProperty("padding-block", `${innerHeight}px`));
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
  await pressed.evaluate(async (each, seconds) => {
    const lowest = (innerHeight * 2) / 3;
    const box = (): DOMRect => each.getBoundingClientRect();
    const place = (): number => {
      if (Math.abs(box().bottom - lowest) > 1) scrollBy({ top: box().bottom - lowest, behavior: "instant" });
      return box().top;
    };
    // What comes alive above it may still move it, which is not the press's doing.
    const isStill = (top: number, before: number | null): boolean => top === before && !eyes.onItsWay();
    const { seen, isSo } = await eyes.until(place, isStill, seconds);
    if (!isSo) throw new Error(`it does not stay at a place within ${seconds} s`);
    Object.assign(globalThis, { pressed: each, before: seen });
  }, patience);
  await tab.drag([await pressed.middle()]);
  await demo.find("status").shows(said);
  const faults = await demo.evaluate(
    async (element, { said, seen, seconds }) => {
      const inWindow = (each: Element): boolean => {
        const { top, bottom, height } = each.getBoundingClientRect();
        return height > 0 && top >= -1 && bottom <= innerHeight + 1;
      };
      const reading = (text: string | RegExp) => (each: Element) => {
        const own = each.textContent.replace(/\s+/g, " ").trim();
        return typeof text === "string" ? own.includes(text) : text.test(own);
      };
      const missed = (): string[] => {
        const faults: string[] = [];
        const words = [...element.querySelectorAll("[role=status]")].filter(
          reading(new RegExp(said.source, said.flags)),
        );
        if (!words.some(inWindow)) faults.push("what is announced is not read in the window");
        for (const text of seen) {
          const [, source] = /^\/(.*)\/$/.exec(text) ?? [];
          const found = [...element.querySelectorAll("*")].filter(reading(source ? new RegExp(source) : text));
          if (!found.some((each) => each.children.length === 0 || inWindow(each)) || !found.some(inWindow)) {
            faults.push(`“${text}” is not seen`);
          }
        }
        return faults;
      };
      // What is announced may be drawn a moment before what stands beside it.
      const { seen: faults } = await eyes.until(missed, (faults) => faults.length === 0, seconds);
      const { pressed, before } = globalThis as unknown as { pressed: HTMLElement; before: number };
      const moved = pressed.isConnected && pressed.checkVisibility() ? pressed.getBoundingClientRect().top - before : 0;
      // Half pixels of a scrolled page are rounded in ways of each engine.
      if (Math.abs(moved) > 1) faults.push(`the control moved by ${moved} pixels`);
      return faults;
    },
    { said: { source: said.source, flags: said.flags }, seen: seen.map(String), seconds: patience },
  );
  expect(faults).toEqual([]);
}
