import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../site.ts";

test.setTimeout(120_000);

const demos = [
  { name: "an exchange", tag: "demo-exchange", keeps: null },
  { name: "the demo of the cookie", tag: "same-again", keeps: 50 },
  { name: "the demo of the status", tag: "guess-the-status", keeps: 50 },
] as const;

for (const { name, tag, keeps } of demos) {
  test(`fifty more sends in ${name} leave the page's memory as it was`, async ({ open, page }) => {
    await open();
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Performance.enable");
    const demo = page.locator(tag).first();
    await demo.scrollIntoViewIfNeeded();
    await expect(demo).toHaveAttribute("data-state", /static|ready/);
    await expect(demo.getByRole("button", { name: /^Send/ })).toBeVisible();

    // The first sends load code and fill the history.
    await sendInARow(page, tag, 60);
    const before = await used(devTools);
    await sendInARow(page, tag, 50);
    // What the page has let go of may outlive one collection.
    await expect(async () => {
      const after = await used(devTools);
      expect(after.JSEventListeners, "listeners").toBeLessThanOrEqual(before.JSEventListeners + 2);
      expect(after.Nodes, "nodes").toBeLessThanOrEqual(before.Nodes * 1.01);
      expect(after.JSHeapUsedSize, "octets of memory").toBeLessThanOrEqual(before.JSHeapUsedSize * 1.05);
    }).toPass({ timeout: 10_000 });
    if (keeps === null) return;
    const kept = await demo.evaluate((element) => (element as unknown as { exchanges: unknown[] }).exchanges.length);
    expect(kept).toBe(keeps);
    await expect(demo).toContainText(`Older ones dropped so far: ${110 - keeps}`);
  });
}

/** What the page holds once its garbage is collected. */
async function used(devTools: CDPSession): Promise<Record<"JSHeapUsedSize" | "Nodes" | "JSEventListeners", number>> {
  await devTools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devTools.send("Performance.getMetrics");
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    JSHeapUsedSize: value("JSHeapUsedSize"),
    Nodes: value("Nodes"),
    JSEventListeners: value("JSEventListeners"),
  };
}

/** Press the demo's Send again and again, each time when the cycle before is over. */
function sendInARow(page: Page, tag: string, times: number): Promise<void> {
  return page.evaluate(
    async ({ tag, times }) => {
      const demo = document.querySelector<HTMLElement>(tag);
      const button = [...(demo?.querySelectorAll("button") ?? [])].find(({ textContent }) =>
        textContent?.startsWith("Send"),
      );
      for (let sent = 0; sent < times; sent += 1) {
        const over = new Promise<void>((ended) => {
          const observer = new MutationObserver(() => {
            if (demo?.dataset["state"] === "sending") return;
            observer.disconnect();
            ended();
          });
          if (demo) observer.observe(demo, { attributeFilter: ["data-state"] });
        });
        button?.click();
        await over;
      }
    },
    { tag, times },
  );
}
