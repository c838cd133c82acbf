import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { listFiles } from "../src/build/list-files.ts";
import { notUpgraded } from "./in-page.ts";
import { type Place, places, slashlessPlaces, whyNot } from "./places.ts";
import { test as base, expect, pages } from "./site.ts";

// One dist/, copied as it is to two folders of one origin, on hosts that nobody configured for it.

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const sites = ["one/", "two/deep/"];

/** What each kind of file must be called, or browsers would not take it for that. */
const types: Readonly<Record<string, RegExp>> = {
  ".html": /^text\/html/,
  ".js": /^(?:text|application)\/javascript/,
  ".json": /^application\/json/,
  ".svg": /^image\/svg\+xml/,
};

/** The folder of the copies, made anew for each place. */
let copies = "";

const test = base.extend<{ place: Place | undefined }>({
  place: [undefined, { option: true }],
  site: async ({ place }, use) => {
    const host = await place?.start(copies, sites);
    // These hosts keep no record of requests.
    if (host) await use({ ...host, requests: [] });
    await host?.close();
  },
});

base("no file has a name that Jekyll leaves out", async () => {
  const files = await listFiles(dist);
  expect(files.filter((file) => /(^|\/)[_.#]|~$/.test(file))).toEqual([]);
});

for (const place of [...places, ...slashlessPlaces]) {
  test.describe(place.name, () => {
    // In one worker, where the program is looked for once.
    test.describe.configure({ mode: "default" });
    test.use({ place });
    test.beforeAll(async () => {
      test.setTimeout(300_000);
      const missing = whyNot(place);
      test.skip(missing !== null, missing ?? "");
      copies = await mkdtemp(join(tmpdir(), "places-"));
      for (const copy of sites) await cp(dist, join(copies, copy), { recursive: true });
    });
    test.afterAll(() => rm(copies, { recursive: true, force: true }));

    if (places.includes(place)) {
      test("both copies come whole: each file as it is, and called what browsers take it for", async ({ site }) => {
        // What an unknown address brings is tried below.
        for (const file of (await listFiles(dist)).filter((file) => file !== "404.html")) {
          const content = await readFile(join(dist, file));
          for (const copy of sites) {
            const address = copy + addressOf(file);
            const answer = await fetch(site.url + address);
            expect(answer.status, address).toBe(200);
            expect(answer.headers.get("content-type"), address).toMatch(types[extname(file)] ?? /./);
            expect(
              answer.headers.get("content-security-policy"),
              `what ${address} may do is its own to say`,
            ).toBeNull();
            expect(Buffer.from(await answer.arrayBuffer()).equals(content), `${address} as it is`).toBe(true);
          }
        }
      });

      test("both copies' demos work at once, each with its own data, also where an address lacks its closing slash", async ({
        page,
        context,
        site,
      }) => {
        const opened = [page, await context.newPage()] as const;
        await opened[0].goto(`${site.url}one/`);
        await opened[1].goto(`${site.url}two/deep?a=b#start`);
        await expect(opened[1]).toHaveURL(slashAdded(place, site.url));
        for (const here of opened) await expect.poll(() => here.evaluate(notUpgraded, 0)).toEqual([]);
        for (const turn of ["/books/4", "/books/5"]) {
          for (const here of opened) await addBook(here, turn);
        }
      });
    }

    // Where the files are the same, so is what a browser makes of them: all pages are opened on one host.
    if (place === places.at(-1)) {
      test("the copy in two/deep/ comes whole: each page with its assets, and each link leads to a file", async ({
        page,
        site,
        request,
      }) => {
        const addresses = new Set((await listFiles(dist)).map((file) => `${site.url}two/deep/${addressOf(file)}`));
        const followed = new Set<string>();
        for (const target of pages.filter((target) => target !== "404.html")) {
          await page.goto(`${site.url}two/deep/${target}`);
          for (const link of (await links(page)).filter((link) => !followed.has(link))) {
            followed.add(link);
            expect(addresses, `linked from ${page.url()}`).toContain(link);
            expect((await request.get(link)).status(), `${link}, linked from ${page.url()}`).toBe(200);
          }
        }
      });
    }

    if (place.byRecipe) {
      test("copies of what never changes live long, and all else is asked for again", async ({ site, request }) => {
        const asset = (await listFiles(join(dist, "assets")))[0];
        const lives = async (path: string) => (await request.get(site.url + path)).headers()["cache-control"];
        expect(await lives(`one/assets/${asset}`)).toBe("max-age=31536000");
        for (const path of ["one/", "two/deep/glossary/", "one/lab/worker.js"]) {
          expect(await lives(path), path).toBe("no-cache");
        }
        const page = await request.get(`${site.url}one/`, { headers: { "Accept-Encoding": "gzip" } });
        expect(page.headers()).toMatchObject({
          "content-encoding": "gzip",
          "content-type": expect.stringMatching(/^text\/html; charset=utf-8$/i),
        });
      });
    }

    test.describe(() => {
      // A page at an address without its slash looks for its style sheet in the wrong place before it moves on.
      test.use({ expected: /^status code 404: (GET|HEAD) |MIME type/ });

      if (place.addsSlash && !places.includes(place)) {
        test("an address without its closing slash leads to the lesson", async ({ page, site }) => {
          await page.goto(`${site.url}two/deep?a=b#start`);
          await expect(page).toHaveURL(slashAdded(place, site.url));
          await addBook(page, "/books/4");
        });
      }

      test("an unknown address at any depth leads home", async ({ page, site }) => {
        const astray = place.sends404
          ? ["one/nowhere", "two/deep/no/where/at/all/"]
          : ["one/404.html", "two/deep/404.html"];
        for (const path of astray) {
          await page.goto(site.url + path);
          await expect(page.getByRole("heading", { level: 1 })).toContainText("404");
          await page.getByRole("link", { name: "Go to the lesson" }).click();
          await expect(page).toHaveURL(site.url + sites[astray.indexOf(path)]);
        }
      });
    });
  });
}

/** Where a built file is found, from the root of the site. */
const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

/** Where `two/deep?a=b#start` leads on a host, or by the page that comes from there. */
const slashAdded = ({ dropsQuery }: Place, url: string): string => `${url}two/deep/${dropsQuery ? "" : "?a=b"}#start`;

/** The addresses within the site that a page links, without fragments. */
function links(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href]"), ({ href }) =>
      href.replace(/#.*/, ""),
    );
    return [...new Set(all)].filter((href) => href.startsWith(location.origin));
  });
}

/** A reader writes a request that adds a book, whatever the page's says, and the worker answers with its address. */
async function addBook(page: Page, address: string): Promise<void> {
  const exchange = page.locator("demo-exchange").first();
  const editor = exchange.getByRole("textbox");
  if ((await editor.count()) === 0) await exchange.getByRole("button", { name: "Edit" }).click();
  await editor.fill('POST /books\nAccept: application/json\nContent-Type: application/json\n\n{"title": "Dune"}\n');
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange).toHaveAttribute("data-host", "worker");
  await expect(exchange.locator('[data-stage="4"]')).toContainText(address);
}
