import type { Locator } from "@playwright/test";
import { readRequestLink, requestLink } from "../src/http/export/request-link.ts";
import { accessibilityProblems } from "./accessibility.ts";
import { overflowing } from "./in-page.ts";
import { lesson, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

const send = (exchange: Locator) => exchange.getByRole("button", { name: "Send", exact: true });
const message = 'PUT /books/1 HTTP/1.1\nHost: library.example\nContent-Type: application/json\n\n{"title": "Süß 🐛"}';

for (const host of ["worker", "page"] as const) {
  test.describe(host === "worker" ? "with the server in the worker" : "with the server in the page", () => {
    test.use({
      serviceWorkers: host === "worker" ? "allow" : "block",
      permissions: ["clipboard-read", "clipboard-write"],
      expected: /Service Worker registration blocked by Playwright/,
    });

    test("a copied link opens the edited request in its demo, unsent, and Send sends it", async ({
      open,
      page,
      context,
      site,
    }) => {
      await open();
      const exchange = transcript(page, 3);
      await exchange.getByRole("button", { name: "Edit" }).click();
      await exchange.getByRole("textbox").fill(message);
      await page.keyboard.press("Tab");
      await exchange.getByRole("button", { name: "Copy", exact: true }).focus();
      await page.keyboard.press("Enter");
      await exchange.getByRole("menuitem", { name: "Link" }).focus();
      await page.keyboard.press("Enter");
      await expect(exchange.getByRole("status")).toHaveText(/^Copied as a link\. .*sends nothing\. Who has it/);
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link.startsWith(`${site.url}#request=`)).toBe(true);

      const other = await context.newPage();
      const asked: string[] = [];
      other.on("request", (request) => asked.push(request.url()));
      await other.goto(link);
      const offered = transcript(other, 3);
      const editor = offered.getByRole("textbox");
      await expect(editor).toHaveValue(message);
      await expect(editor).toBeFocused();
      await expect(editor).toBeInViewport();
      await expect(offered.getByRole("status")).toHaveText(
        "This request came from a link and has not been sent. Read it, then press Send.",
      );
      await expect(offered.getByRole("status")).toBeInViewport();
      await expect(offered.getByRole("button", { name: "Edit" })).toHaveAttribute("aria-expanded", "true");
      await expect(offered).toHaveAttribute("data-state", "static");
      expect(
        asked.filter((url) => url.includes("/lab/")),
        "nothing is asked of the mock server",
      ).toEqual([]);
      await send(offered).click();
      await expect(offered.getByRole("status")).toHaveText(/^200 OK/);
      await expect(offered).toHaveAttribute("data-host", host);
      await expect(offered.locator('[data-stage="4"]')).toContainText("Süß 🐛");
    });
  });
}

test("a link brings the library along that its request needs, and makes it only when told so", async ({
  open,
  page,
  browser,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  const [first, other] = [transcript(page, 3), transcript(page, 4)];
  await first.getByRole("button", { name: "Edit" }).click();
  await first.getByRole("textbox").fill("DELETE /books/2 HTTP/1.1\nHost: library.example\n\n");
  await send(first).click();
  await expect(first.getByRole("status")).toHaveText(/^204 /);
  await other.getByRole("button", { name: "Edit" }).click();
  await other.getByRole("textbox").fill("GET /books/2 HTTP/1.1\nHost: library.example\n\n");
  await other.getByRole("button", { name: "Copy", exact: true }).click();
  await other.getByRole("menuitem", { name: "Link" }).click();
  await expect(other.getByRole("status")).toContainText("brings the library along, as the one request that changed it");
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  const offered = transcript(stranger, 4);
  await expect(offered.getByText("DELETE /books/2")).toBeVisible();
  await send(offered).click();
  await expect(offered.getByRole("status"), "nothing was made yet").toHaveText(/^200 OK/);
  await offered.getByRole("button", { name: "Make this library" }).click();
  await expect(offered.getByRole("status")).toHaveText(/^The library is as the link has it/);
  await send(offered).click();
  await expect(offered.getByRole("status")).toHaveText(/^410 Gone/);
  await stranger.context().close();
});

test("a link that was cut on its way says so, and opens no other request", async ({ page, site }) => {
  const hash = requestLink("exchange-1", {
    method: "GET",
    target: "/books/12",
    version: "HTTP/1.1",
    fields: [{ name: "Host", value: "library.example" }],
    content: "",
  });
  await page.goto(site.url + hash.slice(0, -5));
  const status = page.locator("demo-exchange").first().getByRole("status");
  await expect(status).toHaveText(/one that was cut or changed on its way\. Copy the whole link once more\.$/);
  await expect(page.locator("demo-exchange textarea")).toHaveCount(0);
});

test("a link to an open page is read at once, and other places in the page are found as ever", async ({
  page,
  site,
}) => {
  const link = (target: string) =>
    `#request=unknown.${Buffer.from(`GET ${target} HTTP/1.1\r\nHost: library.example\r\n\r\n`).toString("base64url")}`;
  const follow = (hash: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, hash);
  await page.goto(`${site.url}#stage-3`);
  const first = page.locator("demo-exchange").first();
  await expect(page.locator("#stage-3")).toBeInViewport();
  await expect(page.locator("demo-exchange textarea")).toHaveCount(0);
  await follow(link("/books/2"));
  await expect(first.getByRole("textbox"), "a demo that is not there is stood in for by the first").toHaveValue(
    "GET /books/2 HTTP/1.1\nHost: library.example\n\n",
  );
  await follow(link("/books/3"));
  await expect(first.getByRole("textbox")).toHaveValue(/^GET \/books\/3 /);
  await follow("#stage-5");
  await expect(page.locator("#stage-5").getByRole("heading").first()).toBeInViewport();
  await expect(page.locator("demo-exchange textarea")).toHaveCount(1);
  await first.getByRole("button", { name: "Start over" }).click();
  await expect(first.getByRole("textbox")).toHaveCount(0);
});

test("who follows a link within the page stays where it leads while what stands above comes alive, until they scroll", async ({
  page,
  site,
}) => {
  await page.goto(site.url);
  const heading = page.locator("#stage-5").getByRole("heading").first();
  const top = () => heading.evaluate((each) => each.getBoundingClientRect().top);
  const grow = () =>
    page.evaluate(() => {
      // As in a browser without scroll anchoring.
      for (const each of [document.documentElement, document.body]) each.style.setProperty("overflow-anchor", "none");
      const block = document.createElement("div");
      block.style.blockSize = "900px";
      document.querySelector("main")?.prepend(block);
    });
  await page.evaluate(() => {
    location.hash = "#stage-5";
  });
  await expect(heading).toBeInViewport();
  await grow();
  await expect.poll(top).toBeLessThan(200);
  await page.mouse.move(200, 300);
  // A turn of the wheel may meet a scroll of the page's own on its way, and end there: the next does not.
  await expect(async () => {
    await page.mouse.wheel(0, -300);
    await expect.poll(top, { timeout: 1000 }).toBeGreaterThan(200);
  }).toPass();
  const before = await top();
  await grow();
  await expect.poll(top).toBeGreaterThan(before + 800);
});

test("a link that holds no request for the mock server says so, and nothing else happens", async ({ page, site }) => {
  const hashes: readonly (readonly [hash: string, sentence: RegExp])[] = [
    ["#request=exchange-1.R0VU%20", /Expected #request=, a demo’s name.*Copy the whole link once more\.$/],
    [`#request=exchange-1.${"R0VU".repeat(2000)}`, /Expected at most 4000 characters from # on; found 8\d{3}\./],
    [hashOf("TRACE / HTTP/1.1\r\nHost: library.example"), /Expected a method out of GET, .*; found “TRACE”\./],
    [
      hashOf("GET http://bank.example/ HTTP/1.1\r\nHost: library.example"),
      /Expected a request to library\.example.*“bank\.example”\./,
    ],
    [hashOf("GET /books"), /In the link’s message, line 1, column 11: expected .* Ask for a new link\.$/],
  ];
  const status = page.locator("demo-exchange").first().getByRole("status");
  await page.goto(`${site.url}${hashes[0]?.[0]}`);
  const before = site.requests.length;
  for (const [hash, sentence] of hashes) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, hash);
    await expect(status).toHaveText(sentence);
    await expect(status).toHaveText(/^The link to this page should hold a request, and nothing was done with it\. /);
  }
  await expect(status).toBeInViewport();
  await expect(page.locator("demo-exchange textarea")).toHaveCount(0);
  await expect(page.locator("demo-exchange[data-state=static]")).toHaveCount(
    await page.locator("demo-exchange").count(),
  );
  expect(site.requests.slice(before).filter((request) => request.includes("/lab/"))).toEqual([]);
});

test("a link to what is folded unfolds it: to a heading, or to a demo with a request", async ({ page, site }) => {
  await page.goto(`${site.url}blocks/#in-the-fold`);
  await expect(page.getByRole("heading", { name: "In the fold" })).toBeInViewport();
  await page.goto(`${site.url}?again#stage-1`);
  await page.goto(`${site.url}blocks/${hashOf("GET /books/3 HTTP/1.1\r\nHost: library.example", "folded-away")}`);
  const folded = page.getByRole("group", { name: "Folded away" });
  await expect(folded.getByRole("textbox")).toHaveValue(/^GET \/books\/3 /);
  await expect(folded.getByRole("textbox")).toBeInViewport();
});

test("a link that counts a page’s demos, as links once did, opens the demo that it counts", async ({ page, site }) => {
  await page.goto(`${site.url}${hashOf("GET /books/3 HTTP/1.1\r\nHost: library.example", "exchange-2")}`);
  await expect(page.locator("demo-exchange").nth(1).getByRole("textbox")).toHaveValue(/^GET \/books\/3 /);
});

test("a request that no link may hold is told so beside the button", async ({ open, page }) => {
  await open();
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Edit" }).click();
  await exchange.getByRole("textbox").fill("BREW /books HTTP/1.1\n");
  await exchange.getByRole("button", { name: "Copy", exact: true }).click();
  await exchange.getByRole("menuitem", { name: "Link" }).click();
  await expect(exchange.getByRole("status")).toHaveText(
    /^This request cannot travel in a link\. Expected a method out of GET, HEAD, .*; found “BREW”\./,
  );
});

test("where copying is not allowed, the link stands in the page, however narrow that is", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await open();
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Copy", exact: true }).click();
  await exchange.getByRole("menuitem", { name: "Link" }).click();
  await expect(exchange.getByRole("status")).toContainText("The browser did not allow copying.");
  const [hash = ""] = /#request=\S+/.exec((await exchange.getByRole("status").textContent()) ?? "") ?? [];
  expect(readRequestLink(hash).request.target).toMatch(/^\/books/);
  expect(await page.evaluate(overflowing)).toEqual([]);
  expect(await accessibilityProblems(page, "demo-exchange")).toEqual([]);
});

function hashOf(message: string, demo = "exchange-1"): string {
  return `#request=${demo}.${Buffer.from(`${message}\r\n\r\n`).toString("base64url")}`;
}
