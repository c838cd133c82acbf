import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ImportType, init, parse } from "es-module-lexer";
import { allIsNear, deadControls, notAlive, unreadable, unseenTexts } from "./in-page.ts";
import { expectDead, lesson, openAlive, send, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

// Whichever file of the lesson fails, its text reads, and what does not need that file works.

test.use({ folder: lesson });

/** Lets requests fail in the browser, as a content blocker does, for all addresses that fit one of some patterns. */
async function blocker(page: Page): Promise<(...patterns: string[]) => Promise<void>> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("Network.enable");
  return async (...urls) => {
    await tools.send("Network.setBlockedURLs", { urls });
  };
}

/** The paths within the site of all files that are asked for from now on. */
function asked(page: Page): ReadonlySet<string> {
  const files = new Set<string>();
  page.context().on("request", (request) => files.add(new URL(request.url()).pathname.slice(1)));
  return files;
}

async function expectLesson(page: Page): Promise<void> {
  expect(await page.evaluate(unreadable)).toEqual([]);
  expect(await page.evaluate(deadControls)).toEqual([]);
}

/** All that a script of the site imports statically, and itself. */
async function withImports(file: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  if (found.has(file)) return found;
  found.add(file);
  await init;
  for (const { t, n } of parse(await readFile(join(lesson, file), "utf8"))[0]) {
    if (t === ImportType.Static && n) await withImports(`assets/${n.replace("./", "")}`, found);
  }
  return found;
}

/** The file among some that defines a custom element, or holds the code of the page itself. */
function codeOf(name: string, files: Iterable<string>): string {
  const named = Array.from(files).filter((file) => file.startsWith(`assets/${name}.`) && file.endsWith(".js"));
  // Beside the code itself there may be a file that only leads to it.
  const found =
    named.find((file) => readFileSync(join(lesson, file), "utf8").includes("customElements.define")) ?? named[0];
  if (!found) throw new Error(`No file was asked for that holds the code of ${name}.`);
  return found;
}

/** Code that names what the code of an element does, and breaks when it runs and whenever such an element comes into the page. */
function brokenCode(name: string, code: string): string {
  const broken = `throw new Error("broken");`;
  const exported = parse(code)[1].map(({ n }) => `Broken as ${n}`);
  return `class Broken extends HTMLElement { connectedCallback() { ${broken} } }
customElements.define("${name}", Broken);
export { ${exported.join()} };
${broken}`;
}

test.describe("where one file fails", () => {
  test.use({ expected: /^failed: GET \S+ inspector$|fetching the script/ });
  test.setTimeout(240_000);

  test("the lesson reads, and each demo that does not need the file comes alive", async ({ page, site }) => {
    await page.addInitScript(allIsNear);
    const block = await blocker(page);
    const files = asked(page);
    await block("*.js");
    await page.goto(site.url);
    await expectLesson(page);
    const unseen = () => page.evaluate(unseenTexts, "body");
    await expect.poll(unseen, "with all scripts blocked, all text is on show").toEqual([]);
    const demos = await page.evaluate(notAlive);
    expect(demos).toContain("demo-exchange");

    await block();
    await page.reload({ waitUntil: "domcontentloaded" });
    await expectDead(page, []);
    const loader = await withImports(codeOf("PageScripts", files));
    const needs = new Map<string, ReadonlySet<string>>();
    const data = Array.from(files).filter((file) => file.endsWith(".json"));
    for (const demo of demos) {
      const own = /^(?:demo-exchange|request-block|first-cycle)$/.test(demo) ? [] : data;
      needs.set(demo, new Set([...(await withImports(codeOf(demo, files))), ...own]));
    }

    for (const file of files) {
      if (file === "") continue;
      await test.step(file, async () => {
        await block(`*/${file}*`);
        await page.reload({ waitUntil: "domcontentloaded" });
        const expected = demos.filter((demo) => loader.has(file) || needs.get(demo)?.has(file));
        await expectDead(page, expected, `${file} is missing to`);
        await expectLesson(page);
      });
    }
  });

  test("code that comes only when a reader acts is missed with a sentence that helps", async ({ page, site }) => {
    const block = await blocker(page);
    await openAlive(page, site.url);
    await block("*.js");
    const exchange = transcript(page, 3);
    const press = (name: string) => exchange.getByRole("button", { name, exact: true }).click();
    await press("Copy");
    await expect(exchange.getByRole("status")).toHaveText(
      "The code behind this button could not be loaded. Reload the page.",
    );
    await press("Send");
    await expect(exchange).toHaveAttribute("data-state", "failed");
    await expect(exchange.getByRole("status")).toHaveText(
      "The code behind this button could not be loaded. Reload the page.",
    );
    await expect(exchange.locator(".host-line")).toHaveText(/^Recorded when this page was built/);
    await expect(exchange.locator('[data-stage="4"]')).toContainText("HTTP/1.1");
    await press("Edit");
    await expect(exchange.getByRole("status")).toContainText("The code behind this button could not be loaded.");
    await expect(exchange.getByRole("textbox")).toHaveCount(0);
    await expect(exchange.getByRole("button", { name: "Reload the page" }), "it is offered once").toHaveCount(1);

    const guest = page.locator("be-the-server");
    await guest.getByRole("button", { name: "Be the server" }).click();
    await expect(guest.getByRole("status")).toContainText("its code could not be loaded. Reload the page.");
    await expect(page.locator("main"), "who is online is not told to go online").not.toContainText(/you are online/);

    await block("*/handlers.json");
    const inside = page.locator("inside-the-server");
    await inside.getByRole("button", { name: "Send" }).click();
    await inside.getByRole("button", { name: "All at once" }).click();
    await inside.locator(".result").getByText("The source of addBook").click();
    await expect(inside).toContainText("The source could not be loaded. Reload the page.");
    await press("Send");
    await expect(exchange).toHaveAttribute("data-state", "done");
    await guest.getByRole("button", { name: "Be the server" }).click();
    await expect(guest.getByRole("status")).toHaveText("GET /books/7 waits for your answer.");
  });
});

test.describe("without a connection since the page has come", () => {
  test.use({ expected: /ERR_INTERNET_DISCONNECTED/ });

  test("what came works on, and what did not come stays a figure until it can", async ({ open, page, context }) => {
    await open();
    const exchange = transcript(page, 1);
    await send(exchange);
    await context.setOffline(true);
    await send(exchange);
    const demo = page.locator("what-comes-back");
    const failed = page.waitForEvent("requestfailed", (request) => request.url().includes("what-comes-back"));
    await demo.scrollIntoViewIfNeeded();
    await failed;
    await expectLesson(page);
    await expect(demo.getByRole("button")).toHaveCount(0);
    const note = page.locator("p.what-comes-back");
    await expect(note).toHaveText("This part could not be loaded. It comes when you are online.");
    await expect(note).toBeVisible();
    await context.setOffline(false);
    await expect(note).toHaveCount(0);
    await demo.getByRole("button", { name: "Send" }).click();
    await expect(demo).toHaveAttribute("data-state", "done");
  });
});

test.describe("where the code of one demo is broken", () => {
  test.use({
    expected: /^uncaught: broken$/,
    // A copy, so that the test may change its files.
    folder: async ({ browserName: _ }, use) => {
      const copy = await mkdtemp(join(tmpdir(), "site-"));
      await cp(lesson, copy, { recursive: true });
      await use(copy);
      await rm(copy, { recursive: true });
    },
  });
  test.setTimeout(120_000);

  test("the lesson reads, and all others work", async ({ page, site, folder, complaints }) => {
    const files = asked(page);
    await openAlive(page, site.url);
    const demos = await page.evaluate(() => {
      const all = document.querySelectorAll("main [data-state]:not(mini-browser)");
      return [...new Set(Array.from(all, ({ localName }) => localName))];
    });
    const needs = new Map<string, ReadonlySet<string>>();
    for (const demo of demos) needs.set(demo, await withImports(codeOf(demo, files)));
    for (const demo of demos) {
      await test.step(demo, async () => {
        const own = Array.from(needs.get(demo) ?? []).findLast((each) => each.startsWith(`assets/${demo}.`)) ?? "";
        const needing = demos.filter((each) => needs.get(each)?.has(own));
        const file = join(folder, own);
        const code = await readFile(file, "utf8");
        await writeFile(file, brokenCode(demo, code));
        await page.reload({ waitUntil: "domcontentloaded" });
        const unreached = needing.filter((each) => each !== demo);
        await expectDead(page, unreached, `while ${demo} is broken`);
        expect(await page.evaluate(unreadable)).toEqual([]);
        const withControls = await page.evaluate(() => {
          const controls = [...document.querySelectorAll("main [data-state] button")];
          const seen = controls.filter((control) => control.checkVisibility());
          return [...new Set(seen.map((control) => control.closest(":not(mini-browser)[data-state]")?.localName))];
        });
        expect(withControls.sort()).toEqual(demos.filter((each) => !needing.includes(each)).sort());
        await writeFile(file, code);
      });
    }
    expect(complaints).toContain("uncaught: broken");
  });
});
