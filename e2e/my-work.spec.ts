import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

const report = (page: Page) => page.getByRole("group", { name: "First report" });
const task = (page: Page) => page.getByRole("group", { name: "Meet a 404" });

async function openWork(open: (path: string) => Promise<void>, page: Page): Promise<void> {
  await open("my-work/");
  for (const each of [report(page), task(page)]) {
    await each.scrollIntoViewIfNeeded();
    await expect(each).toHaveAttribute("data-state", "ready");
  }
}

async function begin(page: Page): Promise<void> {
  await task(page).getByRole("button", { name: "Begin" }).click();
}

async function openFile(page: Page, text: string): Promise<string> {
  const status = report(page).getByRole("status");
  await status.evaluate((element) => element.replaceChildren());
  const buffer = Buffer.from(text);
  await report(page).locator("input").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer });
  await expect(status).not.toBeEmpty();
  return (await status.textContent()) ?? "";
}

test("work is saved to a file, and opened in another browser, where the task is solved, too", async ({
  open,
  page,
}) => {
  await openWork(open, page);
  await begin(page);
  await task(page).getByRole("textbox").fill("GET /books/98");
  await task(page).getByRole("button", { name: "Send" }).click();
  await expect(task(page).getByRole("status")).toHaveText(/^Solved\. 404/);
  await expect(report(page)).toContainText("Meet a 404: solved at try 1.");
  const saving = page.waitForEvent("download");
  await report(page).getByRole("button", { name: "Save to a file" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  expect(text).toContain("GET /books/98 HTTP/1.1");

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await openWork(open, page);
  await expect(report(page)).toContainText("None tried so far.");
  expect(await openFile(page, text.slice(0, -30))).toContain("is damaged");
  expect(await openFile(page, text.replace('{"version":1', '{"version":7'))).toContain("another version");
  await expect(report(page)).toContainText("None tried so far.");
  expect(await openFile(page, text)).toContain("is open");
  await expect(report(page)).toContainText("Meet a 404: solved at try 1.");
  await page.reload();
  await task(page).scrollIntoViewIfNeeded();
  await expect(task(page)).toContainText("Solved at try 1.");
});
