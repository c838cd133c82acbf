import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { allIsNear, notAlive } from "./in-page.ts";
import { expect } from "./site.ts";

// The small lesson on which hosts and faults are tried: five stages, each with a transcript, and a demo of each kind.

/** The folder of the built lesson, for `test.use`. */
export const lesson = fixture("lesson");

/** The first transcript of a stage. */
export const transcript = (page: Page, stage: number): Locator => page.locator(`#stage-${stage} demo-exchange`).first();

/** Press Send in a transcript, and see the worker answer. */
export async function send(exchange: Locator): Promise<void> {
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange).toHaveAttribute("data-host", "worker");
}

/** Wait until all custom elements are alive but those of some names. */
export async function expectDead(page: Page, demos: readonly string[], message = "dead demos"): Promise<void> {
  const waiting = { message, timeout: 20_000, intervals: [50] };
  await expect.poll(() => page.evaluate(notAlive), waiting).toEqual(demos);
}

/** Open a page with all its demos alive at once, wherever they stand. */
export async function openAlive(page: Page, url: string): Promise<void> {
  await page.addInitScript(allIsNear);
  await page.goto(url);
  await expectDead(page, []);
}
