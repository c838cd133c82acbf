import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds against WCAG 2.2 AA and good practice, and running text below the contrast of AAA. `within` is a selector. */
export async function accessibilityProblems(page: Page, within = "html"): Promise<string[]> {
  // Frames of demos let no script in, axe's neither. Where there are none, the way around them, which is slow, is saved.
  const axe = () => new AxeBuilder({ page }).exclude("iframe").setLegacyMode(page.frames().length === 1);
  const everywhere = axe()
    .include(within)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
  const runningText = axe()
    .include(within === "html" ? "main p:not([class])" : `${within} p`)
    .withRules("color-contrast-enhanced");
  const results = [await everywhere.analyze(), await runningText.analyze()];
  return results.flatMap(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`),
    ),
  );
}
