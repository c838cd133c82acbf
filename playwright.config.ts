import { defineConfig } from "@playwright/test";
import { findBrowser, thisMachine } from "./e2e/browser.ts";

// Each of Playwright's processes reads this file; the first one's choice is handed down.
process.env["E2E_BROWSER"] ??= findBrowser(thisMachine);

export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "quick", testMatch: "*.spec.ts" },
    { name: "long", testMatch: "long/*.spec.ts" },
  ],
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  timeout: 60_000,
  // A busy machine may let one test run late; a fault of the site fails each time.
  retries: 2,
  reporter: process.stdout.isTTY ? "line" : "dot",
  use: { launchOptions: { executablePath: process.env["E2E_BROWSER"], args: ["--disable-gpu"] } },
});
