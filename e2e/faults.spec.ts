import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import type { Exchange } from "../src/http/exchange.ts";
import { protocolVersion } from "../src/lab/protocol.ts";
import { expect, test } from "./lab-site.ts";

// What the lab does in each case that a browser or a host can bring about, by real means wherever there are any.

const send = (page: Page, line: string, content = "") =>
  page.evaluate(([line, content]) => bench.send(line, content), [line, content] as const);

const host = (page: Page) => page.evaluate(async () => (await bench.connect()).host);
const reason = (page: Page) => page.evaluate(async () => (await bench.connect()).reason);
const notice = (page: Page) => page.evaluate(async () => (await bench.connect()).notice);

const newBook = '{"title": "Dune"}';
const titles = ({ response }: Exchange): string[] =>
  JSON.parse(response?.content ?? "[]").map(({ title }: { title: string }) => title);

/** The requests that reached the host and are meant for the mock server. */
const strays = (requests: readonly string[]): string[] =>
  requests.filter((request) => /\/lab\//.test(request) && !/^GET \S*\/lab\/worker\.js$/.test(request));

/** Playwright's own words, and the browser's about what the test brings about. */
const noise =
  /registration blocked|service-?\s?worker|ERR_CACHE_MISS|ERR_FAILED|worker\.js|fetching the script|behind a redirect|MIME type/i;

test.use({ expected: noise });

test.afterEach(({ site }) => {
  expect(strays(site.requests), "no request for the mock server reaches the host").toEqual([]);
});

test("as a rule the server runs in the worker, and only the worker's file is asked of the host", async ({
  openLab,
  page,
  site,
}) => {
  await openLab();
  const before = site.requests.length;
  expect((await send(page, "GET /books")).response?.status).toBe(200);
  expect(await host(page)).toBe("worker");
  expect(await reason(page)).toBeNull();
  expect(await notice(page)).toBeNull();
  expect(site.requests.slice(before)).toEqual(["GET /lab/worker.js"]);
});

async function expectInPage(page: Page, why: RegExp): Promise<void> {
  const exchange = await send(page, "POST /books", newBook);
  expect(exchange.host).toBe("page");
  expect(exchange.response?.status).toBe(201);
  expect(titles(await send(page, "GET /books"))).toContain("Dune");
  expect(await reason(page)).toMatch(why);
}

test.describe("where service workers are blocked", () => {
  test.use({ serviceWorkers: "block" });

  test("the server runs in the page", async ({ openLab, page }) => {
    await openLab();
    await expectInPage(page, /does not allow the service worker/);
  });
});

for (const [what, fault, why] of [
  ["404 for the worker's file", { status: 404 }, /could not be loaded/],
  ["the worker's file as plain text", { type: "text/plain" }, /does not allow the service worker/],
  ["500 for the worker's file", { status: 500 }, /could not be loaded/],
  ["a redirect for the worker's file", { status: 302, fields: { Location: "moved.js" } }, /does not allow/],
  ["a field that refuses the worker its scope", { fields: { "Service-Worker-Allowed": "/moved/" } }, /does not allow/],
] as const) {
  test.describe(`where the host sends ${what}`, () => {
    test.use({ faults: { "/lab/worker.js": fault } });

    test("the server runs in the page", async ({ openLab, page }) => {
      await openLab();
      await expectInPage(page, why);
    });
  });
}

for (const [what, refuse, why] of [
  [
    "throws when asked for service workers",
    () => {
      Object.defineProperty(navigator, "serviceWorker", {
        get: () => {
          throw new DOMException("no", "SecurityError");
        },
      });
    },
    /does not allow/,
  ],
  [
    "has no service workers at all",
    () => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    },
    /offers no service worker/,
  ],
  [
    "never starts the worker",
    () => {
      navigator.serviceWorker.register = () => new Promise(() => {});
    },
    /did not start in time/,
  ],
  [
    "has no channels",
    () => {
      delete (globalThis as { BroadcastChannel?: unknown }).BroadcastChannel;
    },
    /no channel/,
  ],
] as const) {
  test(`where a browser ${what}, the server runs in the page`, async ({ openLab, page }) => {
    await page.addInitScript(refuse);
    await openLab();
    await expectInPage(page, why);
  });
}

test.describe("where storage is blocked too", () => {
  test.use({ serviceWorkers: "block" });

  test("the page keeps the data and says for how long", async ({ openLab, page }) => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
    await openLab();
    await expectInPage(page, /does not allow/);
    expect(await notice(page)).toMatch(/lasts as long as this page/);
  });

  test("a database that never answers counts as blocked", async ({ openLab, page }) => {
    await page.addInitScript(() => {
      indexedDB.open = () => ({}) as IDBOpenDBRequest;
    });
    await openLab();
    await expectInPage(page, /does not allow/);
    expect(await notice(page)).toMatch(/lasts as long as this page/);
  });
});

test("where the worker cannot use its database, it works and says that it forgets", async ({
  openLab,
  page,
  folder,
}) => {
  const file = join(folder, "lab/worker.js");
  const code = await readFile(file, "utf8");
  await writeFile(file, `indexedDB.open = () => { throw new DOMException("no", "SecurityError"); };\n${code}`);
  await openLab();
  expect((await send(page, "POST /books", newBook)).response?.status).toBe(201);
  expect(titles(await send(page, "GET /books"))).toContain("Dune");
  expect(await notice(page)).toMatch(/forgotten after some seconds/);
});

/** A session with the developer tools' own protocol. */
async function tools(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  return session;
}

test("where the disk is full, the worker works and says that it forgets", async ({ openLab, page, site }) => {
  const session = await tools(page);
  await openLab();
  await send(page, "GET /books");
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.url).origin, quotaSize: 1 });
  expect((await send(page, "POST /books", newBook)).response?.status).toBe(201);
  expect(titles(await send(page, "GET /books"))).toContain("Dune");
  expect(await notice(page)).toMatch(/forgotten after some seconds/);
});

test("after a hard reload the worker answers", async ({ openLab, page }) => {
  const session = await tools(page);
  await openLab();
  await send(page, "GET /books");
  const loaded = page.waitForEvent("load");
  await session.send("Page.reload", { ignoreCache: true });
  await loaded;
  await page.waitForFunction(() => "bench" in globalThis);
  expect((await send(page, "GET /books")).host).toBe("worker");
});

test("with “Bypass for network” on from the start, the server runs in the page", async ({ openLab, page }) => {
  const session = await tools(page);
  await session.send("Network.enable");
  await session.send("Network.setBypassServiceWorker", { bypass: true });
  await openLab();
  await expectInPage(page, /pass the service worker by/);
});

test("“Bypass for network” switched on later moves the server into the page, with its data", async ({
  openLab,
  page,
}) => {
  const session = await tools(page);
  await openLab();
  await page.evaluate(() => bench.listen("reader"));
  await send(page, "POST /books", newBook);
  await session.send("Network.enable");
  await session.send("Network.setBypassServiceWorker", { bypass: true });
  const second = await send(page, "POST /books", '{"title": "Emma"}');
  expect(second.host).toBe("page");
  expect(second.response?.status).toBe(201);
  expect(titles(await send(page, "GET /books")).slice(3)).toEqual(["Dune", "Emma"]);
  const heard = await page.evaluate(() => bench.reports.map(({ host, request }) => `${host} ${request.method}`));
  expect(heard).toEqual(["worker POST", "page POST", "page GET"]);
});

test("site data cleared while the page is open: the next request finds a fresh library", async ({
  openLab,
  page,
  site,
}) => {
  const session = await tools(page);
  await openLab();
  await send(page, "POST /books", newBook);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(site.url).origin, storageTypes: "all" });
  const after = await send(page, "GET /books");
  expect(after.response?.status).toBe(200);
  expect(titles(after)).toHaveLength(3);
  expect((await send(page, "POST /books", newBook)).response?.status).toBe(201);
  expect(titles(await send(page, "GET /books"))).toHaveLength(4);
});

for (const [what, forget] of [
  [
    "site data cleared",
    (session: CDPSession, origin: string) =>
      session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" }),
  ],
  [
    "the worker unregistered",
    (session: CDPSession) =>
      session.send("Runtime.evaluate", {
        expression: "navigator.serviceWorker.getRegistration('lab/').then((registration) => registration.unregister())",
        awaitPromise: true,
      }),
  ],
] as const) {
  test(`${what} while a page of the small browser is open: its links, forms and buttons reach the mock server only`, async ({
    openLab,
    page,
    site,
  }) => {
    const session = await tools(page);
    await openLab();
    const browser = page.locator("mini-browser");
    const inside = browser.locator("iframe").contentFrame();
    const status = browser.getByRole("status");
    // What the status says may be of the page before, until this one has come with its style sheet.
    const press = async (name: string) => {
      await browser.getByRole("button", { name }).click();
      await expect(browser).toHaveAttribute("data-state", "done");
    };
    const open = async (target: string) => {
      await browser.getByLabel("Address").fill(target);
      await press("Go");
      await expect(status).toHaveText(/^200 OK/);
      await forget(session, new URL(site.url).origin);
    };
    await open("/books");
    await inside.getByRole("link", { name: "Search" }).click();
    await expect(status).toHaveText("200 OK. Shown: Search – library.example.");
    await open("/books");
    await inside.getByLabel("Title").fill("Dune");
    await inside.getByRole("button").last().click();
    await expect(status).toHaveText(/^200 OK\. Shown: (Dune|Books) – library\.example\.$/);
    await open("/books");
    await press("Reload");
    await expect(status).toHaveText("200 OK. Shown: Books – library.example.");
    await open("/books");
    await press("Back");
    await expect(status).toHaveText(/^200 OK\. Shown: /);
    await expect(browser).toHaveAttribute("data-host", "worker");
  });
}

test("the worker stopped between two requests starts again, with its data", async ({ openLab, page }) => {
  const session = await tools(page);
  await openLab();
  for (const title of ["Dune", "Emma"]) {
    await session.send("ServiceWorker.stopAllWorkers");
    expect((await send(page, "POST /books", JSON.stringify({ title }))).response?.status).toBe(201);
  }
  await session.send("ServiceWorker.stopAllWorkers");
  expect(titles(await send(page, "GET /books")).slice(3)).toEqual(["Dune", "Emma"]);
  expect(await host(page)).toBe("worker");
});

test("the worker stopped while it answers: the request is sent again, and does its work once", async ({
  openLab,
  page,
}) => {
  const session = await tools(page);
  await openLab();
  await page.evaluate(async () => {
    const lab = await bench.connect();
    await lab.configure("reader", { off: false, network: 0, server: 1500, held: false });
    await bench.listen("reader");
  });
  for (const [line, content] of [
    ["GET /books", ""],
    ["POST /books", newBook],
  ] as const) {
    const started = page.waitForRequest(/\/books$/);
    const pending = send(page, line, content);
    await started;
    await session.send("ServiceWorker.stopAllWorkers");
    const { response, failure } = await pending;
    if (response) expect(response.status).toBeLessThan(300);
    else expect(failure?.text).toMatch(/the server did its work/);
  }
  await page.evaluate(async () =>
    (await bench.connect()).configure("reader", {
      off: false,
      network: 0,
      server: 0,
      held: false,
    }),
  );
  const books = titles(await send(page, "GET /books"));
  expect(books.filter((title) => title === "Dune")).toHaveLength(1);
});

test("an update that arrives while a page is open takes over, and both pages go on", async ({
  openLab,
  page,
  context,
  folder,
}) => {
  await openLab();
  await send(page, "POST /books", newBook);
  await appendFile(join(folder, "lab/worker.js"), "\n// A later build.\n");
  const second = await context.newPage();
  await openLab(second);
  expect(titles(await send(second, "GET /books"))).toContain("Dune");
  expect((await send(page, "POST /books", newBook)).response?.status).toBe(201);
  expect(titles(await send(second, "GET /books"))).toHaveLength(5);
  expect([await host(page), await host(second)]).toEqual(["worker", "worker"]);
});

test("two tabs on two versions: the newer page brings its worker, and the older one goes on in the page", async ({
  openLab,
  page,
  context,
  folder,
}) => {
  await openLab();
  await send(page, "POST /books", newBook);
  for (const name of ["lab/worker.js", "lab-page.js"]) {
    const file = join(folder, name);
    const code = await readFile(file, "utf8");
    expect(code).toContain(`\`${protocolVersion}\``);
    await writeFile(file, code.replaceAll(`\`${protocolVersion}\``, "`later`"));
  }
  const newer = await context.newPage();
  await openLab(newer);
  const there = await send(newer, "POST /books", '{"title": "Emma"}');
  expect([there.host, there.response?.status]).toEqual(["worker", 201]);
  const here = await send(page, "GET /books");
  expect(here.host).toBe("page");
  expect(await reason(page)).toMatch(/another version of this lesson/);
  expect(titles(here).slice(3)).toEqual(["Dune", "Emma"]);
  expect((await send(newer, "GET /books")).host).toBe("worker");
});

test("without a connection, a lab that was used before works", async ({ openLab, page, context }) => {
  await openLab();
  await send(page, "GET /books");
  await context.setOffline(true);
  expect((await send(page, "POST /books", newBook)).response?.status).toBe(201);
  expect(await host(page)).toBe("worker");
});

test.describe("without a connection from the first use on", () => {
  test.use({ expected: /ERR_INTERNET_DISCONNECTED|unknown error|fetching the script|imported module/i });

  test("the reader is told why, and what to do", async ({ openLab, page, context }) => {
    await openLab();
    await context.setOffline(true);
    const told = await send(page, "GET /books").catch((error: Error) => error.message.split("\n", 1).join());
    expect(told).toMatch(/could not be loaded.*Reload the page when you are online\.$/);
    await context.setOffline(false);
    expect((await send(page, "GET /books")).response?.status).toBe(200);
  });
});

test("two copies of the site on one origin keep their data apart", async ({ openLab, page, site, context }) => {
  await openLab();
  await send(page, "POST /books", newBook);
  const other = await context.newPage();
  await other.goto(`${site.url}other/`);
  await other.waitForFunction(() => "bench" in globalThis);
  expect(titles(await send(other, "GET /books"))).toHaveLength(3);
  await other.evaluate(async () => (await bench.connect()).reset());
  expect(titles(await send(page, "GET /books"))).toHaveLength(4);
});
