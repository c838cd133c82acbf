import type { Page } from "@playwright/test";
import project from "../package.json" with { type: "json" };
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

// What a host has set for their copy of the site, as its readers meet it.

test.use({ folder: fixture("settings"), expected: /^a request leaves the site: GET https:\/\/code\.example\// });

/** Follow the link below a part; gives the report that it opens, line by line. */
async function report(page: Page, part: string): Promise<{ title: string | null; lines: readonly string[] }> {
  await page.route("https://code.example/**", (route) => route.fulfill({ contentType: "text/html", body: "A form." }));
  const parts = await page.getByRole("heading", { level: 2 }).allTextContents();
  await page.getByRole("link", { name: "Something is wrong here" }).nth(parts.indexOf(part)).click();
  await page.waitForURL("https://code.example/our-school/http/issues/new?*");
  const { searchParams } = new URL(page.url());
  return { title: searchParams.get("title"), lines: (searchParams.get("body") ?? "").split("\n") };
}

test("a reader who reports what is wrong need not say where: the report knows page, part, demo, its server and the browser", async ({
  open,
  page,
}) => {
  await open();
  const demo = page.getByRole("group", { name: "The books are asked for" });
  await demo.getByRole("button", { name: "Send", exact: true }).click();
  await expect(demo).toHaveAttribute("data-host", "worker");
  const address = page.url();
  const agent = await page.evaluate(() => navigator.userAgent);
  const { title, lines } = await report(page, "The books");
  expect(title).toBe("A copy of somebody's: The books");
  expect(lines).toEqual(
    expect.arrayContaining([
      "Part: The books",
      `Version: ${project.version}`,
      `Address: ${address}`,
      "Demo: the-books-are-asked-for, server in the service worker",
      `Browser: ${agent}, window 1280 × 720`,
    ]),
  );
});

test("a part without a demo says so in its report", async ({ open, page }) => {
  await open();
  expect((await report(page, "Before any demo")).lines).toContain("Demo: none above");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the report says what the page itself knows", async ({ open, page }) => {
    await open();
    expect((await report(page, "The books")).lines).toContain("Part: The books");
  });
});

test("the site has its host's name, and says whose copy it is and where its source is", async ({ open, page }) => {
  await open();
  await expect(page).toHaveTitle(/HTTP at our school/);
  const foot = page.getByRole("contentinfo");
  await expect(foot.getByRole("link", { name: "Our school, Room 4" })).toHaveAttribute(
    "href",
    "https://school.example/imprint",
  );
  await expect(foot.locator('[href="https://code.example/our-school/http"]')).toBeVisible();
});
