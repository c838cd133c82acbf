import { accessibilityProblems } from "./accessibility.ts";
import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

for (const [width, height] of [
  [375, 812],
  [768, 1024],
  [1280, 800],
] as const) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height } });

    test("a reader sees at every place of the lesson which part they are in, and the address names it", async ({
      open,
      page,
    }) => {
      await open();

      await test.step("a part's link brings its heading into sight, and nothing covers it", async () => {
        await page
          .getByRole("link", { name: /Stage 4/ })
          .first()
          .click();
        const heading = page.getByRole("heading", { level: 2, name: /Stage 4/ });
        await expect(heading).toBeInViewport();
        const isOnTop = await heading.evaluate((each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          return top !== null && (each.contains(top) || top.contains(each));
        });
        expect(isOnTop).toBe(true);
      });

      const rail = page.getByRole("navigation", { name: "Where you are" });
      const parts = rail.getByRole("link");
      await expect(parts).toHaveCount(7);
      for (const part of await parts.all()) {
        const hash = (await part.getAttribute("href")) ?? "";
        await page.locator(hash).evaluate((section) => scrollTo(0, section.getBoundingClientRect().top + scrollY + 60));
        await expect(part).toHaveAttribute("aria-current", "location");
        await expect(part).toBeInViewport();
        await expect(page).toHaveURL((url) => url.hash === hash);
        await expect(rail.locator("[aria-current]")).toHaveCount(1);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await expect(rail.locator("[aria-current]")).toHaveCount(0);
      await expect(page).toHaveURL((url) => url.hash === "");
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test("a reader opens the list of parts from the bar, and it closes on a choice, on Escape and beside it", async ({
    open,
    page,
  }) => {
    await open();
    await page.locator("#stage-2").evaluate((section) => section.scrollIntoView());
    const rail = page.getByRole("navigation", { name: "Where you are" });
    const opener = rail.getByRole("button", { name: "Parts" });
    const last = rail.getByRole("link", { name: /After/ });
    await expect(opener).toBeInViewport();
    expect((await opener.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await expect(rail.getByRole("link", { name: /Stage 2/ })).toHaveAttribute("aria-current", "location");
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(opener).toHaveAttribute("aria-expanded", "true");
    await expect(rail.locator(":focus"), "a part, on which the keyboard goes on").toHaveRole("link");
    for (const part of await rail.getByRole("link").all()) {
      await expect(part).toBeInViewport({ ratio: 1 });
      expect((await part.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await accessibilityProblems(page, "main")).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();
    await expect(opener).toHaveAttribute("aria-expanded", "false");
    await opener.click();
    await page.mouse.click(200, 780);
    await expect(opener).toHaveAttribute("aria-expanded", "false");
    await opener.click();
    await last.click();
    await expect(opener).toHaveAttribute("aria-expanded", "false");
    await expect(page.getByRole("heading", { level: 2, name: /After/ })).toBeInViewport();
  });
});

test("a link to a place within a part keeps its address until the reader goes on", async ({ open, page }) => {
  await open("#a-place-within-a-part");
  await expect(page.getByRole("link", { name: /After/ })).toHaveAttribute("aria-current", "location");
  await expect(page).toHaveURL(/#a-place-within-a-part$/);

  await test.step("walking through the parts adds nothing to the history", async () => {
    const before = await page.evaluate(() => history.length);
    for (let stage = 1; stage <= 5; stage += 1) {
      await page.locator(`#stage-${stage}`).evaluate((section) => section.scrollIntoView());
      await expect(page).toHaveURL(new RegExp(`#stage-${stage}$`));
    }
    expect(await page.evaluate(() => history.length)).toBe(before);
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 375, height: 812 } });
  test("the parts are links, and none claims to be the one being read", async ({ open, page }) => {
    await open();
    const rail = page.getByRole("navigation", { name: "Where you are" });
    await expect(rail.getByRole("link")).toHaveCount(7);
    await expect(rail.locator("[aria-current]")).toHaveCount(0);
    await rail.getByRole("link", { name: /Stage 3/ }).click();
    await expect(page.getByRole("heading", { level: 2, name: /Stage 3/ })).toBeInViewport();
  });
});
