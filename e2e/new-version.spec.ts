import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { listFiles } from "../src/build/list-files.ts";
import type { ChangingHost, Faults } from "../src/build/static-host.ts";
import { markerField, protocolVersion } from "../src/lab/protocol.ts";
import { fixture } from "./fixtures.ts";
import { deadControls } from "./in-page.ts";
import { lesson, openAlive, send, transcript } from "./lesson.ts";
import { test as base, expect } from "./site.ts";

// A host puts a new version in the place of the old: real builds, whose scripts have other names, and of the old ones none
// is left. The page of the old version is open, or comes from the browser's own copy.

const later = fixture("later-lesson");

const test = base.extend<{ site: ChangingHost }>({});

test.use({ folder: lesson, expected: /^status code 404: GET \S+\/assets\/|fetching the script/ });

test("no script of the later version has a name of the older", async () => {
  const [before, after] = await Promise.all([lesson, later].map((site) => listFiles(`${site}/assets`)));
  const scripts = before?.filter((name) => name.endsWith(".js")) ?? [];
  expect(scripts).not.toEqual([]);
  expect(scripts.filter((name) => after?.includes(name))).toEqual([]);
});

/** Press the button, and see the new page: what is done before it comes is done to the old one. */
async function reload(page: Page, within: Locator): Promise<void> {
  const loaded = page.waitForEvent("load");
  await within.getByRole("button", { name: "Reload the page" }).click();
  await loaded;
}

const newer = "This part could not be loaded. The lesson may be newer than this page.";

test("what has come goes on, and what cannot come any more says so in its place, until its files are back", async ({
  open,
  page,
  site,
}) => {
  await open();
  const exchange = transcript(page, 1);
  await send(exchange);
  await site.put(later);
  await send(exchange);
  const demo = page.locator("what-comes-back");
  await demo.scrollIntoViewIfNeeded();
  const note = page.locator("p.what-comes-back");
  await expect(note).toContainText(newer);
  await expect(note.getByRole("button", { name: "Reload the page" })).toBeVisible();
  expect(await page.evaluate(deadControls)).toEqual([]);
  await exchange.scrollIntoViewIfNeeded();
  await demo.scrollIntoViewIfNeeded();
  await expect(note, "it is said once").toHaveCount(1);
  await expect(page.locator("main")).not.toContainText("when you are online");

  await site.put(lesson);
  await exchange.scrollIntoViewIfNeeded();
  await demo.scrollIntoViewIfNeeded();
  await demo.getByRole("button", { name: "Send" }).click();
  await expect(demo).toHaveAttribute("data-state", "done");
  await expect(note).toHaveCount(0);
});

test("Reload brings the new version, and keeps what the reader wrote", async ({ open, page, site }) => {
  await open();
  const exchange = transcript(page, 1);
  await exchange.getByRole("button", { name: "Edit" }).click();
  await exchange.getByRole("textbox").fill("GET /visits HTTP/1.1\nHost: library.example\n");
  const builder = page.locator("message-builder");
  await builder.scrollIntoViewIfNeeded();
  await builder.getByRole("button", { name: "A script fetches" }).click();
  await builder.getByRole("textbox", { name: "Content", exact: true }).fill("half a thought");
  await site.put(later);
  const check = page.locator("demo-check");
  await check.scrollIntoViewIfNeeded();
  await reload(page, page.locator("p.demo-check"));
  await expect(check).toHaveAttribute("data-state", "ready");
  await expect(exchange.getByRole("textbox")).toHaveValue("GET /visits HTTP/1.1\nHost: library.example\n");
  await builder.scrollIntoViewIfNeeded();
  await expect(builder.getByRole("textbox", { name: "Content", exact: true })).toHaveValue("half a thought");
  await expect(builder.getByRole("button", { name: "A script fetches" })).toHaveAttribute("aria-pressed", "true");
  await exchange.getByRole("button", { name: "Start over" }).click();
  await expect(exchange.getByRole("textbox")).toHaveCount(0);
  await page.reload();
  await send(exchange);
  await expect(exchange.getByRole("textbox"), "what was taken back does not return").toHaveCount(0);
});

test("no button promises what cannot come: each says so, and offers Reload below it once", async ({ page, site }) => {
  await openAlive(page, site.url);
  await site.put(later);
  const exchange = transcript(page, 1);
  const status = exchange.getByRole("status");
  await exchange.getByRole("button", { name: "Copy" }).click();
  await expect(status).toHaveText("The code behind this button could not be loaded. Reload the page.");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "failed");
  await expect(exchange.getByRole("button", { name: "Reload the page" })).toHaveCount(1);
  const demos = page.locator("main .demo:not(demo-check, demo-check *):has(.primary), main demo-exchange");
  for (const demo of await demos.all()) {
    // What sends in a walk is its browser: its own button goes on to the next step.
    const isWalk = (await demo.evaluate(({ localName }) => localName)) === "demo-walk";
    await (isWalk ? demo.getByRole("button", { name: "Go" }) : demo.locator(".primary").first()).click();
    await expect(demo).toHaveAttribute("data-state", /^(done|sending|failed)$/);
    if ((await demo.getAttribute("data-state")) === "failed") {
      await expect(demo.getByRole("button", { name: "Reload the page" })).toHaveCount(1);
    }
  }
  await expect(page.locator("be-the-server"), "all its code had come").toContainText("A request waits for you");
  await expect(page.locator("main")).not.toContainText("you are online");
  await reload(page, exchange);
  await exchange.getByRole("button", { name: "Copy" }).click();
  await expect(exchange.getByRole("menu")).toBeVisible();
});

test("an older tab whose worker was replaced by one that it does not understand says why it stops, and how to go on", async ({
  open,
  page,
  context,
  site,
}) => {
  const strange = await mkdtemp(join(tmpdir(), "strange-"));
  await cp(later, strange, { recursive: true });
  for (const file of await listFiles(strange)) {
    if (!file.endsWith(".js")) continue;
    const code = await readFile(join(strange, file), "utf8");
    if (!code.includes(markerField)) continue;
    await writeFile(join(strange, file), code.replaceAll(`\`${protocolVersion}\``, "`strange`"));
  }
  await open();
  const exchange = transcript(page, 1);
  await send(exchange);
  await site.put(strange);
  const newer = await context.newPage();
  await newer.goto(site.url);
  await send(transcript(newer, 1));
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("status")).toContainText(
    "another version of this lesson answers here, and its code could not be loaded. Reload the page.",
  );
  await reload(page, exchange);
  await expect(exchange).toHaveAttribute("data-state", "static");
  await send(exchange);
  await rm(strange, { recursive: true });
});

const everybodyKeeps: Faults = { "": { fields: { "Cache-Control": "max-age=600" } } };
const onlyPagesAreKept: Faults = { "/": { fields: { "Cache-Control": "max-age=600" } } };

for (const [name, faults, says] of [
  ["each demo that has not come says so", everybodyKeeps, newer],
  [
    "the page says so where its first script is gone too",
    onlyPagesAreKept,
    "The demos of this page could not be loaded.",
  ],
] as const) {
  test.describe("from the browser's own copy", () => {
    test.use({ faults });

    test(`an old page comes after a new version: ${name}, and Reload brings the new one`, async ({ page, site }) => {
      await page.goto(site.url);
      await expect(transcript(page, 1).getByRole("button", { name: "Send" })).toBeVisible();
      await page.goto(`${site.url}other/`);
      await site.put(later);
      await page.getByRole("banner").getByRole("link").first().click();
      await page.locator("demo-check").scrollIntoViewIfNeeded();
      const note = page.locator("main .missing").filter({ hasText: says }).last();
      await reload(page, note);
      await page.locator("demo-check").scrollIntoViewIfNeeded();
      await expect(page.locator("demo-check")).toHaveAttribute("data-state", "ready");
      await expect(page.locator("main .missing")).toHaveCount(0);
    });
  });
}
