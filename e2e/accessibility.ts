import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/** What axe finds against WCAG 2.2 AA and good practice, and running text below the contrast of AAA. `within` is a selector. */
export async function accessibilityProblems(page: Page, within = "html"): Promise<string[]> {
  await page.evaluate(axe.source);
  // From its start on, so that nothing which stays in the window lies over a part of a control.
  await page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ behavior: "instant" }), within);
  const everywhere = await violations(page, within, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
  });
  const paragraphs = within === "html" ? "main p:not([class])" : `${within} p`;
  if ((await page.locator(paragraphs).count()) === 0) return everywhere;
  const runOnly = { type: "rule" as const, values: ["color-contrast-enhanced"] };
  return [...everywhere, ...(await violations(page, paragraphs, { runOnly }))];
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
