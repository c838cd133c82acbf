import { chromium, type Page } from "@playwright/test";
import { type RecordingHost, startHost } from "../../src/build/static-host.ts";
import { findBrowser, thisMachine } from "../browser.ts";

/** A phone of a few years ago in a bad net: a quarter of this machine's speed, and what a second of that net carries. */
const slowdown = 4;
const net = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

export const slowPhone = `processor ÷ ${slowdown}, ${net.latency} ms a round trip, 400 kbit/s`;

/**
 * Measures in a phone with a slow net, by the browser's own brakes, with a built site on a host. The browser is one of its own
 * each time, as for somebody who has never been here.
 */
export async function onSlowPhone<Result>(
  root: string,
  measure: (page: Page, host: RecordingHost) => Promise<Result>,
): Promise<Result> {
  const host = await startHost({ root, compressed: true });
  const browser = await chromium.launch({ executablePath: findBrowser(thisMachine), args: ["--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });
    const tools = await page.context().newCDPSession(page);
    await tools.send("Network.enable");
    await tools.send("Network.emulateNetworkConditions", net);
    await tools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    return await measure(page, host);
  } finally {
    await browser.close();
    await host.close();
  }
}
