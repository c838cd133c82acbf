import type { Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

/** The demo, once its code is there, and what tests do with it. */
async function twoClients(page: Page) {
  const demo = page.getByRole("group", { name: "First pair" });
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "ready");
  const ada = demo.getByRole("group", { name: "Ada, a client" });
  const ben = demo.getByRole("group", { name: "Ben, a client" });
  const rows = demo.getByRole("table", { name: "What passed" }).locator("tbody").getByRole("row");
  const status = demo.getByRole("status");
  const press = (party: typeof ada, name: string, rowsAfter: number) =>
    test.step(`press “${name}”`, async () => {
      await party.getByRole("button", { name }).click();
      await expect(rows).toHaveCount(rowsAfter, { timeout: 10_000 });
    });
  return { demo, ada, ben, rows, status, press };
}

test("the road stays open where every cycle on it is over", async ({ open, page }) => {
  await open("two-clients/");
  const { demo, ada, rows, press } = await twoClients(page);
  await expect(demo.getByRole("img", { name: "Ada has no connection yet." })).toBeVisible();
  await press(ada, "Ask for the list", 1);
  await press(ada, "Ask for the list", 2);
  for (const row of [rows.first(), rows.last()]) await expect(row).toContainText("200 OK. Cycle over.");
  const road = demo.getByRole("img", { name: "Ada’s connection stays open. On it, each over: cycle 1, 2." });
  await expect(road).toContainText("open");
  await expect(demo).toContainText("These roads are drawn");
});

test("the cycles of both are there as plain data, each with its client", async ({ open, page }) => {
  await open("two-clients/");
  const { demo, ada, ben, press } = await twoClients(page);
  await press(ada, "Ask for the list", 1);
  await press(ben, "Ask for the list", 2);
  await press(ada, "Add a book", 3);
  const cycles = await demo.evaluate((element) =>
    (element as unknown as { exchanges: { client: string; request: { method: string } }[] }).exchanges.map(
      ({ client, request }) => `${client.replace(/\..*/, "")} ${request.method}`,
    ),
  );
  expect(cycles).toEqual(["first-pair-1 GET", "first-pair-2 GET", "first-pair-1 POST"]);
});

test("asking ends Ben's wait, and starting again gives the library its first books", async ({ open, page }) => {
  await open("two-clients/");
  const { demo, ada, ben, rows, status, press } = await twoClients(page);
  await press(ada, "Add a book", 1);
  await ben.getByRole("button", { name: "Wait" }).click();
  await expect(status).toHaveText("Ben waits …");
  await press(ben, "Ask for the list", 3);
  await expect(rows.nth(1)).toContainText(/Waits [0-2]\.\d s\. Nothing comes\./);
  await expect(ben).toContainText("4 titles");
  await demo.getByRole("button", { name: "Start over" }).click();
  await expect(rows).toHaveCount(0);
  await press(ben, "Ask for the list", 1);
  await expect(ben).toContainText("3 titles");
});

for (const width of [375, 1280]) {
  test(`what comes of a wait has its room before, and moves nothing: ${width} px wide`, async ({ open, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open("two-clients/");
    const { demo, ada, ben, rows, status, press } = await twoClients(page);
    await demo.getByRole("radio", { name: "At once" }).check();
    await press(ada, "Ask for the list", 1);
    await press(ada, "Add a book", 2);
    const wait = ben.getByRole("button", { name: "Wait" });
    await wait.evaluate((each) => each.scrollIntoView({ block: "center", behavior: "instant" }));
    const shifts = await page.evaluateHandle(() => {
      const values: number[] = [];
      type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries() as Shift[]) if (!hadRecentInput) values.push(value);
      }).observe({ type: "layout-shift" });
      return values;
    });
    await wait.click();
    await expect(rows).toHaveCount(3);
    await expect(status).toHaveText("Ben waits …");
    const happened = demo.getByRole("definition").filter({ hasText: "Ben waited, and the screen stayed as it was." });
    await expect(happened, "is not told before").toHaveCount(0);
    await expect(status).toContainText("Ben has waited 3 seconds in all.");
    await expect(happened).toBeInViewport();
    // What has moved is told after the frame in which it did.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await shifts.jsonValue()).toEqual([]);
  });
}

test("the buttons of Ada and of Ben stand in groups that are called so", async ({ open, page }) => {
  await open("two-clients/");
  const { demo } = await twoClients(page);
  for (const name of ["Ada, a client", "Ben, a client"]) {
    const party = demo.getByRole("group", { name });
    await expect(party.getByRole("button", { name: "Ask for the list" })).toHaveCount(1);
  }
  await expect(demo.getByRole("group", { name: "The server’s data" })).toBeVisible();
});
