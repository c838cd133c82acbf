import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startHost } from "../src/build/static-host.ts";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

// What a page says of its own cycle where that is not the usual one; e2e/engines/this-page.spec.ts has real hosts.

const demo = (page: Page) => page.getByRole("group", { name: "Its own cycle" });
const ask = (page: Page) => demo(page).getByRole("button", { name: "Show the fields of the response" }).click();

test.describe("behind a service worker of the whole site", () => {
  const test_ = test.extend({
    site: async ({ browserName: _ }, use) => {
      const root = await mkdtemp(join(tmpdir(), "site-"));
      await cp(fixture("demos"), root, { recursive: true });
      const worker =
        "onactivate = () => clients.claim(); onfetch = (event) => event.respondWith(fetch(event.request));";
      await writeFile(join(root, "root-worker.js"), worker);
      const host = await startHost({ root });
      await use(host);
      await host.close();
      await rm(root, { recursive: true });
    },
  });

  test_("claims nothing about the host", async ({ open, page }) => {
    await open("this-page/");
    await page.evaluate(async () => {
      await navigator.serviceWorker.register("/root-worker.js", { scope: "/" });
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await expect(demo(page)).toContainText("A service worker in your browser");
    for (const row of ["Waiting", "Receiving", "Protocol"]) {
      await expect(demo(page).getByRole("term").filter({ hasText: row })).toHaveCount(0);
    }
    await ask(page);
    await expect(demo(page).getByRole("status")).toContainText("A service worker of this site gave them.");
  });
});

test.describe("on the fixture", () => {
  test.use({ folder: fixture("demos"), expected: /ERR_INTERNET_DISCONNECTED|ERR_CACHE_MISS|ERR_FAILED/ });

  test("says that no answer came, where there is neither a copy nor a host", async ({ open, page, context }) => {
    await page.route(/this-page\/$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "cache-control": "no-store" } });
    });
    await open("this-page/");
    await ask(page);
    await expect(demo(page).getByRole("status")).toHaveText(/^200 OK/);
    await page.unroute(/this-page\/$/);
    await context.setOffline(true);
    await ask(page);
    await expect(demo(page).getByRole("status")).toHaveText(
      "No answer came: your browser has no copy of this page, and its host cannot be reached.",
    );
  });

  test("prints what it would show", async ({ open, page }) => {
    await open("this-page/");
    await expect(demo(page)).toHaveAttribute("data-state", "ready");
    await page.emulateMedia({ media: "print" });
    await expect(demo(page)).toContainText("what it measured of the cycle that brought this page", {
      useInnerText: true,
    });
    await expect(demo(page).getByRole("term").first()).toBeHidden();
  });
});
