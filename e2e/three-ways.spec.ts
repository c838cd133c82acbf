import type { Locator, Page } from "@playwright/test";
import { accessibilityProblems } from "./accessibility.ts";
import { overflowing } from "./in-page.ts";
import { expect, test } from "./site.ts";

/** The demo, once its code is there, and what tests do with it. */
async function threeWays(page: Page) {
  const demo = page.locator("three-ways");
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "ready");
  const inside = demo.locator("iframe").contentFrame();
  const visit = async (address: string) => {
    await demo.getByLabel("Address").fill(address);
    await demo.getByLabel("Address").press("Enter");
    await expect(demo).toHaveAttribute("data-state", /done|failed/);
  };
  return { demo, inside, visit, rows: demo.getByRole("table").locator("tbody tr"), status: demo.getByRole("status") };
}

const step = (demo: Locator, number: number) =>
  test.step(`go on to step ${number}`, async () => {
    for (let at = 1; at < number; at += 1) await demo.getByRole("button", { name: "Next step" }).click();
    await expect(demo).toContainText(`Step ${number} of 6`);
  });

test("a link, a form of each method and a typed address each make one row of their own", async ({ open, page }) => {
  await open();
  const { inside, visit, rows } = await threeWays(page);
  await visit("library.example/books");
  await inside.getByRole("link", { name: "Search" }).click();
  await expect(rows.last()).toContainText(/Link “Search” ?GET ?\/search ?200 OK/);
  await inside.getByRole("searchbox").fill("wells");
  await inside.getByRole("searchbox").press("Enter");
  await expect(rows.last()).toContainText(/Form ?GET ?\/search\?q=wells ?200 OK/);
  await inside.getByRole("link", { name: "Books" }).click();
  await inside.getByLabel("Title").fill("Dune");
  await inside.getByRole("button", { name: "Add" }).click();
  await expect(rows.nth(-2)).toContainText(/Form ?POST ?\/books content: title=Dune.* ?303 See Other/);
  await expect(rows.last()).toContainText(/Redirect, by the browser itself ?GET ?\/books\/\d+ ?200 OK/);
});

test("the requests in the ledger are there as plain data, from the mock server", async ({ open, page }) => {
  await open();
  const { demo, visit, rows } = await threeWays(page);
  await visit("/books/1");
  await expect(demo).toHaveAttribute("data-host", "worker");
  const exchanges = await demo.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchanges"])));
  await expect(rows).toHaveCount(exchanges.length);
  expect(exchanges[0].request.target).toBe("/books/1");
  expect(exchanges[0].interaction.kind).toBe("address");
});

test("belief: one page is one request", async ({ open, page }) => {
  await open();
  const { demo, rows, status } = await threeWays(page);
  await demo.getByLabel("One: a page is a request").check();
  await demo.getByRole("button", { name: "Go" }).click();
  await expect(status).toHaveText("Other than you expected. Three rows.");
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: "by the browser itself" })).toHaveCount(2);
  await expect(demo).toContainText("A common belief behind the other guess: One page is one request.");
});

test("belief: POST is private, GET carries no data", async ({ open, page }) => {
  await open();
  const { demo, inside, visit, rows, status } = await threeWays(page);
  await visit("/search");
  await step(demo, 3);
  await demo.getByLabel("Nowhere: a GET carries no data").check();
  await inside.getByRole("searchbox").fill("secret");
  await inside.getByRole("searchbox").press("Enter");
  await expect(status).toHaveText("Other than you expected. The target is /search?q=secret.");
  await visit("/books");
  await demo.getByRole("button", { name: "Next step" }).click();
  await demo.getByRole("button", { name: "Next step" }).click();
  await demo.getByLabel("Where nobody can read them").check();
  await inside.getByLabel("Title").fill("secret");
  await inside.getByRole("button", { name: "Add" }).click();
  await expect(status).toHaveText(/^Other than you expected\. The content is title=secret/);
  await expect(rows.filter({ hasText: "POST" })).toContainText("content: title=secret");
  await expect(demo).toContainText("POST is private, and GET carries no data.");
});

test("belief: the part after # is sent", async ({ open, page }) => {
  await open();
  const { demo, inside, visit, rows, status } = await threeWays(page);
  await step(demo, 4);
  await visit("/books");
  await demo.getByLabel("GET /books#add").check();
  const before = await rows.count();
  await inside.getByRole("link", { name: "Add one" }).click();
  await expect(status).toHaveText("Other than you expected. No row. Nothing was sent.");
  await expect(demo.getByLabel("Address")).toHaveValue("http://library.example/books#add");
  await expect(rows).toHaveCount(before);
  await demo.getByRole("button", { name: "Next step" }).click();
  await demo.getByRole("button", { name: "Next step" }).click();
  await visit("library.example/books/1#cover");
  await expect(status).toHaveText("The target is /books/1.");
  await expect(demo.getByRole("table")).not.toContainText("#");
});

test("typing in a field makes no row, and the demo says why", async ({ open, page }) => {
  await open();
  const { inside, visit, rows, status } = await threeWays(page);
  await visit("/search");
  const before = await rows.count();
  await inside.getByRole("searchbox").pressSequentially("dune");
  await expect(status).toHaveText(/^No row\. Typing in a field sends nothing\./);
  await expect(rows).toHaveCount(before);
});

test("all of it can be done by keyboard, and the focus stays where the reader acted", async ({ open, page }) => {
  await open();
  const { demo, inside, rows } = await threeWays(page);
  await demo.getByLabel("Three: the page, its style sheet, its picture").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(demo.getByRole("button", { name: "Skip" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(demo.getByRole("button", { name: "Next step" })).toBeFocused();
  await demo.getByLabel("Address").focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(3);
  await expect(demo.getByLabel("Address")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(inside.getByRole("link", { name: "Books", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows.last()).toContainText("Link “Books”");
  await expect(demo.locator("iframe")).toBeFocused();
});

test("a skipped question is gone, and the step can still be done", async ({ open, page }) => {
  await open();
  const { demo, status } = await threeWays(page);
  await demo.getByRole("button", { name: "Skip" }).click();
  await expect(demo.getByRole("group", { name: "How many rows" })).toHaveCount(0);
  await expect(demo.getByRole("button", { name: "Next step" })).toBeFocused();
  await demo.getByRole("button", { name: "Go" }).click();
  await expect(status).toHaveText("Three rows.");
});

test("after fifty requests the ledger drops the oldest, and says so", async ({ open, page }) => {
  await open();
  const { demo, visit, rows } = await threeWays(page);
  for (let visits = 0; visits < 52; visits += 1) {
    await visit("/quiet-room");
    await expect(rows).toHaveCount(Math.min(visits + 1, 50));
  }
  await expect(demo).toContainText("Older ones dropped so far: 2.");
  await expect(rows.last()).toContainText("52");
});

test("starting again leaves an empty ledger, the first books and a browser without copies", async ({ open, page }) => {
  await open();
  const { demo, inside, visit, rows } = await threeWays(page);
  await visit("/books");
  await inside.getByLabel("Title").fill("Dune");
  await inside.getByRole("button", { name: "Add" }).click();
  await expect(inside.getByRole("heading", { name: "Dune" })).toBeVisible();
  await step(demo, 6);
  await demo.getByRole("button", { name: "Start again" }).click();
  await expect(rows).toHaveCount(0);
  await expect(demo.getByRole("status")).toContainText("The ledger is empty");
  await demo.getByRole("button", { name: "Go" }).click();
  await expect(rows).toHaveCount(3);
  await expect(inside.getByText("We lend 3 books")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing before, after and on a wrong guess, in ${colorScheme} colours`, async ({ open, page }) => {
    await page.emulateMedia({ colorScheme });
    await open();
    const { demo, inside, visit } = await threeWays(page);
    expect(await accessibilityProblems(page, "three-ways")).toEqual([]);
    await demo.getByLabel("One: a page is a request").check();
    await demo.getByRole("button", { name: "Go" }).click();
    await expect(inside.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await accessibilityProblems(page, "three-ways")).toEqual([]);
    await visit("http://other.example/");
    expect(await accessibilityProblems(page, "three-ways")).toEqual([]);
  });
}

test("it fits 320 pixels in every state", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open();
  const { demo, inside, visit } = await threeWays(page);
  expect(await page.evaluate(overflowing)).toEqual([]);
  await visit("/books");
  await inside.getByLabel("Title").fill("A".repeat(100));
  await inside.getByRole("button", { name: "Add" }).click();
  await expect(demo.getByRole("table")).toContainText("AAAA");
  expect(await page.evaluate(overflowing)).toEqual([]);
});
