import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { test as base } from "./site.ts";

export { expect } from "./site.ts";

interface Fixtures {
  /** Opens the page and comes back when its script has run. */
  openLab: (page?: Page) => Promise<void>;
}

/** Like the tests of the site, on a site that consists of the built worker and a page that gives tests the lab. */
export const test = base.extend<Fixtures>({
  // A copy, so that a test may change its files.
  folder: async ({ browserName: _ }, use) => {
    const copy = await mkdtemp(join(tmpdir(), "lab-"));
    await cp(fixture("lab"), copy, { recursive: true });
    await cp(fixture("lab"), join(copy, "other"), { recursive: true });
    await use(copy);
    await rm(copy, { recursive: true });
  },

  openLab: ({ page, site }, use) =>
    use(async (other = page) => {
      await other.goto(site.url);
      await other.waitForFunction(() => "bench" in globalThis);
    }),
});
