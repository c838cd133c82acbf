import { globSync } from "node:fs";
import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

const code = globSync("assets/first-cycle.*.js", { cwd: lesson })[0] ?? "";

const sentences = [
  "A link is pressed.",
  "A request is written,",
  "It is read, and a book",
  "A response is sent:",
  "It is read, and a page",
];

for (const [width, height] of [
  [375, 812],
  [1280, 800],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test("a reader presses Alice in the first window, and sees a real cycle happen there, stage by stage", async ({
      open,
      page,
    }) => {
      await open();
      const cycle = page.locator("first-cycle");
      const alice = cycle.getByRole("button", { name: "Alice" });
      await expect(alice).toBeInViewport({ ratio: 1 });
      await expect(cycle.getByText("Press Alice")).toBeInViewport({ ratio: 1 });
      const before = await alice.boundingBox();
      await alice.click();
      for (const sentence of sentences) {
        await expect(cycle.getByText(sentence)).toBeVisible();
        await expect(cycle.getByText(sentence)).toBeInViewport({ ratio: 1 });
      }
      const told = cycle.getByRole("status");
      await expect(told).toHaveText(/^200 OK\. Really: [\d.]+ ms\. Shown slowed down\. .*The connection stays open\.$/);
      await expect(told).toBeInViewport();
      expect(await alice.boundingBox()).toEqual(before);
      const exchange = await cycle.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchange"])));
      expect(exchange).toMatchObject({ host: "worker", request: { method: "GET", target: "/books/1" } });
    });
  });
}

test("Escape, or a second press, ends the replay at once", async ({ open, page }) => {
  await open();
  const cycle = page.locator("first-cycle");
  const alice = cycle.getByRole("button", { name: "Alice" });
  const told = cycle.getByRole("status");
  for (const end of [() => page.keyboard.press("Escape"), () => alice.click()]) {
    await alice.click();
    await expect(cycle.getByText("A link is pressed.")).toBeVisible();
    await expect(told).toBeEmpty();
    await end();
    await expect(told).toContainText("200 OK", { timeout: 1000 });
    await expect(cycle.getByText("It is read, and a page")).toBeVisible();
  }

  await test.step("a reader sees that the browser wrote the whole request", async () => {
    await cycle.getByRole("button", { name: "What did the browser add?" }).click();
    await expect(cycle.getByRole("status")).toHaveText(/^Your browser wrote \d+ header fields into this request\./);
    await expect(cycle.getByText("Host: library.example")).toBeVisible();
    await expect(cycle.getByText("you", { exact: true })).toHaveCount(0);
  });

  await test.step("a reader who wants less motion gets the outcome without any", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open();
    await alice.click();
    await expect(told).toHaveText(/^200 OK\. It took [\d.]+ ms\. The cycle is over/);
    expect(await cycle.evaluate((each) => each.getAnimations({ subtree: true }).length)).toBe(0);
  });
});

test.describe("with the server switched off", () => {
  test.use({ expected: /^failed: GET .*\/books\/1 / });
  test("the request gets lost, and no status comes", async ({ open, page }) => {
    await open();
    const cycle = page.locator("first-cycle");
    await cycle.getByRole("button", { name: "With the server switched off" }).click();
    await expect(cycle.getByRole("status")).toHaveText(/^No response\..* no status code\.$/);
    await expect(cycle).toHaveAttribute("data-state", "failed");
    await cycle.getByRole("button", { name: "Alice" }).click();
    await page.keyboard.press("Escape");
    await expect(cycle.getByRole("status")).toContainText("200 OK");
  });
});

test("a reader gets the same page again from its copy, and nothing is sent, though the server is off", async ({
  open,
  page,
}) => {
  await open();
  const cycle = page.locator("first-cycle");
  const told = cycle.getByRole("status");
  const again = cycle.getByRole("button", { name: "The same page again" });
  await again.click();
  await expect(told).toHaveText("There is no copy yet: press Alice first.");
  await cycle.getByRole("button", { name: "Alice" }).click();
  await page.keyboard.press("Escape");
  await expect(told).toContainText("200 OK");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await again.click();
  await expect(told).toHaveText(/^Nothing was sent: no cycle\./);
  await expect(told).toBeInViewport();
  expect(sent.filter((url) => url.includes("/books/1"))).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the picture has the five sentences below it, and nothing to press", async ({ open, page }) => {
    await open();
    const cycle = page.locator("first-cycle");
    for (const sentence of sentences) await expect(cycle.getByText(sentence)).toBeVisible();
    await expect(cycle.getByRole("button")).toHaveCount(0);
    await expect(cycle.getByRole("img", { name: /Left, the client/ })).toBeVisible();
  });
});

test.describe("where the demo's code does not come", () => {
  test.use({ faults: { [`/${code}`]: { status: 404 } }, expected: /first-cycle/ });
  test("the five sentences are there after all", async ({ page, site }) => {
    await page.goto(site.url);
    for (const sentence of sentences) {
      await expect(page.locator("first-cycle").getByText(sentence)).toBeVisible({ timeout: 10_000 });
    }
  });
});
