import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/** What axe finds against WCAG 2.2 AA and good practice, and running text below the contrast of AAA. `within` is a selector. */
export async function accessibilityProblems(page: Page, within = "html"): Promise<string[]> {
  await begin(page, within);
  const everywhere = await violations(page, within, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
  });
  return [...everywhere, ...(await fainter(page, within))];
}

/** What of it hangs on colours: for a page that has been looked at in other ones, since all else is the same. */
export async function contrastProblems(page: Page, within = "html"): Promise<string[]> {
  await begin(page, within);
  const everywhere = await violations(page, within, { runOnly: { type: "rule", values: ["color-contrast"] } });
  return [...everywhere, ...(await fainter(page, within))];
}

async function begin(page: Page, within: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  // From its start on, so that nothing which stays in the window lies over a part of a control.
  await page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ behavior: "instant" }), within);
}

/** Running text below the contrast of AAA. */
async function fainter(page: Page, within: string): Promise<string[]> {
  const paragraphs = within === "html" ? "main p:not([class])" : `${within} p`;
  if ((await page.locator(paragraphs).count()) === 0) return [];
  return violations(page, paragraphs, { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } });
}

/** Frames are left out: those of the demos let no script in, and axe is one. */
async function violations(page: Page, within: string, options: RunOptions): Promise<string[]> {
  const all = { ...options, iframes: false, resultTypes: ["violations" as const] };
  const results = await page.evaluate(
    ([context, rules]) => (globalThis as unknown as { axe: typeof axe }).axe.run(context, rules),
    [within, all] as const,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`),
  );
}
