import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesNeeded } from "../src/build/one-file.ts";
import { fixture } from "./fixtures.ts";
import { openAlive } from "./lesson.ts";
import { onDisk } from "./one-file.ts";
import { expect, root, test } from "./site.ts";

// Who opens the built folder from a disk or a stick reads the whole lesson, and is not lost in listings of folders.

test.describe("the folder opened from a disk", () => {
  test.use({ expected: /file:/ });

  test("leads from page to page, and says why nothing can be sent", async ({ page }) => {
    await page.goto(`${pathToFileURL(root).href}index.html`);
    await expect(page.getByText("A page that is opened from a disk cannot load its programs").first()).toBeVisible();
    const site = page.getByRole("navigation", { name: "Site" });
    await site.getByRole("link", { name: "Glossary" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeVisible();
    await page
      .getByRole("banner")
      .getByRole("link", { name: /^HTTP Request/ })
      .click();
    await expect(page.getByRole("heading", { level: 1, name: /^HTTP Request/ })).toBeVisible();
  });

  test("claims no cycle that brought it", async ({ page }) => {
    await page.goto(`${pathToFileURL(fixture("demos")).href}/this-page/index.html`);
    const demo = page.getByRole("group", { name: "Its own cycle" });
    await expect(demo).toContainText("A page that is opened from a disk came by no cycle.");
  });
});

test.describe("the lesson in one file", () => {
  test.use({ expected: /^a request leaves the site: GET file:\S+\/lesson\.html$/ });

  test("is whole without a network: each demo comes alive, and its server runs inside the page", async ({
    context,
    page,
  }) => {
    await context.setOffline(true);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const file = await onDisk(root);
    await openAlive(page, file);
    await expect(page.getByText("Its server runs inside the page")).toBeVisible();
    const first = page.locator("demo-exchange").first();
    await first.getByRole("button", { name: "Send", exact: true }).click();
    await expect(first).toHaveAttribute("data-state", "done");
    await expect(first).toContainText(
      /Live in .*, from a mock server inside this page, because this lesson is one file/,
    );
    expect(asked.filter((url) => !/^(?:data|blob|about):/.test(url))).toEqual([file]);
    expect(filesNeeded(await page.content())).toEqual([]);
  });

  test("offers no address of a demo or a request, for nobody else could open it", async ({ page }) => {
    await openAlive(page, await onDisk(fixture("lesson")));
    const first = page.locator("demo-exchange").first();
    await first.getByRole("button", { name: "Copy" }).click();
    await expect(first.getByRole("menuitem", { name: "HAR file" })).toBeVisible();
    await expect(first.getByRole("menuitem", { name: /Link|Frame/ })).toHaveCount(0);
  });

  test("has the sources of the handlers in it", async ({ page }) => {
    await openAlive(page, await onDisk(fixture("demos"), "inside-the-server/index.html"));
    const demo = page.getByRole("group", { name: "First way" });
    const choice = demo.getByRole("combobox", { name: "Request" });
    await choice.selectOption(await choice.getByRole("option", { name: "A program with Dune" }).getAttribute("value"));
    await demo.getByRole("button", { name: "Send", exact: true }).click();
    await demo.getByRole("button", { name: "All at once" }).click();
    const way = demo.locator(".result");
    await way.getByText("The source of addBook").click();
    await expect(way.locator(".source")).toContainText("export function addBook");
  });

  test("does not call its server a service worker, for none can be there", async ({ page }) => {
    for (const kind of ["inside-the-server", "same-again"]) {
      await openAlive(page, await onDisk(fixture("demos"), `${kind}/index.html`));
      const words = await page.locator("main").evaluate((main) => main.textContent);
      expect(words, kind).not.toMatch(/is a service worker|a service worker may/);
    }
  });

  test("claims no cycle that brought it", async ({ page }) => {
    await openAlive(page, await onDisk(fixture("demos"), "this-page/index.html"));
    const demo = page.getByRole("group", { name: "Its own cycle" });
    await expect(demo).toContainText("A page that is opened from a disk came by no cycle.");
  });
});

test("an address whose last part has a dot names a file, so no slash is added to it", async ({ page, site }) => {
  const address = new URL("view.aspx?file=index.html", site.url).href;
  await page.route(address, async (route) => {
    const response = await route.fetch({ url: site.url });
    await route.fulfill({ response });
  });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(page.url()).toBe(address);
});

test.describe("a page that was saved while it was used", () => {
  test.use({ expected: /file:|\.(?:js|svg) csp$|Content Security Policy/ });

  test("shows what had come, and no controls that would do nothing", async ({ open, page }) => {
    await open();
    const first = page.locator("demo-exchange").first();
    await first.scrollIntoViewIfNeeded();
    await first.getByRole("button", { name: "Send", exact: true }).click();
    await expect(first).toHaveAttribute("data-state", "done");
    const folder = await mkdtemp(join(tmpdir(), "saved-"));
    await writeFile(join(folder, "saved.html"), await page.content());
    await page.goto(pathToFileURL(join(folder, "saved.html")).href);
    await expect(page.locator("demo-exchange").first()).toHaveAttribute("data-state", "done");
    await expect(
      page
        .locator("main")
        .getByRole("button")
        .filter({ visible: true, hasNot: page.locator("summary") }),
    ).toHaveCount(0);
    await rm(folder, { recursive: true });
  });
});
