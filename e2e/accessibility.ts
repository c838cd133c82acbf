import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe finds against WCAG 2.2 AA and good practice, and running text below the contrast of AAA. `within` is a selector. */
export function accessibilityProblems(page: Page, within = "html"): Promise<string[]> {
  return violations(page, within, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
  });
}

/** What of it hangs on colours: for a page that has been looked at in other ones, since all else is the same. */
export function contrastProblems(page: Page, within = "html"): Promise<string[]> {
  return violations(page, within, {
    runOnly: { type: "rule", values: ["color-contrast", "color-contrast-enhanced"] },
  });
}

/** Frames are left out: those of the demos let no script in, and axe is one. */
async function violations(page: Page, within: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const results = await page.evaluate(
    ([context, options]) => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      // From its start on, so that nothing which stays in the window lies over a part of a control.
      document.querySelector(context)?.scrollIntoView({ behavior: "instant" });
      // Running text alone is held to AAA. In one run with the rest, for axe looks up only once what each thing stands on.
      const text = context === "html" ? "main p:not([class])" : `${context} p`;
      checker.configure({ rules: [{ id: "color-contrast-enhanced", selector: `${text}, :is(${text}) *` }] });
      return checker.run(context, { ...options, iframes: false, resultTypes: ["violations"] });
    },
    [within, options] as const,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`),
  );
}
