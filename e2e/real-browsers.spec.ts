import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Locator, type Page } from "@playwright/test";
import { lesson, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

// The lesson in browsers as readers have set them, and at addresses where readers open it. Nothing here is pretended: the browser
// is a whole one, for one without windows has neither settings nor a back/forward cache.

const launchOptions = {
  executablePath: process.env["E2E_WHOLE_BROWSER"] ?? "",
  args: ["--disable-gpu", "--host-resolver-rules=MAP lesson.example 127.0.0.1"],
  // Playwright switches it off; readers have it.
  ignoreDefaultArgs: ["--disable-back-forward-cache"],
};
test.use({ folder: lesson, launchOptions });

const press = (demo: Locator, name: string) => demo.getByRole("button", { name, exact: true }).click();

/** The demo of that tag, once its code is there. */
async function reach(page: Page, tag: string): Promise<Locator> {
  const demo = page.locator(tag).first();
  await demo.scrollIntoViewIfNeeded();
  await expect(demo.getByRole("button").first()).toBeVisible();
  return demo;
}

/** Sends the lesson's POST; gives the demo, when the answer has come. */
async function addBook(page: Page): Promise<Locator> {
  const exchange = transcript(page, 3);
  await press(exchange, "Send");
  await expect(exchange).toHaveAttribute("data-state", "done");
  return exchange;
}

/** Leaves for another page of the site and comes back; the page must not have been loaded anew. */
async function leaveAndComeBack(page: Page, url: string, meanwhile: () => Promise<void>): Promise<void> {
  await page.evaluate(() => addEventListener("pageshow", (event) => Object.assign(window, { shown: event })));
  await page.goto(`${url}other/`);
  await meanwhile();
  await page.goBack({ waitUntil: "commit" });
  const isRestored = await page.evaluate(
    () => ((window as never)["shown"] as PageTransitionEvent | undefined)?.persisted,
  );
  expect(isRestored, "the page comes from the back/forward cache").toBe(true);
}

test.describe("at an address without encryption", () => {
  test.use({
    site: async ({ site }, use) => use({ ...site, url: site.url.replace("127.0.0.1", "lesson.example") }),
  });

  test("every demo works inside the page, and says so and why", async ({ open, page, site }) => {
    test.setTimeout(120_000);
    await open();
    expect(await page.evaluate(() => [isSecureContext, "serviceWorker" in navigator])).toEqual([false, false]);
    const because = "inside this page, because the page came without encryption";
    const expectInPage = async (demo: Locator) => {
      await expect(demo).toHaveAttribute("data-host", "page");
      await expect(demo.locator(".host-line")).toContainText(because);
    };

    await test.step("a transcript, and copying, which needs encryption too", async () => {
      const exchange = await addBook(page);
      await expectInPage(exchange);
      await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
      await press(exchange, "Copy");
      await exchange.getByRole("menuitem", { name: "cURL for sh" }).click();
      await expect(exchange.getByRole("status")).toContainText("did not allow copying");
      await expect(exchange.getByRole("status")).toContainText("curl http://127.0.0.1:8080/books");
    });

    await test.step("the player of the cycle, with the server on and off", async () => {
      const demo = await reach(page, "cycle-player");
      await press(demo, "Send");
      await expect(demo.getByRole("status")).toContainText("200 OK");
      await expectInPage(demo);
      await demo.getByRole("combobox").selectOption("Nobody there");
      await press(demo, "Send");
      await expect(demo).toHaveAttribute("data-state", "failed");
    });

    await test.step("the builder of messages, which claims nothing of a browser", async () => {
      const demo = await reach(page, "message-builder");
      await press(demo, "Send");
      await expect(demo.getByRole("status")).toHaveText(
        /^200 OK.* The server saw no more fields than you see below\.$/,
      );
      await expectInPage(demo);
      await expect(demo.locator(".seen")).toContainText("every line as it was built");
    });

    await test.step("the way through the server", async () => {
      const demo = await reach(page, "inside-the-server");
      await press(demo, "Send");
      await press(demo, "All at once");
      await expect(demo.getByRole("row", { name: "books/5" })).toContainText("Dune");
      await expectInPage(demo);
      await expect(demo).toContainText("Here the server is a part of this page, for no service worker answers.");
      await demo.locator(".result").getByText("The source of addBook").click();
      await expect(demo.locator(".result .source")).toBeVisible();
    });

    await test.step("the prediction of statuses, with the server off and on", async () => {
      const demo = await reach(page, "guess-the-status");
      const request = demo.getByRole("combobox");
      await request.selectOption("2. Nobody is there");
      await press(demo, "Send");
      await expect(demo).toHaveAttribute("data-state", "failed");
      await request.selectOption("1. It is there");
      await press(demo, "Send");
      await expect(demo.getByRole("status")).toHaveText(/^200 OK/);
      await expectInPage(demo);
      await expect(demo).not.toContainText("Here the server is a service worker");
    });

    await test.step("the small browser: address, link, forms of both methods, redirect, fragment, Back", async () => {
      const demo = await reach(page, "demo-walk");
      const inside = demo.locator("iframe").contentFrame();
      const rows = demo.getByRole("table").locator("tbody tr");
      await press(demo, "Go");
      await expect(rows).toHaveCount(3);
      await expectInPage(demo);
      await inside.getByRole("link", { name: "Search" }).click();
      await expect(rows.filter({ hasText: "Link “Search”" })).toContainText(/GET ?\/search ?200 OK/);
      await inside.getByRole("searchbox").fill("wells");
      await inside.getByRole("searchbox").press("Enter");
      await expect(rows.filter({ hasText: "Form" })).toContainText(/GET ?\/search\?q=wells ?200 OK/);
      await inside.getByRole("link", { name: "Books" }).click();
      await inside.getByRole("link", { name: "Add one" }).click();
      await expect(demo.getByLabel("Address")).toHaveValue("http://library.example/books#add");
      await inside.getByLabel("Title").fill("Emma");
      await inside.getByRole("button", { name: "Add" }).click();
      await expect(rows.filter({ hasText: "POST" })).toContainText(/content: title=Emma.* ?303 See Other/);
      await expect(inside.getByRole("heading", { name: "Emma" })).toBeVisible();
      await press(demo, "Back");
      await expect(inside.getByRole("heading", { name: "Books" })).toBeVisible();
    });

    await test.step("what may come back: a redirect, and nothing", async () => {
      const demo = await reach(page, "what-comes-back");
      const send = async (name: string) => {
        await demo.getByLabel("What comes back?").selectOption(name);
        await press(demo, "Send");
        await expect(demo).toHaveAttribute("data-state", /done|failed/);
      };
      await send("Another address");
      await expect(demo.locator(".promise")).toContainText("status 200, ok true, redirected true");
      await expectInPage(demo);
      await send("Nothing at all");
      await expect(demo.locator("> [role=status]")).toContainText("No response");
    });

    await test.step("the reader as the server: an answer, and hanging up", async () => {
      const demo = await reach(page, "be-the-server");
      await press(demo, "Be the server");
      await expect(demo.getByRole("status")).toHaveText("GET /books/7 waits for your answer.");
      await expectInPage(demo);
      await demo.getByLabel("Content", { exact: true }).fill("<h1>Written by me</h1>");
      await press(demo, "Answer");
      const drawn = demo.locator("mini-browser iframe").contentFrame();
      await expect(drawn.getByRole("heading", { name: "Written by me" })).toBeVisible();
      await press(demo, "Let the client ask again");
      await expect(demo.getByRole("status")).toContainText("waits for your answer");
      await press(demo, "Hang up");
      await expect(demo).toHaveAttribute("data-state", "failed");
    });

    await test.step("two clients", async () => {
      const demo = await reach(page, "two-clients");
      await demo.getByRole("group", { name: "Ada, a client" }).getByRole("button", { name: "Add a book" }).click();
      await expect(demo.getByRole("status")).toContainText("Ada: 201 Created");
      await demo
        .getByRole("group", { name: "Ben, a client" })
        .getByRole("button", { name: "Ask for the list" })
        .click();
      await expect(demo.getByRole("status")).toContainText("Ben: 200 OK");
      await expectInPage(demo);
    });

    await test.step("a cookie", async () => {
      const demo = await reach(page, "same-again");
      await demo.getByRole("checkbox").check();
      await press(demo, "Send");
      await expect(demo.getByRole("status")).toContainText("200 OK");
      await press(demo, "Send");
      await expect(demo.getByRole("status")).toContainText("You are visitor");
      await expectInPage(demo);
    });

    await test.step("and all of it after Back from another page", async () => {
      await leaveAndComeBack(page, site.url, async () => {});
      const exchange = await addBook(page);
      await expectInPage(exchange);
    });
    expect(site.requests.filter((request) => request.includes("/lab/"))).toEqual(["GET /lab/handlers.json"]);
  });
});

test.describe("where the reader blocks cookies and site data", () => {
  test.use({
    context: async ({ browserName: _ }, use) => {
      const profile = await mkdtemp(join(tmpdir(), "profile-"));
      await mkdir(join(profile, "Default"));
      const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
      await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(settings));
      const context = await chromium.launchPersistentContext(profile, launchOptions);
      await use(context);
      await context.close();
      await rm(profile, { recursive: true });
    },
  });

  test("the demos work inside the page, and say how long the data last", async ({ open, page, site }) => {
    await open();
    const denied = await page.evaluate(() => {
      const registered = navigator.serviceWorker.register("lab/worker.js").then(
        () => "",
        ({ name }) => name,
      );
      const opened = new Promise((resolve) => {
        const request = indexedDB.open("any");
        request.onerror = () => resolve(request.error?.name);
        request.onsuccess = () => resolve("");
      });
      return Promise.all([registered, opened]);
    });
    expect(denied).toEqual(["NotSupportedError", "UnknownError"]);
    for (const time of ["at first", "after a reload, when the data are gone"]) {
      await test.step(time, async () => {
        const exchange = await addBook(page);
        await expect(exchange).toHaveAttribute("data-host", "page");
        await expect(exchange.locator(".host-line")).toContainText(
          "from a mock server inside this page, because this browser does not allow the service worker. This browser has no room for the library’s data, or blocks it: what you change lasts as long as this page.",
        );
        await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
        await page.reload();
      });
    }
    const browser = await reach(page, "demo-walk");
    await press(browser, "Go");
    await expect(browser.getByRole("table").locator("tbody tr")).toHaveCount(3);
    await reach(page, "demo-check");
    await expect(page.locator("demo-check")).toContainText("This browser keeps nothing for this site");
    expect(site.requests.filter((request) => request.includes("/lab/"))).toEqual([]);
  });
});

test("a page that comes back from the back/forward cache goes on where it was, its worker stopped meanwhile", async ({
  open,
  page,
  site,
}) => {
  await open();
  const before = await addBook(page);
  await expect(before.locator('[data-stage="4"]')).toContainText("/books/4");
  await leaveAndComeBack(page, site.url, async () => {
    const tools = await page.context().newCDPSession(page);
    await tools.send("ServiceWorker.enable");
    await tools.send("ServiceWorker.stopAllWorkers");
    await tools.detach();
  });
  await expect(before, "the answer of before is still on show").toHaveAttribute("data-state", "done");
  const exchange = await addBook(page);
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/5");
  await expect(exchange).toHaveAttribute("data-host", "worker");
});

test.describe("on an origin whose root has a worker of its own", () => {
  test.use({
    folder: async ({ browserName: _ }, use) => {
      const origin = await mkdtemp(join(tmpdir(), "origin-"));
      await cp(lesson, join(origin, "lesson"), { recursive: true });
      await writeFile(
        join(origin, "index.html"),
        '<!doctype html><link rel="icon" href="data:,"><title>Another</title>',
      );
      // It claims every page, and lies about everything that the lesson's worker is there for.
      await writeFile(
        join(origin, "foreign.js"),
        `addEventListener("install", () => skipWaiting());
         addEventListener("activate", (event) => event.waitUntil(clients.claim()));
         addEventListener("fetch", (event) => {
           if (event.request.url.includes("/lab/")) event.respondWith(new Response("the foreign worker"));
         });`,
      );
      await use(origin);
      await rm(origin, { recursive: true });
    },
  });

  test("the lesson uses its own worker, and leaves the other one and its data alone", async ({ page, site }) => {
    await page.goto(site.url);
    await page.evaluate(async () => {
      const cache = await caches.open("foreign");
      await cache.put("/foreign", new Response("kept"));
      localStorage.setItem("foreign", "kept");
      await navigator.serviceWorker.register("/foreign.js");
      await navigator.serviceWorker.ready;
    });
    await page.goto(`${site.url}lesson/`);
    const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL);
    expect(await controller(), "the foreign worker controls the lesson's page").toBe(`${site.url}foreign.js`);

    const exchange = await addBook(page);
    await expect(exchange).toHaveAttribute("data-host", "worker");
    await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
    const browser = await reach(page, "demo-walk");
    await press(browser, "Go");
    await expect(browser.getByRole("table").locator("tbody tr")).toHaveCount(3);
    await expect(browser).toHaveAttribute("data-host", "worker");

    expect(await controller()).toBe(`${site.url}foreign.js`);
    const found = await page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      const workers = registrations.map(({ scope, active }) => `${scope} ${active?.scriptURL} ${active?.state}`);
      const kept = await (await caches.match("/foreign"))?.text();
      return { workers: workers.sort(), caches: await caches.keys(), kept, stored: localStorage.getItem("foreign") };
    });
    expect(found).toEqual({
      workers: [
        `${site.url} ${site.url}foreign.js activated`,
        `${site.url}lesson/lab/ ${site.url}lesson/lab/worker.js activated`,
      ],
      caches: ["foreign"],
      kept: "kept",
      stored: "kept",
    });
  });
});
