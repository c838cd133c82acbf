import type { Locator, Page } from "@playwright/test";
import { accessibilityProblems } from "./accessibility.ts";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

const rail = (page: Page): Locator => page.getByRole("navigation", { name: "Where you are" });
const part = (page: Page, name: RegExp): Locator => rail(page).getByRole("link", { name });
const begins = (page: Page): Locator => page.getByRole("group", { name: "Who begins" });
const again = (page: Page): Locator => page.getByRole("group", { name: "Once more: true or false?" });
const believed = (page: Page): Locator => page.getByRole("heading", { name: "What you believed" });
const goOn = (page: Page): Locator => page.getByRole("complementary", { name: "Go on where you left" });
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage));

async function ready(demo: Locator): Promise<void> {
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "ready");
}

/** Answer the question of the first part, and wait until that is noted: what is noted comes with code of its own. */
async function answer(page: Page, choice: "The client" | "The server"): Promise<void> {
  await ready(begins(page));
  await begins(page).getByLabel(choice).check();
  await begins(page).getByRole("button", { name: "Check" }).click();
  await expect(part(page, /First.*done/)).toBeVisible();
}

test("a part is ticked when its acts are done, and neither by reading on nor by what does not count", async ({
  open,
  page,
}) => {
  await open("path/");
  const beside = page.getByRole("group", { name: "Beside the way" });
  await ready(beside);
  await beside.getByLabel("No").check();
  await beside.getByRole("button", { name: "Check" }).click();
  await page.locator("#the-end").scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(part(page, /The end/)).toHaveAttribute("aria-current", "location");
  await expect(part(page, /done/)).toHaveCount(0);
  await answer(page, "The client");
  await expect(part(page, /done/)).toHaveCount(1);
  await expect(rail(page).getByRole("status")).toHaveText("Done: First. 1 of 3 parts.");
  const block = page.getByRole("group", { name: "A book" });
  await block.getByRole("button", { name: "Send", exact: true }).click();
  await expect(part(page, /Stage 1.*done/)).toBeVisible();
});

test("who comes back sees what is done, goes on where they left, and can forget it all", async ({ open, page }) => {
  await open("path/");
  await answer(page, "The client");
  await page.locator("#stage-1").evaluate((section) => section.scrollIntoView());
  await expect(part(page, /Stage 1/)).toHaveAttribute("aria-current", "location");
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain("stage-1");
  await page.evaluate(() => history.replaceState(null, "", location.pathname));
  await page.evaluate(() => scrollTo(0, 0));
  await page.reload();
  await expect(goOn(page)).toContainText("1 of 3 parts done. Your place, ticks and guesses stay in this browser");
  await expect(part(page, /First.*done/)).toBeVisible();
  expect(await accessibilityProblems(page, "aside")).toEqual([]);
  for (const [width, most] of [
    [375, 96],
    [1280, 56],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    expect((await goOn(page).boundingBox())?.height, `at ${width}`).toBeLessThanOrEqual(most);
    for (const control of await goOn(page).locator("a, button").all()) {
      expect((await control.boundingBox())?.height, await control.innerText()).toBeGreaterThanOrEqual(44);
    }
  }
  await goOn(page).getByRole("link", { name: "Go on: Stage 1, Interaction" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /Stage 1/ })).toBeInViewport();
  await expect(goOn(page)).toHaveCount(0);
  await open("path/");
  await expect(begins(page).getByRole("radio", { name: "The client" })).toBeChecked();
  await goOn(page).getByRole("button", { name: "Forget all" }).click();
  await expect(begins(page).getByRole("radio", { name: "The client" })).not.toBeChecked();
  await expect(goOn(page)).toHaveCount(0);
  await expect(part(page, /done/)).toHaveCount(0);
  expect(await keys(page)).toEqual([]);
});

test("a belief that was guessed comes back one part later, and the end tells what changed it", async ({
  open,
  page,
}) => {
  await open("path/");
  await expect(believed(page)).toBeHidden();
  await answer(page, "The server");
  await expect(page.locator("#stage-1")).toContainText("Once more: true or false?");
  await again(page).getByRole("button", { name: "True" }).click();
  await expect(again(page).first().getByRole("status")).toHaveText("Not quite. False. It waits until it is asked.");
  await expect(page.getByText("You believed 1 of 1. Now: 1.")).toBeVisible();
  await again(page).first().getByRole("button", { name: "False" }).click();
  await expect(again(page).first().getByRole("status")).toHaveText("Right. False. It waits until it is asked.");
  const end = page.locator("#the-end");
  await expect(end).toContainText("You believed 1 of 1. Now: 0.");
  await expect(end).toContainText("You expected “The server” here. Then you said “False” here.");
  expect(await accessibilityProblems(page, "main")).toEqual([]);
  await end.getByRole("link", { name: "here" }).first().click();
  await expect(begins(page)).toBeInViewport();
});

test("who guesses right is not asked again", async ({ open, page }) => {
  await open("path/");
  await answer(page, "The client");
  await expect(page.getByText("You believed 0 of 1. Now: 0.")).toBeVisible();
  await expect(again(page)).toHaveCount(0);
});

test("what a newer version of the lesson keeps is left alone", async ({ open, page }) => {
  await page.addInitScript(() => localStorage.setItem("http-cycle /path/", '{"version":99}'));
  await open("path/");
  await answer(page, "The client");
  expect(await page.evaluate(() => localStorage.getItem("http-cycle /path/"))).toBe('{"version":99}');
});

test("where the browser keeps nothing, parts are ticked all the same, and the page says that it keeps nothing", async ({
  open,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open("path/");
  await answer(page, "The server");
  await expect(page.locator("#the-end")).toContainText("This browser keeps nothing of this page");
  await page.reload();
  await ready(begins(page));
  await expect(part(page, /done/)).toHaveCount(0);
  await expect(goOn(page)).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("nothing of the way shows that only a script can keep", async ({ open, page }) => {
    await open("path/");
    await expect(part(page, /done/)).toHaveCount(0);
    await expect(believed(page)).toHaveCount(0);
    await expect(again(page)).toHaveCount(0);
  });
});
