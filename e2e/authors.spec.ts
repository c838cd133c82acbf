import { readFileSync } from "node:fs";
import { fixture } from "./fixtures.ts";
import { expect, pages, test } from "./site.ts";

// What a page of markdown becomes: its blocks as the guide for authors shows them, and what every page gets by itself.

const guide = "authors/blocks/";

test.describe("of text", () => {
  test.use({ folder: fixture("text") });

  test("a term says what it means on pointing and on focus, and Escape puts that away", async ({ open, page }) => {
    await open();
    const term = page.getByRole("link", { name: "shelf", exact: true });
    const meaning = page.getByRole("tooltip").filter({ hasText: "It holds what is put on it." });
    await expect(term).toHaveAccessibleDescription("It holds what is put on it.");
    await expect(meaning).toBeHidden();
    for (const reach of [() => term.hover(), () => term.focus()]) {
      await reach();
      await expect(meaning).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(meaning).toBeHidden();
      await page.mouse.move(0, 0);
    }
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "book", exact: true })).toBeFocused();
    await expect(page.getByRole("tooltip").filter({ visible: true })).toHaveText("It has a cover.");
    await term.click();
    await expect(page).toHaveURL(/\/glossary\/#shelf$/);
  });

  test("notes, steps and pictures are what they are called, and a picture fits the colours", async ({ open, page }) => {
    await open();
    await expect(page.getByRole("note")).toContainText(["Note", "Tip", "Careful"]);
    await expect(page.locator(".procedure").getByRole("listitem")).toHaveCount(3);
    const figure = page.getByRole("figure").filter({ hasText: "There and back" });
    const shown: (string | null)[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const picture = figure.getByRole("img", { name: "An arrow there, an arrow back." });
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
      shown.push(await picture.getAttribute("src"));
    }
    expect(new Set(shown).size).toBe(2);
  });

  test("the table of contents leads to each heading", async ({ open, page }) => {
    await open();
    const links = page.getByRole("navigation", { name: "On this page" }).getByRole("link");
    const headings = page.locator("main h2");
    expect(await links.allInnerTexts()).toEqual(await headings.allInnerTexts());
    await links.filter({ hasText: "Notes" }).click();
    await expect(page.getByRole("heading", { name: "Notes" })).toBeInViewport();
  });
});

test("the guide shows each example's source beside its result", async ({ open, page }) => {
  test.skip(!pages.includes(guide), "The guide for authors is left out of this build.");
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(guide);
  const written = readFileSync("content/authors/blocks.mdx", "utf8").matchAll(/^````mdx example\n(.*?)^````$/gms);
  const sources = Array.from(written, ([, source]) => source?.trimEnd());
  const examples = await page.locator(".example").evaluateAll((list) =>
    list.map(({ children: [written, shown] }) => {
      const [one, other] = [written, shown].map((part) => part?.getBoundingClientRect() ?? new DOMRect());
      const isBeside = one && other && (one.right <= other.left || one.bottom <= other.top);
      return {
        source: written?.querySelector("pre")?.textContent,
        stands: isBeside ? "beside or above its result" : "elsewhere",
        result: shown?.lastElementChild?.clientHeight === 0 ? "none" : "shown",
      };
    }),
  );
  const stands = "beside or above its result";
  // What a component of the guide shows has its source elsewhere.
  const own = examples.filter(({ source }) => sources.includes(source));
  expect(own).toEqual(sources.map((source) => ({ source, stands, result: "shown" })));
  expect(examples.filter((each) => each.stands !== stands || each.result !== "shown")).toEqual([]);
});

test("next leads through all pages, and each describes itself to search engines and where it is shared", async ({
  open,
  page,
}) => {
  await open();
  const read: string[] = [];
  const next = page.locator("a[rel=next]");
  for (;;) {
    const title = (await page.getByRole("heading", { level: 1 }).innerText()).replaceAll("\u00a0", " ");
    const told = await page.evaluate(describedPage);
    expect(told.data).toMatchObject({ "@type": "LearningResource", name: title, description: told.description });
    expect(told).toMatchObject({ shared: [title, told.opening], description: told.opening });
    expect(told.title).toContain(title);
    expect(told.picture, "there is no address to show a picture by").toBeNull();
    const back = page.locator("a[rel=prev]");
    expect(await back.count()).toBe(read.length === 0 ? 0 : 1);
    read.push(told.path);
    if ((await next.count()) === 0) break;
    const following = await next.evaluate((link: HTMLAnchorElement) => link.href);
    await next.click();
    await page.waitForURL(following);
  }
  expect(read.map((path) => path.slice(1)).sort()).toEqual(
    pages.filter((path) => !/^(?:404\.html|removal\/)$/.test(path)),
  );
  const sections = page.getByRole("navigation", { name: "Site" }).getByRole("link");
  const listed = await sections.evaluateAll((links: HTMLAnchorElement[]) => links.map(({ pathname }) => pathname));
  expect(listed).toEqual(read.filter((path) => /^\/[^/]+\/$/.test(path)));
});

/** What a page tells programs of itself, and what its reader sees of it. */
function describedPage() {
  const meta = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"],meta[property="${name}"]`);
  return {
    path: location.pathname,
    title: document.title,
    opening: document.querySelector("h1 + p")?.textContent,
    description: meta("description")?.content,
    shared: [meta("og:title")?.content, meta("og:description")?.content],
    picture: meta("og:image"),
    data: JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? "null"),
  };
}
