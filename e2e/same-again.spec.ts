import type { Page } from "@playwright/test";
import { accessibilityProblems } from "./accessibility.ts";
import { overflowing } from "./in-page.ts";
import { expect, test } from "./site.ts";

/** The demo, once its code is there, and what tests do with it. */
async function visits(page: Page) {
  const demo = page.getByRole("group", { name: "Does the server know you?" });
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "ready");
  const rows = demo.getByRole("table", { name: "What the server was told" }).locator("tbody").getByRole("row");
  const send = (rowsAfter: number) =>
    test.step("send", async () => {
      await demo.getByRole("button", { name: "Send" }).click();
      await expect(rows).toHaveCount(rowsAfter);
    });
  return { demo, rows, send, status: demo.getByRole("status") };
}

test("“The server remembers me”: the same request twice greets a stranger twice, and a cookie changes that", async ({
  open,
  page,
}) => {
  await open();
  const { demo, rows, send, status } = await visits(page);
  await demo.getByRole("radio", { name: "Yes, it has seen me" }).check();
  await send(1);
  await send(2);
  await expect(rows.first()).toContainText("I give you the number 1, and this is your visit 1.");
  await expect(rows.last()).toContainText("I give you the number 2, and this is your visit 1.");
  await expect(rows.last()).toContainText("no Cookie");
  await expect(status).toHaveText("Not quite: I give you the number 2, and this is your visit 1.");
  await expect(demo).toContainText("A common belief behind the other guess: The server remembers me.");
  const lines = await demo.evaluate((element) =>
    (element as unknown as { exchanges: { request: { fields: { name: string; value: string }[] } }[] }).exchanges.map(
      ({ request }) => request.fields.map(({ name, value }) => `${name}: ${value}`).join("\n"),
    ),
  );
  expect(lines[1]).toBe(lines[0]);

  await demo.getByRole("checkbox", { name: "Keep cookies" }).check();
  await send(3);
  await expect(rows.last()).toContainText("Set-Cookie: visitor=3");
  await send(4);
  await expect(rows.last()).toContainText("Cookie: visitor=3");
  await expect(status).toContainText("You are visitor 3, and this is your visit 2.");
  await expect(demo).toContainText("The cookie is drawn");
});

test("is accessible and fits 320 pixels before and after", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open();
  const { demo, send } = await visits(page);
  expect(await accessibilityProblems(page, "same-again")).toEqual([]);
  await demo.getByRole("radio", { name: "No, it greets a stranger" }).check();
  await send(1);
  await send(2);
  expect(await page.evaluate(overflowing)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityProblems(page, "same-again")).toEqual([]);
});
