import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { tagOf } from "../src/demos/kit/tag.ts";
import { kinds } from "../src/demos/registry.ts";
import { accessibilityProblems, contrastProblems } from "./accessibility.ts";
import { notUpgraded } from "./in-page.ts";
import { openAlive } from "./lesson.ts";
import { expect, test } from "./site.ts";

// What holds for each demo by itself must hold for all of them in one page, in whatever state they are.

test.slow();
// What travels is for a moment fainter than it stays.
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Unfold what a reader can leave out at first. */
function unfoldMore(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const more of document.querySelectorAll<HTMLDetailsElement>("details.more")) more.open = true;
  });
}

/** Press the first primary button in each demo, and wait for what comes. */
async function useAll(page: Page): Promise<void> {
  await unfoldMore(page);
  const demos = page.locator(":is(cycle-player, .demo:not(demo-check, demo-check *), demo-exchange):has(.primary)");
  for (const demo of await demos.all()) {
    await demo.locator(".primary").first().click();
    await expect(demo.getByRole("status").first()).not.toHaveText(/^(Sending …)?$/);
  }
  await expect(page.locator("be-the-server")).toContainText("A request waits for you");
  await expect(page.locator("[data-state=sending]:not(be-the-server, be-the-server *)")).toHaveCount(0);
}

/** Bring about what is wrong: an address, an edited request, an unfinished answer; and unfold what can be unfolded. */
async function goWrong(page: Page): Promise<void> {
  const exchange = page.locator("demo-exchange").first();
  await exchange.getByRole("button", { name: "Edit" }).click();
  await exchange.getByRole("textbox").fill("no request at all");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("alert")).not.toBeEmpty();
  const walk = page.locator("demo-walk");
  await walk.getByLabel("Address").fill("https://example.com");
  await walk.getByLabel("Address").press("Enter");
  await expect(walk.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
  const server = page.locator("be-the-server");
  await server.getByLabel("Status").fill("9");
  await server.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(server.getByRole("alert")).not.toBeEmpty();
  const builder = page.locator("message-builder");
  await builder.getByLabel("URL").fill("/books");
  await page.locator("put-in-order").getByRole("button", { name: "Check" }).click();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** What the lesson held when its bars were set. Each further word and demo has room of its own, so that no author breaks a bar by writing. */
const held = { words: 3_900, demos: 16 };

/** How many words the lesson has outside of demos, and how many demos, that it did not hold then. */
async function added(page: Page): Promise<{ readonly words: number; readonly demos: number }> {
  const now = await page.evaluate(() => {
    const demos = ".demo, demo-exchange";
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement?.closest(`${demos}, script`)) continue;
      words += texts.currentNode.textContent?.match(/\S+/g)?.length ?? 0;
    }
    const outermost = [...document.querySelectorAll(demos)].filter((each) => !each.parentElement?.closest(demos));
    return { words, demos: outermost.length };
  });
  return { words: Math.max(0, now.words - held.words), demos: Math.max(0, now.demos - held.demos) };
}

for (const { width, height, most, perWord, perDemo } of [
  { width: 375, height: 812, most: 28_000, perWord: 5, perDemo: 1_200 },
  { width: 1280, height: 800, most: 20_000, perWord: 3.5, perDemo: 900 },
]) {
  test.describe(`${width} pixels wide, the fresh lesson is at most ${most} pixels high, and a longer one in proportion`, () => {
    test.use({ viewport: { width, height } });
    const high = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
    const bar = async (page: Page) => {
      const { words, demos } = await added(page);
      return most + words * perWord + demos * perDemo;
    };

    test("before the code of any demo has come, with no answer on show", async ({ page, site }) => {
      const code = new RegExp(`/(${kinds.map(({ folder }) => tagOf(folder)).join("|")})\\.[^/]*\\.js$`);
      await page.route(code, () => {});
      await page.goto(site.url);
      expect(await high(page)).toBeLessThanOrEqual(await bar(page));
      for (const asks of ["demo-exchange[data-predict]", "guess-the-status", "same-again", "demo-question"]) {
        await expect(page.locator(asks).locator(".result").filter({ visible: true }), asks).toHaveCount(0);
      }
    });

    test("as loaded, and read from end to end; and nothing in sight moves while its demos come alive", async ({
      page,
      site,
    }) => {
      await page.goto(site.url);
      const mostNow = await bar(page);
      expect(await high(page), "as loaded").toBeLessThanOrEqual(mostNow);
      await page.evaluate(watchShifts);
      for (let top = 0; top < (await high(page)); top += height / 2) {
        await page.evaluate((to) => scrollTo({ top: to, behavior: "instant" }), top);
        await expect.poll(() => page.evaluate(notUpgraded, 1)).toEqual([]);
      }
      expect(await high(page), "read from end to end").toBeLessThanOrEqual(mostNow);
      expect(await page.evaluate(() => (globalThis as unknown as { shifted: string[] }).shifted)).toEqual([]);
    });
  });
}

/** Notes in the page what has moved within the window since it loaded, but for the bar of parts (Layout Instability API). */
function watchShifts(): void {
  const shifted: string[] = [];
  Object.assign(globalThis, { shifted });
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries() as unknown as { sources: { node: Node | null }[] }[]) {
      for (const { node } of sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        if (!element?.closest(".rail")) shifted.push((element ?? document.body).outerHTML.slice(0, 90));
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

test("axe finds nothing in the whole page, unused, used and gone wrong, in light and in dark colours", async ({
  page,
  site,
}) => {
  await openAlive(page, site.url);
  const look = async (state: string) => {
    await page.emulateMedia({ colorScheme: "light" });
    expect(await accessibilityProblems(page), state).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await contrastProblems(page), `${state}, in dark colours`).toEqual([]);
  };
  await look("unused");
  await useAll(page);
  await look("used");
  await goWrong(page);
  await look("gone wrong");
});

test.describe("without a network", () => {
  // The code of demos that are near is on its way when it goes.
  test.use({ expected: /ERR_INTERNET_DISCONNECTED/ });

  test("with the network off the page is still here, and says what that shows; nothing moves by it", async ({
    context,
    open,
    page,
  }) => {
    await open();
    const act = page.getByRole("note", { name: "With the network off" });
    const told = act.getByRole("status");
    await act.scrollIntoViewIfNeeded();
    await expect(told).toHaveText("Your network is on.");
    const before = await act.boundingBox();
    await context.setOffline(true);
    await expect(told).toContainText("this page is still here");
    await expect(told).toContainText("the page is not the server");
    expect(await act.boundingBox()).toEqual(before);
    await context.setOffline(false);
    await expect(told).toHaveText("Your network is on.");
  });
});

test("on paper the lesson takes at most fifteen pages, and a longer one in proportion: questions first, and their answers on a sheet at the end", async ({
  page,
  site,
}) => {
  await page.goto(site.url);
  const { words, demos } = await added(page);
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(15 + Math.ceil(words / 400) + demos);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const told = page.getByText("In HTTP the client always speaks first.").filter({ visible: true });
  await expect(told, "what is told of an answer").toHaveCount(1);
  const answers = page.getByRole("heading", { name: "Answers" });
  const [question, sheet, answer] = await Promise.all([
    page.locator("demo-question").last().boundingBox(),
    answers.boundingBox(),
    told.boundingBox(),
  ]);
  expect(sheet?.y).toBeGreaterThan(question?.y ?? 0);
  expect(answer?.y).toBeGreaterThan(sheet?.y ?? 0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(answers).toHaveCount(0);
});

for (const [width, height] of [
  [375, 812],
  [1280, 800],
] as const) {
  test(`the first window of ${width} × ${height} says what this is, for whom and how long, and has a thing to press`, async ({
    open,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open();
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toBeInViewport({ ratio: 1 });
    await expect(title.locator("+ p"), "its opening").toBeInViewport({ ratio: 1 });
    await expect(page.getByText(/^About \d+ minutes, in \w+ parts\./)).toBeInViewport({ ratio: 1 });
    await expect(page.locator("first-cycle").getByRole("button").first()).toBeInViewport({ ratio: 1 });
    const pages = page.getByRole("navigation", { name: "Site" }).getByRole("link");
    for (const link of await pages.all()) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await expect(pages.nth(2), "three names fit beside one another").toBeInViewport({ ratio: 1 });
  });
}

test("each demo and each transcript stands under a heading of its own, by which a screen reader jumps", async ({
  page,
  site,
}) => {
  await openAlive(page, site.url);
  await unfoldMore(page);
  const demos = page.locator(".demo:not(.demo .demo), demo-exchange");
  expect(await demos.count()).toBeGreaterThan(11);
  for (const demo of await demos.all()) {
    await expect(demo.getByRole("heading", { level: 3 }).first()).toBeVisible();
  }
  // The questions of a check are parts of one text, which its numbers lead to.
  for (const part of await page.locator(".demo .demo:not(demo-question)").all()) {
    await expect(part.getByRole("heading", { level: 4 }).first()).toBeVisible();
  }
  for (const demo of await page.locator("demo-exchange").all()) {
    const name = (await demo.getAttribute("aria-label")) ?? "";
    await expect(demo.getByRole("heading", { level: 3, name, exact: true })).toBeVisible();
  }
});

test("in forced colours, light and dark, each button's words can be read, and the grips of the cards be seen", async ({
  page,
  site,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  const width = 375;
  await page.setViewportSize({ width, height: 812 });
  await openAlive(page, site.url);
  await useAll(page);
  // In a window that holds the whole page, no part of it lies over another.
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const drawn = await sharp(await page.screenshot())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const contrasts = async (elements: Locator) => {
      const words = await elements.evaluateAll(placesOfWords);
      return words.map(({ html, ...place }) => ({ html, contrast: contrastWithin(drawn, place) }));
    };
    const buttons = await contrasts(page.locator("main button:visible"));
    expect(
      buttons.filter(({ contrast }) => contrast < 4.5),
      `in ${colorScheme} colours`,
    ).toEqual([]);
    const [, grip] = await contrasts(page.locator("put-in-order .grip"));
    expect(grip?.contrast, `a grip in ${colorScheme} colours`).toBeGreaterThan(3);
  }
});

/** Where the words of elements stand in the window or, of one that has none, all of it. */
function placesOfWords(elements: readonly Element[]) {
  return elements.map((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const { left, top, right, bottom } = (each.textContent.trim() === "" ? each : range).getBoundingClientRect();
    return { html: each.outerHTML, left, top, right, bottom };
  });
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The greatest contrast (WCAG 2.2) between the commonest colour and another one that is really drawn in a place. Computed
 * colours do not tell it: browsers lay plates behind forced text.
 */
function contrastWithin(drawn: { data: Buffer; info: { width: number } }, { left, top, right, bottom }: Place): number {
  const counts = new Map<string, number>();
  for (let y = Math.ceil(top); y < Math.floor(bottom); y += 1) {
    for (let x = Math.ceil(left); x < Math.floor(right); x += 1) {
      const at = (y * drawn.info.width + x) * 3;
      const colour = drawn.data.subarray(at, at + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [commonest, ...others] = [...counts].sort(([, a], [, b]) => b - a).filter(([, count]) => count > 2);
  return Math.max(1, ...others.map(([colour]) => contrast(colour, commonest?.[0] ?? colour)));
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = colour.split(",").map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
