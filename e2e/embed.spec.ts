import type { Frame } from "@playwright/test";
import { accessibilityProblems } from "./accessibility.ts";
import { fixture } from "./fixtures.ts";
import { startFramingSite } from "./framing-site.ts";
import { overflowing } from "./in-page.ts";
import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

// A demo by itself, in a frame of another site.

test.use({ folder: lesson, permissions: ["clipboard-read", "clipboard-write"] });

const list = "embed/";

/** Whether all of a frame's page is seen, with no scroll bar of its own. */
const isWhole = (frame: Frame) => frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight);

test("each demo and task of the lesson has an address of its own, and the list of them leads there", async ({
  open,
  page,
}) => {
  await open(list);
  expect(await accessibilityProblems(page)).toEqual([]);
  const links = page.getByRole("listitem").getByRole("link");
  expect(await links.count()).toBeGreaterThan(15);
  await page.getByRole("link", { name: "A player" }).click();
  await expect(page.getByRole("group", { name: "A player" })).toHaveAttribute("data-state", "ready");
  await expect(page.getByRole("banner")).toHaveCount(0);
  await expect(page.locator("main demo-exchange, main demo-walk")).toHaveCount(0);
});

test("a demo by itself is accessible and fits 320 pixels, and has the colours that its address asks for", async ({
  open,
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  for (const demo of ["a-player", "a-walk"]) {
    for (const theme of ["light", "dark"]) {
      await open(`embed/index/${demo}/?theme=${theme}`);
      await expect(page.locator("main [data-client]").first()).toHaveAttribute("data-state", "ready");
      const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      expect(await scheme()).toBe(theme);
      expect(await accessibilityProblems(page, "main")).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  }
});

test("links in a demo lead out of its frame, to the place in the lesson", async ({ open, page }) => {
  await open("embed/index/a-player/");
  const back = page.getByRole("contentinfo").getByRole("link");
  await expect(back).toHaveAttribute("target", "_blank");
  expect(await back.evaluate((link: HTMLAnchorElement) => link.pathname)).toBe("/");
});

test.describe("of a demo whose answers link", () => {
  test.use({ folder: fixture("demos") });

  test("links in what a demo says later lead out of its frame, as from its page", async ({ open, page, context }) => {
    await open("embed/question/second-question/");
    await page.getByRole("checkbox", { name: "GET", exact: true }).check();
    await page.getByRole("checkbox", { name: "POST", exact: true }).check();
    await page.getByRole("button", { name: "Check" }).click();
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: "a form" }).click();
    expect(new URL((await opened).url()).pathname).toBe("/message-builder/");
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("they do so too", async ({ open, page }) => {
      await open("embed/question/second-question/");
      const link = page.getByRole("link", { name: "a form", includeHidden: true });
      expect(await link.evaluate(({ href, target }: HTMLAnchorElement) => [new URL(href).pathname, target])).toEqual([
        "/message-builder/",
        "_blank",
      ]);
    });
  });
});

test.describe("in pages of another site", () => {
  test.use({ expected: /a request leaves the site: GET http:\/\/localhost|favicon/ });

  test("a demo whose frame's code was copied answers there, and its frame grows with it", async ({
    open,
    page,
    site,
  }) => {
    await open();
    const exchange = page.locator("#stage-2 demo-exchange").first();
    await exchange.getByRole("button", { name: "Copy", exact: true }).click();
    await exchange.getByRole("menuitem", { name: "Frame for a page of yours" }).click();
    await expect(exchange.getByRole("status")).toContainText("Copied as a frame.");
    const code = await page.evaluate(() => navigator.clipboard.readText());
    const src = /src="([^"]+)"/.exec(code)?.[1] ?? "";
    expect(src).toContain(new URL("embed/index/", site.url).href);

    const other = await startFramingSite([{ src }], true);
    try {
      await page.goto(other.url);
      await expect.poll(() => page.frames()[1]?.url()).toBe(src);
      const frame = page.frames()[1] as Frame;
      const framed = frame.locator("demo-exchange");
      const height = () => page.locator("iframe").evaluate((each: HTMLElement) => each.offsetHeight);
      await framed.getByRole("button", { name: "Send", exact: true }).click();
      await expect(framed).toHaveAttribute("data-state", "done");
      await expect.poll(() => isWhole(frame)).toBe(true);
      const before = await height();
      await framed.getByRole("button", { name: "Copy", exact: true }).click();
      await expect(framed.getByRole("menu")).toBeVisible();
      await expect.poll(height, "the frame grows with the menu").toBeGreaterThan(before);
      await expect.poll(() => isWhole(frame)).toBe(true);
      await page.keyboard.press("Escape");
      await expect.poll(height, "and shrinks again").toBe(before);
      await expect(page.locator("body")).toHaveAttribute("data-lti", `${before}`);
    } finally {
      await other.close();
    }
  });

  test("three demos in one page never show a scroll bar of their own where the page listens", async ({
    page,
    site,
  }) => {
    const demos = ["first-cycle", "a-player", "a-walk"];
    const frames = demos.map((demo) => ({ src: new URL(`embed/index/${demo}/`, site.url).href }));
    const other = await startFramingSite(frames, true);
    try {
      await page.goto(other.url);
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        for (const index of [1, 2, 3]) {
          await page
            .locator("iframe")
            .nth(index - 1)
            .scrollIntoViewIfNeeded();
          const frame = page.frames().find((each) => each.url() === frames[index - 1]?.src) as Frame;
          await expect(frame.locator("[data-client]").first()).not.toHaveAttribute("data-state", "static");
          await expect.poll(() => isWhole(frame), `${demos[index - 1]} at ${width}`).toBe(true);
        }
      }
    } finally {
      await other.close();
    }
  });

  test("a demo whose frame has no room, as in a folded panel, does not become as high as a tower for it", async ({
    page,
    site,
  }) => {
    const other = await startFramingSite([{ src: new URL("embed/index/a-player/", site.url).href }], true);
    try {
      await page.goto(other.url);
      const element = page.locator("iframe");
      await expect.poll(() => page.frames()[1]?.url()).toContain("a-player");
      const frame = page.frames()[1] as Frame;
      await expect(frame.locator("[data-client]").first()).not.toHaveAttribute("data-state", "static");
      await expect.poll(() => isWhole(frame)).toBe(true);
      const before = await element.getAttribute("height");
      await element.evaluate((each) => each.style.setProperty("width", "0"));
      await expect.poll(() => frame.evaluate(() => innerWidth)).toBe(0);
      await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      expect(await element.getAttribute("height")).toBe(before);
    } finally {
      await other.close();
    }
  });
});

test("a demo in dark colours prints as dark ink on white paper", async ({ open, page }) => {
  await open("embed/index/a-player/?theme=dark");
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
});

test.describe("a task", () => {
  test.use({ folder: fixture("demos") });
  test("prints without its solution, for what is folded in a frame stays so on paper", async ({ open, page }) => {
    await open("embed/task/put-dune-on-the-shelf/");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("A solution")).toBeVisible();
    await expect(page.getByText("The server keeps what a POST brought.")).toBeHidden();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a demo by itself reads whole, and has no dead control", async ({ open, page }) => {
    await open("embed/index/a-player/");
    await expect(page.getByRole("group", { name: "A player" })).toContainText("Somebody asks");
    await expect(page.locator("main").getByRole("button")).toHaveCount(0);
  });
});
