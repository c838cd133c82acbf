import type { Frame, Locator, Page } from "@playwright/test";
import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

// What hosts and other sites forbid around the lesson costs only what it must, and is named as the reason.

/** The small browser's demo on a page or in a frame, once its code is there. */
async function reach(page: Page | Frame): Promise<Locator> {
  const demo = page.locator("demo-walk");
  await demo.scrollIntoViewIfNeeded();
  await expect(demo.getByRole("button", { name: "Go" })).toBeVisible();
  return demo;
}

/** Asks by the address, by a link and by a form of each method. */
async function useBrowser(demo: Locator): Promise<void> {
  const inside = demo.locator("iframe").contentFrame();
  const status = demo.getByRole("status");
  await demo.getByLabel("Address").fill("/search");
  await demo.getByLabel("Address").press("Enter");
  await expect(status).toContainText("GET /search: 200 OK");
  await inside.getByRole("searchbox").or(inside.getByRole("textbox")).first().fill("alice");
  await inside.getByRole("button").first().click();
  await expect(status).toContainText("GET /search?q=alice: 200 OK");
  await inside.getByRole("link", { name: "Books" }).click();
  await expect(status).toContainText("GET /books: 200 OK");
  await inside.getByLabel("Title").fill("Dune");
  await inside.getByRole("button").last().click();
  await expect(status).toContainText(/POST \/books,.*: 303 See Other/);
}

const isolation = (policy: string) => ({
  fields: { "Cross-Origin-Embedder-Policy": policy, "Cross-Origin-Opener-Policy": "same-origin" },
});

for (const policy of ["require-corp", "credentialless"]) {
  for (const files of ["all its files", "its pages"]) {
    test.describe(`a host that isolates ${files} with ${policy}`, () => {
      const ends = files === "its pages" ? ["/"] : ["/", ".js", ".css", ".svg"];
      test.use({ faults: Object.fromEntries(ends.map((end) => [end, isolation(policy)])) });

      test("keeps the worker", async ({ open, page }) => {
        await open();
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
        const demo = await reach(page);
        await useBrowser(demo);
        await expect(demo.locator(".host-line")).toContainText("service worker");
      });
    });
  }
}

test.describe("a host whose policy forbids frames", () => {
  test.use({
    faults: { "/": { fields: { "Content-Security-Policy": "frame-src 'none'" } } },
    expected: /frame-src 'none'|worker\.js (csp|net::ERR_BLOCKED_BY_CSP)/,
  });

  test("has the demos inside the page, and reads the reason", async ({ open, page }) => {
    await open();
    const demo = await reach(page);
    await useBrowser(demo);
    const because = "inside this page, because the policy of this site forbids frames";
    await expect(demo.locator(".host-line")).toContainText(because);
  });
});

/** The lesson in a frame of another page, with these words in its sandbox. */
async function openInFrame(page: Page, url: string, sandbox: string): Promise<Frame> {
  await page.goto(new URL("other/", url).href);
  await page.evaluate(
    ([url, sandbox]) => {
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", sandbox);
      frame.name = "lesson";
      frame.width = "900";
      frame.height = "700";
      frame.src = url;
      document.body.prepend(frame);
    },
    [url, sandbox] as const,
  );
  await expect.poll(() => page.frame("lesson")?.url()).toBe(url);
  return page.frame("lesson") as Frame;
}

test.describe("in a frame that forbids forms", () => {
  test.use({ expected: /allow-scripts and allow-same-origin|Blocked form submission/ });

  test("an address and a link are asked for, and a form says why it is not sent", async ({ page, site }) => {
    const demo = await reach(await openInFrame(page, site.url, "allow-scripts allow-same-origin"));
    const status = demo.getByRole("status");
    await demo.getByLabel("Address").fill("/books");
    await demo.getByLabel("Address").press("Enter");
    await expect(status).toContainText("GET /books: 200 OK");
    await demo.getByLabel("Address").fill("/search");
    await demo.getByRole("button", { name: "Go" }).click();
    await expect(status).toContainText("GET /search: 200 OK");
    const inside = demo.locator("iframe").contentFrame();
    await inside.getByRole("button").first().click();
    await expect(status).toContainText("This lesson stands in a frame that forbids forms");
    await inside.getByRole("link", { name: "Books" }).click();
    await expect(status).toContainText("GET /books: 200 OK");
    await expect(demo.locator(".host-line")).toContainText("service worker");
  });
});

test.describe("in a frame that takes the origin away", () => {
  test.use({ expected: /origin 'null'|ERR_FAILED|sandboxed|CORS/ });

  test("each demo says why it cannot be tried, and has no dead control", async ({ page, site }) => {
    const lesson = await openInFrame(page, site.url, "allow-scripts");
    const demos = lesson.locator("[data-state=static]");
    await expect(demos.first().locator(".host-line")).toContainText("a frame that keeps its programs out");
    const count = await demos.count();
    expect(count).toBeGreaterThan(10);
    await expect(demos.filter({ hasText: "a frame that keeps its programs out" })).toHaveCount(count);
    await expect(lesson.locator("[data-state=static] button:visible")).toHaveCount(0);
    await expect(lesson.getByRole("button", { name: "Reload the page" })).toHaveCount(0);
  });
});
