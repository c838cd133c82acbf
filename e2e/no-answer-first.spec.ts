import type { Locator } from "@playwright/test";
import { unanswered } from "./engines/firefox.ts";
import { fixture } from "./fixtures.ts";
import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

// No answer before its question: what a demo says that happened, once a reader has acted, is nowhere to be read in it before.

/** What to press until a demo compares, by the page's name. */
const acts: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  "guess-the-status": ["Send"],
  "what-comes-back": ["Send"],
  "inside-the-server": ["Send", "All at once"],
  "be-the-server": ["Be the server", "Answer"],
  "same-again": ["Send", "Send"],
  "two-clients": ["Ask for the list", "Add a book", /^Wait/],
  walk: ["Go"],
};

test.describe("on the pages of the kinds", () => {
  test.use({ folder: fixture("demos"), expected: unanswered });
  test("each kind of demo keeps its answer until the reader has acted", async ({ open, page }) => {
    for (const [kind, presses] of Object.entries(acts)) {
      await test.step(kind, async () => {
        await open(`${kind}/`);
        const demo = page.locator(`[data-state]:has(fieldset):has(.actions)`).first();
        await demo.scrollIntoViewIfNeeded();
        await keepsItsAnswer(demo, presses);
      });
    }
  });
});

test.describe("on a page of transcripts", () => {
  test.use({ folder: lesson });
  test("a transcript that asks keeps its answer until it is sent", async ({ open, page }) => {
    await open("blocks/");
    const demo = page.getByRole("group", { name: "Marked and asked" });
    await demo.scrollIntoViewIfNeeded();
    await keepsItsAnswer(demo, ["Send"]);
  });
});

async function keepsItsAnswer(demo: Locator, presses: readonly (string | RegExp)[]): Promise<void> {
  await expect(demo.getByRole("radio").first()).toBeVisible();
  const before = await seenBesideChoices(demo);
  expect(before).toMatch(/\w/);
  await demo.getByRole("radio").first().check();
  for (const name of presses) {
    await demo
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
    await expect(demo.getByRole("status").first()).not.toHaveText(/^$|…$/);
  }
  const happened = (await demo.getByText("What happened").locator("xpath=following-sibling::*").innerText()).trim();
  expect(before).not.toContain(happened);
  for (const status of happened.match(/\b\d{3} [A-Z][A-Za-z ]+\b/g) ?? []) expect(before).not.toContain(status);
}

/** What is read in a demo, but for what is offered to choose from. */
function seenBesideChoices(demo: Locator): Promise<string> {
  return demo.evaluate((each: HTMLElement) => {
    const offered = [...each.querySelectorAll<HTMLElement>("label, select")].map(({ innerText }) => innerText);
    return offered.reduce((text, label) => text.replace(label, ""), each.innerText);
  });
}
