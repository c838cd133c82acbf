import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { copyProject } from "../project-copy.ts";

// What an editor sees while they write, in a copy of the project with two pages of content: one is a draft.

const start = page("The start", "", "The first words.");
const draft = page("Caching", "draft: true\n", "## Freshness\n\nWords about caches.");

function page(title: string, more: string, body: string): string {
  return `---\ntitle: ${title}\ndescription: What it is about.\n${more}---\n\n${body}\n`;
}

interface Project {
  write(file: string, source: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Runs a command of Astro. Its output grows in `said`. */
  astro(...command: string[]): { readonly process: ChildProcess; readonly said: () => string };
  /** What `npm run check` says, line by line. */
  check(): readonly string[];
  read(file: string): Promise<string>;
  has(file: string): boolean;
}

const test = base.extend<{ project: Project }>({
  project: async ({ browserName: _ }, use) => {
    const folder = await copyProject();
    const started: ChildProcess[] = [];
    const project: Project = {
      write: (file, source) => writeFile(join(folder, "content", file), source),
      remove: (file) => unlink(join(folder, "content", file)),
      read: (file) => readFile(join(folder, "dist", file), "utf8"),
      check: () => {
        const { stdout } = spawnSync(process.execPath, ["src/authoring/commands/check-content.ts"], {
          cwd: folder,
          encoding: "utf8",
        });
        return stdout.trim().split("\n");
      },
      has: (file) => existsSync(join(folder, "dist", file)),
      astro: (...command) => {
        const env = { ...process.env, SITE_URL: "https://school.example/http/", ASTRO_TELEMETRY_DISABLED: "1" };
        const child = spawn(process.execPath, ["node_modules/astro/bin/astro.mjs", ...command], { cwd: folder, env });
        let output = "";
        const collect = (chunk: Buffer): void => {
          output += chunk;
        };
        for (const stream of [child.stdout, child.stderr]) stream.on("data", collect);
        started.push(child);
        return { process: child, said: () => output };
      },
    };
    await project.write("index.mdx", start);
    await project.write("caching.mdx", draft);
    await use(project);
    for (const child of started.filter(({ exitCode }) => exitCode === null)) {
      child.kill();
      await new Promise((ended) => child.once("close", ended));
    }
    await rm(folder, { recursive: true });
  },
});

test.setTimeout(240_000);

/** What lies over a page that has mistakes. */
const banner = (browser: Page) => browser.getByRole("alert");
/** A busy machine takes its time. */
const soon = { timeout: 20_000 };

const request = (target: string) => `## Asked\n\n\`\`\`http send\nGET ${target}\n\n?? status == 200\n\`\`\``;

test("while a page has mistakes, it stays as it last was, with them over it in the words of the check, until they are mended", async ({
  project,
  page: browser,
}) => {
  const said = await openDev(project, browser);
  await expect(browser.getByText("The first words.")).toBeVisible();

  await project.write("index.mdx", page("The start", "", "Other words."));
  await expect(browser.getByText("Other words.")).toBeVisible(soon);

  const mistake = "content/index.mdx:11:1: expected status == 200; found “404”";
  await project.write("index.mdx", page("The start", "", request("/books/99")));
  await expect(banner(browser)).toContainText(mistake, soon);
  await expect(browser.getByText("Other words.")).toBeVisible();
  await expect.poll(said).toContain(mistake);
  expect(project.check()[0]).toBe(mistake);

  await project.write("index.mdx", page("The start", "", request("/books/1")));
  await expect(browser.getByRole("button", { name: "Send", exact: true })).toBeVisible(soon);
  await expect(banner(browser)).toHaveCount(0);

  await project.write("index.mdx", page("*The start*", "", "{Text."));
  await expect(banner(browser)).toContainText("content/index.mdx:2:13: expected double quotes around a text", soon);
  await expect(banner(browser)).toContainText("content/index.mdx:6:1: expected a closing brace");
  await expect(browser.getByRole("button", { name: "Send", exact: true })).toBeVisible();

  const link = "content/index.mdx:6:1: expected a link to a page that is in the built site";
  await project.write("index.mdx", page("The start", "", "[Caching](./caching.mdx)"));
  await expect(banner(browser)).toContainText(link, soon);
  await project.write("caching.mdx", draft.replace("draft: true\n", ""));
  await expect(browser.getByRole("paragraph").getByRole("link", { name: "Caching" })).toBeVisible(soon);
  await expect(banner(browser)).toHaveCount(0);
  await project.write("caching.mdx", draft);
  await expect(banner(browser)).toContainText(link, soon);
  expect(said()).not.toMatch(/^\s+at |Stack trace/m);
});

test("each page that has mistakes tells its own, whether or not it was ever good, and all others stay up", async ({
  project,
  page: browser,
}) => {
  await project.write("never.mdx", page("Never good", "", "<Foo />"));
  await openDev(project, browser);
  await project.write("index.mdx", page("The start", "", "{Text."));
  await expect(banner(browser)).toContainText("1 mistake.", soon);
  await expect(banner(browser)).toContainText("content/index.mdx:6:1: expected a closing brace");
  await visit(browser, "/never/");
  await expect(banner(browser)).toContainText("content/never.mdx:6:1: expected one of");
  await expect(banner(browser)).not.toContainText("index.mdx");
  await visit(browser, "/caching/");
  await expect(browser.getByText("Words about caches.")).toBeVisible();
  await expect(banner(browser)).toHaveCount(0);
  await visit(browser, "/never/");
  await project.write("never.mdx", page("Never good", "", "Good at last."));
  await expect(browser.getByText("Good at last.")).toBeVisible(soon);
});

test("a reader's place in a page is kept while a mistake comes and goes, also where nothing of the page was known", async ({
  project,
  page: browser,
}) => {
  const lines = Array.from({ length: 200 }, (_, index) => `Line ${index}.`).join("\n\n");
  await project.write("index.mdx", page("The start", "", lines));
  await project.write("caching.mdx", page("Caching", "", "<Foo />"));
  const line = browser.getByText("Line 150.");
  await openDev(project, browser);
  // A server that has just begun may load the page once more before its scripts are there.
  await expect(async () => {
    await line.evaluate((each) => each.scrollIntoView({ block: "center" }));
    await browser.reload({ timeout: 5_000 });
    await expect(line).toBeInViewport({ timeout: 2_000 });
  }).toPass(soon);
  const top = await browser.evaluate(() => scrollY);
  await project.write("index.mdx", page("The start", "", `${lines}\n\n<Foo />`));
  await expect(banner(browser)).toBeVisible(soon);
  await expect(line).toBeInViewport();
  await project.write("index.mdx", page("The start", "", `${lines}\n\nThe end.`));
  await expect(browser.getByText("The end.")).toBeAttached(soon);
  await expect(line).toBeInViewport();

  await visit(browser, "/caching/");
  await expect(async () => {
    await browser.evaluate((to) => scrollTo(0, to), top);
    await browser.reload();
    expect(await browser.evaluate(() => scrollY)).toBe(top);
  }).toPass(soon);
  await expect(banner(browser)).toBeVisible();
  await project.write("caching.mdx", page("Caching", "", lines));
  await expect(line).toBeAttached(soon);
  await expect(line).toBeInViewport();
});

test("a new page, a picture beside it and a new resource are there without a restart, and a page whose file is gone says so", async ({
  project,
  page: browser,
}) => {
  const said = await openDev(project, browser);
  const sections = browser.getByRole("navigation", { name: "Site" });
  await project.write("doors.mdx", page("Doors", "", "![A door](./door.svg)"));
  await sections.getByRole("link", { name: "Doors" }).click(soon);
  await expect(banner(browser)).toContainText("content/doors.mdx:6:1: expected a file at ./door.svg", soon);
  await project.write(
    "door.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A door</title><path d="M0 0h9v9z"/></svg>',
  );
  await expect(browser.getByRole("img", { name: "A door" })).toBeVisible(soon);

  const door = "```http resource\nGET /door\n\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nCome in.\n```";
  await project.write("doors.mdx", page("Doors", "", `${request("/door")}\n\n${door}`));
  const exchange = browser.locator("demo-exchange");
  await expect(async () => {
    await exchange.getByRole("button", { name: "Send", exact: true }).click({ timeout: 5_000 });
    await expect(exchange).toHaveAttribute("data-state", "done", { timeout: 5_000 });
  }).toPass(soon);
  await expect(exchange).toHaveAttribute("data-host", "worker");
  await expect(exchange).toContainText("Come in.");

  await project.remove("doors.mdx");
  await expect(browser.getByText("There is no page at this address any more: content/doors.mdx is gone.")).toBeVisible(
    soon,
  );
  const first = browser.getByRole("link", { name: "The first page" });
  await expect(async () => {
    // A reload may come between, and the server may take its time with the page that the link leads to.
    if (await first.isVisible()) await first.click({ timeout: 5_000 });
    await expect(browser.getByText("The first words.")).toBeVisible({ timeout: 5_000 });
  }).toPass(soon);
  await expect(sections.getByRole("link", { name: "Doors" })).toHaveCount(0, soon);
  expect(said()).not.toMatch(/^\s+at |Stack trace/m);
});

test("a draft shows while it is written, and is nowhere in the built site", async ({ project, page: browser }) => {
  await openDev(project, browser);
  await browser.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Caching" }).click();
  await expect(browser.getByText("Draft: this page is not in the built site.")).toBeVisible(soon);

  await ended(project.astro("build").process);
  const everywhere = [await project.read("index.html"), await project.read("sitemap.xml")].join("\n");
  expect(everywhere).toContain("The first words.");
  expect(everywhere).not.toMatch(/caching/i);
  expect(everywhere, "nothing of the editor's loop").not.toMatch(/keep-place|mistakes|@vite/);
  expect(["caching/index.html", "pictures/caching.png"].filter(project.has)).toEqual([]);
  expect(everywhere).toContain('<meta property="og:image" content="https://school.example/http/pictures/index.png">');
  expect(project.has("pictures/index.png")).toBe(true);

  await project.write("index.mdx", page("The start", "", "[Caching](./caching.mdx)"));
  const failed = project.astro("build");
  expect(await ended(failed.process)).not.toBe(0);
  expect(failed.said()).toContain(
    "content/index.mdx:6:1: expected a link to a page that is in the built site; found ./caching.mdx, but content/caching.mdx says “draft: true”",
  );
});

test("a page that cannot be served or read takes no other page down, and the check, the terminal and the build say so alike", async ({
  project,
  page: browser,
}) => {
  const said = await openDev(project, browser);
  const name =
    "content/50%.mdx:1:1: expected a name of the letters a to z, digits and hyphens, such as 50; found “50%”";
  const quote =
    'content/quotes.mdx:6:15: expected straight quotes around the value: claim="x"; found “, a quote as word processors make it';
  const picture =
    "content/quotes.mdx:10:1: expected a picture that can be read; found shelf.png, which is damaged or is not what its ending says";
  await project.write("50%.mdx", page("Half", "", "Half of it."));
  await project.write("shelf.png", "This is no picture.");
  await project.write(
    "quotes.mdx",
    page("Quotes", "", "<Belief claim=“x”>\n**False.** Text.\n</Belief>\n\n![A shelf](./shelf.png)"),
  );
  await expect.poll(said, soon).toContain(name);
  await visit(browser, "/");
  await expect(browser.getByText("The first words.")).toBeVisible();

  await browser.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Quotes" }).click();
  await expect.poll(said, soon).toContain(`${quote}\n${picture}`);
  expect(project.check().slice(0, -2)).toEqual([name, quote, picture]);

  const failed = project.astro("build");
  expect(await ended(failed.process)).not.toBe(0);
  expect(failed.said()).toContain([name, quote, picture].join("\n"));
  expect(failed.said()).not.toMatch(/^\s+at |Stack trace/m);
});

test("what is said beside messages changes with its file, whose mistakes lie over the page that shows it", async ({
  project,
  page: browser,
}) => {
  const entry = (sentence: string) => `## Content-Type\n\n${sentence}\n\nRFC 9110, section 8.3\n`;
  await project.write("index.mdx", page("The start", "", request("/books/1")));
  await project.write("reference.mdx", page("Reference", "", '<Reference of="fields" />'));
  await project.write("reference/fields.md", entry("How to read it."));
  const said = await openDev(project, browser);
  const exchange = browser.locator("demo-exchange");
  await expect(exchange).toContainText("How to read it.");
  await project.write("reference/fields.md", entry("So it is read."));
  await expect(exchange).toContainText("So it is read.", soon);
  await expect(exchange).not.toContainText("How to read it.");

  await visit(browser, "/reference/");
  await expect(browser.getByRole("definition")).toContainText("So it is read.");
  const mistake =
    "content/reference/fields.md:3:1: expected a sentence with a capital letter and a full stop; found “So it is read”";
  await project.write("reference/fields.md", entry("So it is read"));
  await expect(banner(browser)).toContainText(mistake, soon);
  await expect(browser.getByRole("definition")).toContainText("So it is read.");
  await expect.poll(said).toContain(mistake);
  expect(project.check()[0]).toBe(mistake);
  await project.write("reference/fields.md", entry("It is read so."));
  await expect(browser.getByRole("definition")).toContainText("It is read so.", soon);
  await expect(banner(browser)).toHaveCount(0);
});

/** Starts the editor's loop and opens its first page. Gives what the terminal says. */
async function openDev(project: Project, browser: Page): Promise<() => string> {
  const { said } = project.astro("dev", "--host", "127.0.0.1", "--port", "0");
  const address = /http:\/\/127\.0\.0\.1:\d+\//;
  await expect.poll(said, { timeout: 60_000 }).toMatch(address);
  await browser.goto(address.exec(said())?.[0] ?? "");
  return said;
}

/** The editor's loop may be reloading a page at that very moment, which ends a visit by hand. */
function visit(browser: Page, path: string): Promise<void> {
  const { href } = new URL(path, browser.url());
  return expect(async () => {
    // A reload of its own may overtake it, and then nothing comes of it.
    await browser.goto(href, { timeout: 5_000 });
    await expect(browser).toHaveURL(href);
  }).toPass(soon);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", resolve));
}
