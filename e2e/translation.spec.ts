import type { Page } from "@playwright/test";
import { lesson, send, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

// Who has the page translated by their browser reads the sentences in their own language, and the protocol as it was sent.

test.use({ folder: lesson });

test("translators leave protocol text alone, in what came with the page and in what an answer brings", async ({
  open,
  page,
}) => {
  await open();
  await expect.poll(() => translated(page)).toEqual([]);
  const exchange = transcript(page, 3);
  await send(exchange);
  await expect.poll(() => translated(page)).toEqual([]);
  await exchange.getByRole("button", { name: "Edit" }).click();
  await exchange.getByRole("textbox").fill("GET /books/99\n\n");
  await send(exchange);
  await expect(exchange).toContainText("404");
  await expect.poll(() => translated(page)).toEqual([]);
});

test("translators take the sentences about it", async ({ open, page }) => {
  await open();
  for (const sentence of [transcript(page, 3).getByText(/^Request line: /), page.getByRole("heading", { level: 1 })]) {
    expect(await sentence.evaluate((element) => (element as HTMLElement).translate)).toBe(true);
  }
});

/** The protocol text that a translator would touch. */
const translated = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("code, pre"))
      .filter((text) => text.translate)
      .map((text) => text.outerHTML.slice(0, 80)),
  );
