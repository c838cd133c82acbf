import type { Locator } from "@playwright/test";
import { kinds } from "../src/demos/registry.ts";
import { unanswered } from "./engines/firefox.ts";
import { fixture } from "./fixtures.ts";
import { announced, type Press, presses, ready, tagOn } from "./presses.ts";
import { expect, test } from "./site.ts";

test("every kind of demo is tried", () => {
  const named = kinds.map(({ component }) => component.replace(/\B[A-Z]/g, "-$&").toLowerCase());
  expect(Object.keys(presses)).toEqual(expect.arrayContaining(named));
});

for (const [width, height] of [
  [375, 812],
  [1280, 800],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ folder: fixture("demos"), expected: unanswered, viewport: { width, height } });

    for (const [kind, its] of Object.entries(presses)) {
      test(`${kind}: each press shows`, async ({ open, page }) => {
        await open(`${kind}/`);
        const demo = page.locator(tagOn(kind)).first();
        await demo.scrollIntoViewIfNeeded();
        // So that the demo can stand anywhere in the window.
        await page.evaluate(() => document.body.style.setProperty("padding-block", "100vh"));
        for (const press of its) await pressAndLook(demo, press);
      });
    }
  });
}

async function pressAndLook(demo: Locator, press: Press): Promise<void> {
  const { control, seen = [] } = press;
  await test.step(`press ${control}`, async () => {
    const pressed = await ready(demo, press);
    const placeOf = () => pressed.evaluate((each) => each.getBoundingClientRect().top);
    const handle = await pressed.elementHandle();
    const before = await placeOf();
    await pressed.click();
    const status = announced(demo, press);
    await expect.soft(status, "is announced").toBeVisible();
    await expect.soft(status, "is read in the window").toBeInViewport({ ratio: 1 });
    for (const text of seen) {
      const found = demo.getByText(text).filter({ visible: true }).first();
      await expect.soft(found, `“${text}” is seen`).toBeInViewport({ ratio: 1 });
    }
    const after = await handle?.evaluate((each) =>
      each.isConnected && each.checkVisibility() ? each.getBoundingClientRect().top : null,
    );
    if (typeof after === "number")
      // Windows scroll by whole pixels, and lines are half ones too.
      expect.soft(Math.abs(after - before), `${control} stays where it is`).toBeLessThan(1);
  });
}
