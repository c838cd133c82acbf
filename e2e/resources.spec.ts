import type { Page } from "@playwright/test";
import type { ChangingHost } from "../src/build/static-host.ts";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

// A page adds a resource to the library, for the whole site.

const folder = fixture("resources");

test.use({ folder });

const first = (page: Page) => page.locator("demo-exchange").first();

async function send(page: Page): Promise<void> {
  await first(page).scrollIntoViewIfNeeded();
  await first(page).getByRole("button", { name: "Send", exact: true }).click();
  await expect(first(page)).toHaveAttribute("data-state", "done");
}

test("readers see where a page's resource is and what it answers, and get the same from the worker", async ({
  open,
  page,
}) => {
  await open();
  await expect(page.getByText("What hangs at the door: GET /notice")).toBeVisible();
  await expect(page.locator(".response-listing")).toContainText("Closed on Monday.");
  await send(page);
  await expect(first(page)).toHaveAttribute("data-host", "worker");
  await expect(first(page)).toContainText("200 OK");
  await expect(first(page)).toContainText("Closed on Monday.");
});

test("another page of the site has the resource, too", async ({ open, page }) => {
  await open("other/");
  await send(page);
  await expect(first(page)).toContainText("405 Method Not Allowed");
  await expect(first(page)).toContainText("GET, HEAD, OPTIONS");
});

test.describe("where the worker's file is missing", () => {
  test.use({ faults: { "/lab/worker.js": { status: 404 } }, expected: /^status code 404: GET |fetching the script/ });

  test("the server in the page has it as well", async ({ open, page }) => {
    await open();
    await send(page);
    await expect(first(page)).toHaveAttribute("data-host", "page");
    await expect(first(page)).toContainText("Closed on Monday.");
  });
});

test.describe("where the host had a version without the resource", () => {
  test.use({ folder: fixture("lesson") });

  test("a reader who has its worker gets the new worker with the new page", async ({ open, page, site }) => {
    await open();
    await send(page);
    const worker = page.locator("link[rel=lab-worker]");
    const before = await worker.evaluate((link: HTMLLinkElement) => link.href);
    await (site as ChangingHost).put(folder);
    await page.goto(site.url);
    expect(await worker.evaluate((link: HTMLLinkElement) => link.href)).toBe(before);
    await send(page);
    await expect(first(page)).toHaveAttribute("data-host", "worker");
    await expect(first(page)).toContainText("Closed on Monday.");
  });
});
