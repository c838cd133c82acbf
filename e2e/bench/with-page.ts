import { chromium, type Page } from "@playwright/test";
import { startHost } from "../../src/build/static-host.ts";
import { findBrowser, thisMachine } from "../browser.ts";

/** Measures in a browser of its own, on a page of the built site that is open and idle. */
export async function withPage<Result>(
  path: string,
  measure: (page: Page) => Promise<Result>,
  root = "dist",
): Promise<Result> {
  const host = await startHost({ root, compressed: true });
  const browser = await chromium.launch({ executablePath: findBrowser(thisMachine), args: ["--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(host.url + path, { waitUntil: "networkidle" });
    return await measure(page);
  } finally {
    await browser.close();
    await host.close();
  }
}
