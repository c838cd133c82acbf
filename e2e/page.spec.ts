import { pageLoad } from "../src/build/page-load.ts";
import { accessibilityProblems, contrastProblems } from "./accessibility.ts";
import { near, overflowing, unseenTexts } from "./in-page.ts";
import { expect, pages, root, test } from "./site.ts";

// These hold for every page of the site, those that are added later among them.

for (const path of pages) {
  test.describe(`/${path}`, () => {
    test("is whole, fits, is accessible, and prints", async ({ open, page }) => {
      await test.step("it loads at the root of a host by ten requests at most beside its pictures, and nothing but what is counted in its size and the code of demos that are near", async () => {
        const requested: string[] = [];
        const pictures: string[] = [];
        page.on("request", (request) => {
          if (request.method() !== "GET") return;
          const { pathname } = new URL(request.url());
          requested.push(pathname);
          if (request.resourceType() === "image") pictures.push(pathname);
        });
        await open(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        const file = path.replace(/(^|\/)$/, "$1index.html");
        const counted = (await pageLoad(root, file, await page.evaluate(near))).map(({ file }) => `/${file}`);
        const besidePictures = requested.filter((file) => !pictures.includes(file));
        expect(besidePictures.length, besidePictures.join()).toBeLessThanOrEqual(10);
        expect(requested.filter((file) => ![`/${path}`, ...counted].includes(file))).toEqual([]);
      });

      await test.step("it is accessible in light and in dark colours", async () => {
        expect(await accessibilityProblems(page), "light").toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await contrastProblems(page), "dark").toEqual([]);
        await page.emulateMedia({ colorScheme: "light" });
      });

      await test.step("it fits every width from 320 to 1920 pixels", async () => {
        for (let width = 320; width <= 1920; width += 80) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(overflowing), `wider than ${width} pixels`).toEqual([]);
        }
      });

      await test.step("it shows all its text on paper", async () => {
        for (const asking of await page.locator("[data-predict]").all()) {
          await asking.scrollIntoViewIfNeeded();
          await expect(asking.getByRole("radio").first(), "a question that comes before its transcript").toBeVisible();
        }
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 640, height: 900 });
        expect(await page.evaluate(unseenTexts, "main")).toEqual([]);
        expect(await page.evaluate(overflowing)).toEqual([]);
      });
    });
  });
}

test.describe("two folders deep", () => {
  test.use({ under: "/a/b/" });
  test("each page loads whole there too", async ({ open, page }) => {
    for (const path of pages) {
      await test.step(`/${path}`, async () => {
        await open(path);
        await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
      });
    }
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("each page shows all its text, and no control that would do nothing", async ({ open, page }) => {
    for (const path of pages) {
      await test.step(`/${path}`, async () => {
        await open(path);
        expect.soft(await page.evaluate(unseenTexts, "body"), path).toEqual([]);
        await expect.soft(page.locator("button:visible:not(form *)"), path).toHaveCount(0);
      });
    }
  });
});
