import type { Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

/** The demo, once its code is there, and what tests do with it. */
async function visits(page: Page) {
  const demo = page.getByRole("group", { name: "First visitor" });
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

test("the same request twice greets a stranger twice, and a cookie changes that", async ({ open, page }) => {
  await open("same-again/");
  const { demo, rows, send, status } = await visits(page);
  await demo.getByRole("radio", { name: "I am", exact: true }).check();
  await send(1);
  await send(2);
  await expect(rows.first()).toContainText("I give you the number 1, and this is your visit 1.");
  await expect(rows.last()).toContainText("I give you the number 2, and this is your visit 1.");
  await expect(rows.last()).toContainText("no Cookie");
  await expect(status).toHaveText("Not quite: I give you the number 2, and this is your visit 1.");
  await expect(demo).toContainText("A common belief behind the other guess: The one who knows tells.");
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
