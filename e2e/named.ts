import type { Reporter, Suite, TestCase } from "@playwright/test/reporter";

/**
 * Names, at the end of a run, what its figures alone would hide: the tests that passed only on a second try, and those that
 * could not be tried here, with the reason. Each stands in a line of its own, for `npm test` to repeat.
 */
export default class Named implements Reporter {
  #all: readonly TestCase[] = [];

  onBegin(_: unknown, suite: Suite): void {
    this.#all = suite.allTests();
  }

  onEnd(): void {
    const lines = this.#all.flatMap((test) => {
      if (test.outcome() === "flaky") return [`Passed only on a second try: ${titleOf(test)}`];
      if (test.outcome() !== "skipped") return [];
      const reason = test.results.flatMap(({ annotations }) => annotations).find(({ type }) => type === "skip");
      return reason ? [reason.description ?? `Not tried: ${titleOf(test)}`] : [];
    });
    for (const line of new Set(lines)) process.stdout.write(`\n${line}`);
    if (lines.length > 0) process.stdout.write("\n");
  }

  printsToStdio(): boolean {
    return false;
  }
}

/** `e2e/page.spec.ts:12 › /glossary/ › fits every width`. */
function titleOf(test: TestCase): string {
  const [, , file, ...titles] = test.titlePath();
  return `e2e/${file}:${test.location.line} › ${titles.join(" › ")}`;
}
