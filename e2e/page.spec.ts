import { pageLoad } from "../src/build/page-load.ts";
import { accessibilityProblems } from "./accessibility.ts";
import { overflowing, unseenTexts } from "./in-page.ts";
import { expect, pages, root, test } from "./site.ts";

// These hold for every page of the site, those that are added later among them.

for (const path of pages) {
  test.describe(`/${path}`, () => {
    test("loads whole at the root of a host, and nothing that is not counted in its size", async ({ open, page }) => {
      const requested: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "GET") requested.push(new URL(request.url()).pathname);
      });
      await open(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const counted = (await pageLoad(root, path.replace(/(^|\/)$/, "$1index.html"))).map(({ file }) => `/${file}`);
      expect(requested.filter((file) => ![`/${path}`, ...counted].includes(file))).toEqual([]);
    });

    test.describe("two folders deep", () => {
      test.use({ under: "/a/b/" });
      test("loads whole there too", async ({ open, page }) => {
        await open(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      });
    });

    test("fits every width from 320 to 1920 pixels", async ({ open, page }) => {
      await open(path);
      for (let width = 320; width <= 1920; width += 80) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(overflowing), `wider than ${width} pixels`).toEqual([]);
      }
    });

    for (const colorScheme of ["light", "dark"] as const) {
      test(`is accessible in ${colorScheme} colours`, async ({ open, page }) => {
        await page.emulateMedia({ colorScheme });
        await open(path);
        expect(await accessibilityProblems(page)).toEqual([]);
      });
    }

    test("shows all its text on paper", async ({ open, page }) => {
      await open(path);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 640, height: 900 });
      expect(await page.evaluate(unseenTexts, "main")).toEqual([]);
      expect(await page.evaluate(overflowing)).toEqual([]);
    });

    test.describe("without scripts", () => {
      test.use({ javaScriptEnabled: false });
      test("shows all its text, and no control that would do nothing", async ({ open, page }) => {
        await open(path);
        expect(await page.evaluate(unseenTexts, "body")).toEqual([]);
        await expect(page.locator("button:visible:not(form *)")).toHaveCount(0);
      });
    });
  });
}
