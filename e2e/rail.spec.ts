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

    test("a part's link brings its heading into sight, and nothing covers it", async ({ open, page }) => {
      await open();
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
  });
}

test("walking through the parts adds nothing to the history", async ({ open, page }) => {
  await open();
  const before = await page.evaluate(() => history.length);
  for (let stage = 1; stage <= 5; stage += 1) {
    await page.locator(`#stage-${stage}`).evaluate((section) => section.scrollIntoView());
    await expect(page).toHaveURL(new RegExp(`#stage-${stage}$`));
  }
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("a link to a place within a part keeps its address until the reader goes on", async ({ open, page }) => {
  await open("#a-place-within-a-part");
  await expect(page.getByRole("link", { name: /After/ })).toHaveAttribute("aria-current", "location");
  await expect(page).toHaveURL(/#a-place-within-a-part$/);
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
