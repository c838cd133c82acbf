import { chromium, type Locator, type Page } from "@playwright/test";
import { startHost } from "../../src/build/static-host.ts";
import { findBrowser, thisMachine } from "../browser.ts";
import buildFixtures, { fixture } from "../fixtures.ts";
import { announced, type Press, presses as pressesOf, ready, tagOn } from "../presses.ts";
import { type Bench, percentile } from "./bench.ts";

const windows = [
  { width: 375, height: 812 },
  { width: 1280, height: 800 },
];
/** A shift that comes within so many milliseconds after a press counts as wanted (Layout Instability API). */
const wanted = 500;
/** For so long more shifts are waited for: what comes with an outcome may still make room for itself. */
const settling = 2 * wanted;

/** What moved in the window because of one press. */
interface Moved {
  readonly press: string;
  /** Layout shift within the time in which it counts as wanted, and after that. */
  readonly atOnce: number;
  readonly later: number;
  /** Pixels by which the pressed control moved; 0 where it is gone. */
  readonly control: number;
}

/**
 * What moves at the presses of a demo of each kind. Of layout shift, a browser's own measure of what moves under a reader's eyes,
 * browsers count only what comes later than half a second after a press. What comes before is not nothing: most outcomes
 * make room for themselves below the control, and where the code behind a press is long in coming, all of it counts. So both are told.
 */
export const presses: Bench = {
  name: "At the presses of a demo of each kind",
  async measure() {
    await buildFixtures();
    const host = await startHost({ root: fixture("demos") });
    const browser = await chromium.launch({ executablePath: findBrowser(thisMachine), args: ["--disable-gpu"] });
    const all: Moved[] = [];
    try {
      for (const viewport of windows) {
        for (const kind of Object.keys(pressesOf)) {
          const page = await browser.newPage({ viewport });
          await page.goto(`${host.url}${kind}/`);
          all.push(...(await pressAll(page, kind, `${kind}, ${viewport.width} px wide`)));
          await page.close();
        }
      }
    } finally {
      await browser.close();
      await host.close();
    }
    const most = (part: "atOnce" | "later" | "control", format: (amount: number) => string, bar?: string) => {
      const worst = all.reduce((one, other) => (other[part] > one[part] ? other : one));
      const where = worst[part] > 0 ? `, most at ${worst.press}` : "";
      return { what: `${named[part]}${where}`, value: format(worst[part]), ...(bar !== undefined && { bar }) };
    };
    const typical = percentile(
      all.map(({ atOnce }) => atOnce),
      0.5,
    );
    return [
      { what: "presses", value: String(all.length) },
      most("later", shift, shift(0)),
      most("control", (pixels) => `${pixels.toFixed(0)} px`, "0 px"),
      most("atOnce", shift),
      { what: "the median of it", value: shift(typical) },
    ];
  },
};

const named = {
  later: "layout shift that browsers count",
  control: "the pressed control moves",
  atOnce: "layout shift in the half second of the press, to make room for what comes",
};

async function pressAll(page: Page, kind: string, where: string): Promise<Moved[]> {
  const demo = page.locator(tagOn(kind)).first();
  await demo.scrollIntoViewIfNeeded();
  // So that the demo can stand anywhere in the window.
  await page.evaluate(() => document.body.style.setProperty("padding-block", "100vh"));
  await page.evaluate(watch);
  const moved: Moved[] = [];
  for (const press of pressesOf[kind] ?? [])
    moved.push({ press: `${press.control} of ${where}`, ...(await pressOne(page, demo, press)) });
  return moved;
}

async function pressOne(page: Page, demo: Locator, press: Press): Promise<Omit<Moved, "press">> {
  const pressed = await ready(demo, press);
  const handle = await pressed.elementHandle();
  const placeOf = async () =>
    (await handle?.evaluate((each) => (each.checkVisibility() ? each.getBoundingClientRect().top : null))) ?? null;
  await page.evaluate(() => Object.assign(globalThis, { shifts: [] }));
  const before = await placeOf();
  await pressed.click();
  await announced(demo, press).waitFor();
  await page.waitForTimeout(settling);
  const after = await placeOf();
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
  const sum = (some: readonly Shift[]) => some.reduce((total, { value }) => total + value, 0);
  return {
    atOnce: sum(shifts.filter(({ hadRecentInput }) => hadRecentInput)),
    later: sum(shifts.filter(({ hadRecentInput }) => !hadRecentInput)),
    // Windows scroll by whole pixels, and lines are half ones too.
    control: before === null || after === null ? 0 : Math.floor(Math.abs(after - before)),
  };
}

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** Notes in the page what moves within the window. */
function watch(): void {
  new PerformanceObserver((list) => {
    const { shifts } = globalThis as unknown as { shifts?: Shift[] };
    for (const { value, hadRecentInput } of list.getEntries() as unknown as Shift[]) {
      shifts?.push({ value, hadRecentInput });
    }
  }).observe({ type: "layout-shift" });
}

function shift(amount: number): string {
  return amount.toFixed(3);
}
