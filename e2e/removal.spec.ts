import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, root, test } from "./site.ts";

// A host who takes the lesson away can clear what it left in the browsers of its readers.

/** What the lesson has left in the browser. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    texts: Object.keys(localStorage).length,
  }));

/** The browser ends workers that nobody needs, after half a minute or at once. */
async function endWorkers(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("ServiceWorker.enable");
  await tools.send("ServiceWorker.stopAllWorkers");
}

/** Sends a request, so that worker, database and answers are there. */
async function use(page: Page): Promise<void> {
  const send = page.getByRole("button", { name: /^Send/ }).first();
  await send.scrollIntoViewIfNeeded();
  await send.click();
  await expect.poll(() => left(page)).toEqual({ workers: 1, databases: 1, texts: 1 });
}

test("the removal page in the place of the lesson clears a browser that comes back", async ({ page, site, open }) => {
  await open();
  await use(page);
  const gone = await mkdtemp(join(tmpdir(), "gone-"));
  await cp(join(root, "removal/index.html"), join(gone, "index.html"));
  await page.route(site.url, (route) => route.fulfill({ path: join(gone, "index.html") }));
  await page.goto(site.url);
  await expect(page.getByRole("status")).toHaveText("It has been taken away from this browser.");
  await endWorkers(page);
  await expect.poll(() => left(page)).toEqual({ workers: 0, databases: 0, texts: 0 });
  await page.reload();
  await expect(page.getByRole("status")).toHaveText("This browser keeps nothing of it.");
  await rm(gone, { recursive: true });
});

test("beside the lesson it waits to be told so", async ({ page, site, open }) => {
  await open();
  await use(page);
  await page.goto(new URL("removal/", site.url).href);
  const button = page.getByRole("button", { name: "Take it away from this browser" });
  await expect(button).toBeVisible();
  expect((await left(page)).workers).toBe(1);
  await button.click();
  await expect(page.getByRole("status")).toHaveText("It has been taken away from this browser.");
  await endWorkers(page);
  await expect.poll(() => left(page)).toEqual({ workers: 0, databases: 0, texts: 0 });
});
