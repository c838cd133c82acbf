import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

// The page itself is sent with 404, and the way home is found by asking for a file that the other folders lack.
test.use({ folder: lesson, expected: /^status code 404: (GET|HEAD) / });

for (const under of ["/", "/a/b/"]) {
  test.describe(`under ${under}`, () => {
    test.use({ under });

    test("a reader who went astray finds the way to the lesson", async ({ open, page, site }) => {
      for (const path of ["nowhere", "nowhere/", "no/where/at/all"]) {
        await test.step(path, async () => {
          await open(path);
          await expect(page.getByRole("heading", { level: 1 })).toContainText("404");
          await expect(page.getByRole("listitem")).toHaveCount(5);
          await expect(page.getByText(`GET ${under}${path}`)).toBeVisible();
          await expect(page.getByText("404 Not Found")).toBeVisible();
          await expect(page.getByText(/^host: 127\.0\.0\.1:\d+\s+user-agent: /)).toBeVisible();
          await expect(page.getByText(/content-type: text\/html/)).toBeVisible();
          await page.getByRole("link", { name: "Another page" }).click();
          await expect(page).toHaveURL(/\/other\/$/);
          await page.goBack();
          await page.getByRole("link", { name: "Go to the lesson" }).click();
          await expect(page, `from ${path}`).toHaveURL(site.url);
        });
      }
    });
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a reader who went astray is told the way to the lesson", async ({ open, page }) => {
    await open("no/where/");
    await expect(page.getByText("remove the last part of the address")).toBeVisible();
  });
});

test.describe("on a host that answers every address with some page", () => {
  test.use({ faults: { "worker.js": { type: "text/html" } } });
  test("no link leads astray", async ({ open, page }) => {
    const asked = page.waitForResponse(/^http:\/\/[^/]+\/lab\/worker\.js$/);
    await open("no/where/");
    await asked;
    await expect(page.getByText("remove the last part of the address")).toBeVisible();
    await expect(page.getByRole("link")).toHaveCount(0);
  });
});
