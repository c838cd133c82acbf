import { defineConfig } from "@playwright/test";
import { findBrowser, findEngines, findQuickBrowser, thisMachine } from "./e2e/browser.ts";

// Each of Playwright's processes reads this file; the first one's choice is handed down.
process.env["E2E_WHOLE_BROWSER"] ??= findBrowser(thisMachine);
process.env["E2E_BROWSER"] ??= findQuickBrowser(thisMachine, process.env["E2E_WHOLE_BROWSER"]);
process.env["E2E_ENGINES"] ??= JSON.stringify(findEngines(thisMachine));

export default defineConfig({
  testDir: "e2e",
  // Units lie beside them, for Node's own runner.
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/fixtures.ts",
  projects: [
    { name: "quick", testIgnore: "long/**" },
    { name: "long", testMatch: "long/*.spec.ts" },
  ],
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  // A test often waits for what a browser does by itself, so three of them keep two processors busy.
  workers: 3,
  // For what hangs, not for what is slow: on this a machine of a third of the usual speed comes to the end of each test.
  timeout: 120_000,
  // For a busy machine: what is waited for ends the wait at once when it comes.
  expect: { timeout: 15_000 },
  // A second try tells a fault of the site, which fails each time, from a test that depends on chance. Who only wants to know
  // whether the site is whole need not be stopped by the latter, so it does not fail the run; but it is named at its end, and
  // is a fault like any other: mend it.
  retries: 1,
  reporter: [[process.stdout.isTTY ? "line" : "dot"], ["./e2e/named.ts"]],
  use: { launchOptions: { executablePath: process.env["E2E_BROWSER"], args: ["--disable-gpu"] } },
});
