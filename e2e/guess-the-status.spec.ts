import type { Locator, Page } from "@playwright/test";
import { accessibilityProblems } from "./accessibility.ts";
import { expect, test } from "./site.ts";

// The server that is switched off fails its request on purpose.
test.use({ expected: /lab\/[\w-]*\/books\/99 net::ERR_FAILED/ });

const demo = (page: Page): Locator => page.getByRole("group", { name: "What will the status say?" });
const status = (page: Page): Locator => demo(page).getByRole("status");
const answer = (page: Page): Locator => demo(page).locator(".answer");

/** Choose a request, guess its status (or not), and send it. */
async function play(page: Page, request: string, guess: string | null): Promise<void> {
  await demo(page).scrollIntoViewIfNeeded();
  const select = demo(page).getByRole("combobox", { name: "Request" });
  const option = select.getByRole("option").filter({ hasText: request }).first();
  await select.selectOption({ label: await option.innerText() });
  if (guess) await demo(page).getByRole("radio", { name: guess }).check();
  await demo(page).getByRole("button", { name: "Send" }).click();
  await expect(demo(page)).toHaveAttribute("data-state", /done|failed/);
}

test("without a script the figure lists every request with its status and why", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  const rows = demo(page).getByRole("table", { name: "Requests, and what the status says" }).getByRole("row");
  await expect(rows).toHaveCount(10);
  for (const code of ["200", "201", "303", "404", "405", "422", "500", "No response"]) {
    await expect(rows.filter({ hasText: code }).first()).toBeVisible();
  }
  await context.close();
});

test("“200 means that all is well”: a 200 carries an error page, and the guess of 500 is explained", async ({
  open,
  page,
}) => {
  await open();
  await play(page, "a page that failed", "500");
  await expect(status(page)).toHaveText(/^Not quite: 200 OK/);
  await expect(answer(page).getByText("HTTP/1.1 200 OK")).toBeVisible();
  await expect(answer(page)).toContainText("Something went wrong");
  await expect(demo(page)).toContainText("200 does not mean that all is well");
  await expect(demo(page).locator("q")).toHaveText("200 means that all is well.");
});

test("“A 404 means that the server did not answer”: one has a status line, the switched-off server has none", async ({
  open,
  page,
}) => {
  await open();
  await play(page, "a book that is not there", "No status");
  await expect(status(page)).toHaveText(/404 Not Found/);
  await expect(demo(page)).toContainText("A 404 means that the server did not answer.");
  await expect(answer(page).getByText("HTTP/1.1 404 Not Found")).toBeVisible();
  await play(page, "switched off", "404");
  await expect(answer(page)).toContainText("No status line, no field, no content.");
  await expect(answer(page)).not.toContainText("HTTP/1.1");
  await play(page, "leads to a book", null);
  await expect(status(page)).toHaveText(/^200 OK/);
});

test("every request gets the status that it is there to show, and the record counts the right guesses", async ({
  open,
  page,
}) => {
  await open();
  const plays: readonly [string, string][] = [
    ["A program adds a book", "201"],
    ["A form adds the same book", "303"],
    ["deletes the list", "405"],
    ["without a title", "422"],
    ["plan of the shelves", "500"],
  ];
  for (const [request, code] of plays) {
    await play(page, request, code);
    await expect(status(page)).toHaveText(new RegExp(`^As you expected\\. ${code} `));
  }
  await expect(demo(page)).toContainText("5 of 5 guesses right");
  await expect(answer(page).locator("[aria-current]")).toHaveText("5xx Server error");
  const seen = await demo(page).evaluate((element) =>
    (element as unknown as { exchanges: { response: { status: number } }[] }).exchanges.map(
      (each) => each.response.status,
    ),
  );
  expect(seen).toEqual([201, 303, 405, 422, 500]);
});

test("nothing waits for a guess, and Next brings another request without moving from under the pointer", async ({
  open,
  page,
}) => {
  await open();
  await demo(page).scrollIntoViewIfNeeded();
  await demo(page).getByRole("button", { name: "Send" }).press("Enter");
  await expect(status(page)).toHaveText(/^200 OK/);
  await expect(demo(page)).toContainText("0 of 0 guesses right");
  await expect(demo(page).getByRole("radio", { name: "200 OK" })).toBeDisabled();
  const next = demo(page).getByRole("button", { name: "Next" });
  const before = await next.boundingBox();
  await next.click();
  expect(Math.abs(((await next.boundingBox())?.y ?? 0) - (before?.y ?? 0)), "the button's way").toBeLessThanOrEqual(1);
  await expect(demo(page).getByRole("combobox", { name: "Request" })).toHaveValue("1");
  await expect(demo(page).getByRole("radio")).toHaveCount(3);
});

test("axe finds nothing: asked, guessed wrong, without a response", async ({ open, page }) => {
  test.slow();
  await open();
  await play(page, "switched off", "404");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page, "guess-the-status")).toEqual([]);
  }
  await play(page, "a page that failed", "500");
  expect(await accessibilityProblems(page, "guess-the-status")).toEqual([]);
  await demo(page).getByRole("button", { name: "Next" }).click();
  expect(await accessibilityProblems(page, "guess-the-status")).toEqual([]);
});
