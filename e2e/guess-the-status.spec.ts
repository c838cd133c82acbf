import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

// The server that is switched off fails its request on purpose.
test.use({ folder: fixture("demos"), expected: /lab\/[\w-]*\/books\/99 net::ERR_FAILED/ });

const demo = (page: Page): Locator => page.getByRole("group", { name: "First guesses" });
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
  await page.goto(`${site.url}guess-the-status/`);
  const rows = demo(page).getByRole("table", { name: "Requests, and what the status says" }).getByRole("row");
  await expect(rows).toHaveCount(10);
  for (const code of ["200", "201", "303", "404", "405", "422", "500", "No response"]) {
    await expect(rows.filter({ hasText: code }).first()).toBeVisible();
  }
  await context.close();
});

test("a 200 that carries an error page is a 200, and who guessed 500 is told why, and the belief behind it", async ({
  open,
  page,
}) => {
  await open("guess-the-status/");
  await play(page, "An error that says 200", "500");
  await expect(status(page)).toHaveText(/^Not quite: 200 OK/);
  await expect(answer(page).getByText("HTTP/1.1 200 OK")).toBeVisible();
  await expect(answer(page)).toContainText("Something went wrong");
  await expect(demo(page)).toContainText("The status line says success, and the content does not.");
  await expect(demo(page).locator("q")).toHaveText("Whatever fails is a 404.");
});

test("a 404 has a status line, and a server that is switched off has none", async ({ open, page }) => {
  await open("guess-the-status/");
  await play(page, "A book that is not there", "No status");
  await expect(status(page)).toHaveText(/404 Not Found/);
  await expect(demo(page)).toContainText("Silence is a 404.");
  await expect(answer(page).getByText("HTTP/1.1 404 Not Found")).toBeVisible();
  await play(page, "nobody there", "404");
  await expect(answer(page)).toContainText("No status line, no field, no content.");
  await expect(answer(page)).not.toContainText("HTTP/1.1");
  await play(page, "A book that is there", null);
  await expect(status(page)).toHaveText(/^200 OK/);
});

test("the class of the status is marked among all five, and the cycle is there as plain data", async ({
  open,
  page,
}) => {
  await open("guess-the-status/");
  await play(page, "A broken shelf", "500");
  await expect(status(page)).toHaveText(/^As you expected\. 500 /);
  await expect(demo(page)).toContainText("1 of 1 guess right");
  await expect(answer(page).locator("[aria-current]")).toHaveText("5xx Server error");
  const seen = await demo(page).evaluate((element) =>
    (element as unknown as { exchanges: { response: { status: number } }[] }).exchanges.map(
      (each) => each.response.status,
    ),
  );
  expect(seen).toEqual([500]);
});

test("nothing waits for a guess, and Next brings another request without moving from under the pointer", async ({
  open,
  page,
}) => {
  await open("guess-the-status/");
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
