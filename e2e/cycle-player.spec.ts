import type { Locator, Page } from "@playwright/test";
import type { Exchange } from "../src/http/exchange.ts";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

const player = (page: Page): Locator => page.getByRole("group", { name: "First player" });
const press = (page: Page, name: string) => player(page).getByRole("button", { name, exact: true }).click();
const account = (page: Page, stage: number) =>
  player(page)
    .getByRole("listitem")
    .filter({ hasText: `Stage ${stage}: ` })
    .getByRole("paragraph")
    .first();
const choose = (page: Page, label: string) => player(page).getByLabel("What you do").selectOption({ label });

const exchange = (page: Page): Promise<Exchange> =>
  player(page).evaluate((element: HTMLElement & { exchange: Exchange }) => element.exchange);

async function openPlayer(open: (path: string) => Promise<void>, page: Page): Promise<void> {
  await open("cycle-player/");
  await player(page).scrollIntoViewIfNeeded();
  await expect(player(page)).toHaveAttribute("data-state", "ready");
}

test("a reader runs the cycle, and each stage says what happened in it and when", async ({ open, page }) => {
  await openPlayer(open, page);
  await press(page, "Send");
  await expect(player(page)).toHaveAttribute("data-state", "done");
  await expect(player(page)).toHaveAttribute("data-host", "worker");
  await expect(account(page, 1)).toHaveText("You press Send. It stands for clicking a link.");
  await expect(account(page, 2)).toHaveText(/^GET \/books\/1 left after [\d.]+ ms\.$/);
  await expect(account(page, 3)).toContainText(/showBook.* took [\d.]+ ms/);
  await expect(account(page, 4)).toHaveText(/^200 OK arrived after [\d.]+ ms\.$/);
  await expect(account(page, 5)).toContainText("draws the page");
  await expect(player(page)).toContainText(/One request, one response, [\d.]+ ms in all\./);
  await expect(player(page).locator("[data-lit]")).toHaveCount(6);
  await expect(player(page).getByRole("status")).toContainText("200 OK");

  await test.step("a slider's value is told with its unit", async () => {
    await player(page).getByText("Slow it down").click();
    const slider = player(page).getByRole("slider", { name: "The network" });
    await expect(slider).toHaveAttribute("aria-valuetext", "0 ms");
    await slider.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "100 ms");
  });

  await test.step("a slower network makes the answer come later, and the server’s own time stays as it was", async () => {
    await player(page).getByLabel("The network").fill("300");
    await expect(player(page).getByText("300 ms", { exact: true })).toBeVisible();
    await press(page, "Send");
    await expect(account(page, 3)).toContainText("cannot tell");
    await expect(player(page)).toHaveAttribute("data-state", "done");
    const { times } = await exchange(page);
    expect(times?.arrived).toBeGreaterThanOrEqual(600);
    expect(times?.server).toBeLessThan(600);
    await player(page).getByLabel("The network").fill("0");
    await player(page).getByLabel("The server’s work").fill("400");
    await press(page, "Send");
    await expect(player(page)).toHaveAttribute("data-state", "done");
    const slow = await exchange(page);
    expect(slow.times?.server).toBeGreaterThanOrEqual(400);
  });
});

test("a reader goes through one recorded request with Next and Back", async ({ open, page }) => {
  await openPlayer(open, page);
  await choose(page, "Dune is added");
  const sent: string[] = [];
  page.context().on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  for (let stage = 1; stage <= 5; stage += 1) {
    await press(page, "Next");
    await expect(player(page).getByRole("status")).toHaveText(new RegExp(`^Stage ${stage}, the (client|server): `));
    await expect(player(page).locator("[data-lit]")).toHaveCount(stage);
  }
  await expect(player(page).getByRole("button", { name: "Next" })).toBeFocused();
  await expect(player(page)).toContainText("303 See Other");
  await press(page, "Next");
  await expect(player(page).getByRole("status")).toHaveText(/^Cycle over/);
  await page.keyboard.press("Enter");
  await expect(player(page).getByRole("status")).toContainText("until you ask again");
  await press(page, "Back");
  await press(page, "Back");
  await expect(account(page, 4)).toContainText("303 See Other");
  await expect(account(page, 5)).toHaveCount(0);
  expect(sent.filter((request) => /^POST .*\/books$/.test(request))).toHaveLength(1);
});

test.describe("with the server switched off", () => {
  // The browser tells of the request that got no answer.
  test.use({ expected: /\/books\/1 net::ERR_FAILED/ });

  test("the cycle breaks off, without a status code", async ({ open, page }) => {
    await openPlayer(open, page);
    await choose(page, "Nobody there");
    await press(page, "Send");
    await expect(player(page)).toHaveAttribute("data-state", "failed");
    await expect(account(page, 4)).toContainText("no status code");
    await expect(player(page).getByRole("status")).toContainText("Cycle broken off");
    await expect(player(page).getByText("Broken off", { exact: true })).toBeVisible();
    await expect(player(page).getByText("Cycle over").filter({ visible: true })).toHaveCount(0);
    await expect(player(page).locator(".at-3[data-lit], .at-4[data-lit], .closed[data-lit]")).toHaveCount(0);
    await choose(page, "A book that is not there");
    await expect(player(page)).toHaveAttribute("data-state", "ready");
    await press(page, "Send");
    await expect(account(page, 4)).toContainText("404 Not Found arrived");
  });
});

test("the buttons stay in view while a reader on a phone goes through the stages", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openPlayer(open, page);
  for (let stage = 1; stage <= 5; stage += 1) {
    await press(page, "Next");
    await expect(player(page).getByRole("status")).toHaveText(new RegExp(`^Stage ${stage}`));
  }
  await account(page, 5).scrollIntoViewIfNeeded();
  await expect(player(page).getByRole("button", { name: "Back" })).toBeInViewport();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the diagram is a figure of all five stages, and has no dead control", async ({ open, page }) => {
    await open("cycle-player/");
    await expect(player(page).getByText(/^Stage \d: $/)).toHaveCount(5);
    await expect(player(page)).toContainText("Cycle over");
    await expect(player(page).getByRole("button")).toHaveCount(0);
  });
});
