import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { overflowing } from "./in-page.ts";
import { expect, test } from "./site.ts";

// What is said beside messages stands in files of its own, which readers see as a page. The site of these tests has its own.

test.use({ folder: fixture("reference") });

/** What is said of a name. */
const saidOf = (page: Page, name: string): Locator =>
  page.getByRole("definition").and(page.locator(`dt:has(code:text-is("${name}")) + dd`));

test("a reader finds each name with its sentence, its values, its standard, and the pages that use it", async ({
  open,
  page,
}) => {
  await open("reference/");
  const mark = saidOf(page, "ETag");
  await expect(mark).toContainText("A mark, says this site.");
  await expect(mark.getByRole("listitem")).toHaveText("W/: Much the same, says this site. RFC 9110, section 8.8.1");
  await expect(mark.getByRole("link", { name: "RFC 9110, section 8.8.3" })).toHaveAttribute(
    "href",
    "https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3",
  );
  await expect(saidOf(page, "Origin").getByRole("link")).toHaveText(["Fetch"]);
  await expect(saidOf(page, "Origin")).not.toContainText("Used in");
  await expect(saidOf(page, "Accept")).toContainText("Used in: The shelf, No such book");
  await expect(saidOf(page, "404")).toContainText("Used in: No such book");
  await expect(saidOf(page, "4xx")).toContainText("Used in: No such book");
  await expect(saidOf(page, "DELETE")).toContainText("Used in: No such book");
  await saidOf(page, "ETag").getByRole("link", { name: "The shelf" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A shelf");
});

test("the same sentences stand beside messages that are recorded, and beside those that a reader sends", async ({
  open,
  page,
}) => {
  await open();
  const listing = page.locator(".response-listing");
  await expect(listing).toContainText("A mark, says this site. W/: much the same, says this site.");
  await expect(listing).toContainText("What caches do, says this site. no-cache: ask first, says this site.");
  await expect(listing).toContainText("Class 2, says this site.");
  const exchange = page.locator("demo-exchange");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange).toContainText("GET fetches, says this site.");
  await expect(exchange).toContainText("What it likes, says this site.");
});

test("a page can lead to what is said of a name", async ({ open, page }) => {
  await open("other/");
  await page.getByRole("link", { name: "the mark" }).click();
  await expect(saidOf(page, "ETag")).toBeInViewport();
});

test.describe("without scripts, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 375, height: 812 } });
  test("all of it is there, and nothing is wider than the window", async ({ open, page }) => {
    await open("reference/");
    await expect(saidOf(page, "ETag")).toBeVisible();
    await expect(page.getByRole("term")).toHaveCount(12);
  });
});

test("nothing is wider than a phone's window", async ({ open, page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await open("reference/");
  expect(await page.evaluate(overflowing)).toEqual([]);
});
