import { existsSync } from "node:fs";
import { tagOf } from "../src/demos/kit/tag.ts";
import { fenceKinds, kinds } from "../src/demos/registry.ts";
import { accessibilityProblems, contrastProblems } from "./accessibility.ts";
import { tabOf } from "./engines/chromium.ts";
import { openPage, Thing } from "./engines/reader.ts";
import { playBesideAnother, scenes } from "./engines/scenario.ts";
import { fixture } from "./fixtures.ts";
import { overflowing, unseenTexts } from "./in-page.ts";
import { expect, test } from "./site.ts";

/** Comes back when the page has been drawn in its new width, and each demo has heard of it. */
const drawnAgain = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));

// What holds for every kind of demo, on its own page with two of them; e2e/engines/scenario.spec.ts has the other engines.

for (const [kind, scene] of Object.entries(scenes)) {
  const tag = scene.tag ?? tagOf(kind);
  test.describe(kind, () => {
    test.use({
      folder: fixture("demos"),
      expected: /\/lab\/\S+ net::ERR_FAILED/,
      // What travels is for a moment fainter than it stays.
      contextOptions: { reducedMotion: "reduce" },
    });

    test(`${scene.name}; accessible and 320 pixels wide in every state`, async ({ page, site }) => {
      test.slow();
      const tab = tabOf(page);
      const reload = () => openPage(tab, new URL(`${kind}/`, site.url).href);
      await reload();
      const body = new Thing(tab, { tag: "body" });
      const look = async (state: string) => {
        const { width = 0, height = 0 } = page.viewportSize() ?? {};
        await page.emulateMedia({ colorScheme: "light" });
        expect(await accessibilityProblems(page, "main"), state).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await contrastProblems(page, "main"), `${state}, in dark colours`).toEqual([]);
        await page.setViewportSize({ width: 320, height });
        expect(await page.evaluate(overflowing), state).toEqual([]);
        await page.setViewportSize({ width, height });
        await page.evaluate(drawnAgain);
      };
      for (const nth of [1, 0]) await body.element(tag, nth).comesAlive();
      await look("unused");
      await playBesideAnother(body, kind, scene, { engine: "Chromium", host: "worker", reload, look });
      await look("at the end");
    });
  });
}

test.describe("without scripts", () => {
  test.use({ folder: fixture("demos"), javaScriptEnabled: false });
  test("demos of each kind read whole, and have no control that would do nothing", async ({ open, page }) => {
    for (const [kind, { tag = tagOf(kind) }] of Object.entries(scenes)) {
      await test.step(kind, async () => {
        await open(`${kind}/`);
        const demos = page.locator(tag);
        expect(await demos.count()).toBeGreaterThanOrEqual(2);
        for (const demo of await demos.all()) await expect(demo).toHaveText(/\w/, { useInnerText: true });
        expect(await page.evaluate(unseenTexts, "main")).toEqual([]);
        await expect(page.locator("button:visible, :is(input, select, textarea):visible")).toHaveCount(0);
      });
    }
  });

  test("a page carries the styles of the kinds of demos that it uses, and of no others", async ({ open, page }) => {
    const all = [...kinds, ...fenceKinds];
    const hasStyle = (folder: string) => existsSync(`src/demos/${folder}/style.css`);
    for (const path of ["", ...Object.keys(scenes).map((kind) => `${kind}/`)]) {
      await open(path);
      const tags = new Set(
        await page.evaluate(() => [...document.querySelectorAll("*")].map(({ localName }) => localName)),
      );
      const used = all.filter(({ folder }) => tags.has(tagOf(folder)));
      const needed = new Set(used.flatMap(({ folder, within }) => [folder, ...within]).filter(hasStyle));
      const styles = (await page.locator("head style").allTextContents()).join("");
      const folders = new Set(all.flatMap(({ folder, within }) => [folder, ...within]));
      const styled = [...folders].filter((folder) => new RegExp(`[{}\\s]${tagOf(folder)}\\{`).test(styles));
      expect(new Set(styled), path).toEqual(needed);
    }
  });
});
