import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

const builder = (page: Page): Locator => page.getByRole("group", { name: "First builder" });
const built = (page: Page): Locator => builder(page).locator(".result .built");
const status = (page: Page): Locator => builder(page).getByRole("status");

const seen = (page: Page): Locator => builder(page).getByRole("group", { name: "What the server saw" });
const whereItGoes = "Where each part of the URL goes";

async function begin(page: Page, name: string): Promise<void> {
  await builder(page).scrollIntoViewIfNeeded();
  await builder(page).getByRole("button", { name }).click();
}

test("without a script the figure shows the link, its URL taken apart and every line of the message", async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}message-builder/`);
  await expect(builder(page)).toHaveAttribute("data-state", "static");
  await expect(built(page)).toContainText("GET /search?q=alice HTTP/1.1");
  await expect(built(page)).toContainText("a link always makes a GET");
  await expect(builder(page).getByRole("row", { name: /^fragment #results/ })).toContainText("not sent");
  await expect(builder(page).getByRole("button")).toHaveCount(0);
  await context.close();
});

test("a link and a form: each piece of the message is explained, and what was typed stands where its method says", async ({
  open,
  page,
}) => {
  await open("message-builder/");

  await test.step("a piece of the message is explained on focus, on a tap and on pointing, and its source in the URL is marked", async () => {
    await begin(page, "A link is clicked");
    await builder(page).locator(".result").getByText(whereItGoes).click();
    const why = builder(page).locator(".why");
    const query = built(page).getByRole("button", { name: "?q=alice" });
    await query.focus();
    await expect(why).toContainText("query");
    // Also a piece that has not been pointed at is described by its own note.
    await expect(query).toHaveAccessibleDescription(/^query, written by .*part from the \? on/);
    await expect(built(page).getByRole("button", { name: "GET" })).toHaveAccessibleDescription(/^method, written by /);
    await expect(built(page).getByRole("button", { name: "Host:" })).toHaveAccessibleDescription(
      /^Host, written by the browser, hidden from this page\. /,
    );
    await expect(builder(page).getByRole("row", { name: /^query/ })).toHaveClass(/source/);
    await page.keyboard.press("Tab");
    await expect(why).toContainText("version");
    await built(page).getByRole("button", { name: "Accept:" }).hover();
    await expect(why).toContainText("asks for HTML first");
    await built(page).getByRole("button", { name: "Host:" }).click();
    await expect(why).toContainText("lets no page change it");
    await expect(why).toContainText("written by the browser, hidden from this page");
  });

  await test.step("“#fragment is sent”: it stands in the URL and in no line of the message, nor in the one that the server saw", async () => {
    await builder(page).getByLabel("URL").fill("https://library.example/books/1?from=list#reviews");
    await expect(builder(page).getByRole("row", { name: /^fragment/ })).toContainText("#reviews");
    await expect(builder(page).getByRole("row", { name: /^fragment/ })).toContainText("it is not sent");
    await expect(built(page)).toContainText("GET /books/1?from=list HTTP/1.1");
    await expect(built(page)).not.toContainText("reviews");
    await builder(page).getByRole("button", { name: "Send" }).click();
    await expect(status(page)).toHaveText(/^200 OK/);
    await expect(seen(page)).toContainText("The server saw GET /books/1?from=list HTTP/1.1");
    await expect(seen(page)).not.toContainText("reviews");
  });

  await test.step("“POST is private, GET carries no data”: the same words can be read in the query of one and the content of the other", async () => {
    await begin(page, "A search is sent");
    await builder(page).getByLabel("You type, in “q”").fill("my secret");
    const both = builder(page).getByRole("table", { name: "The same words by either method" });
    await expect(both.getByRole("row", { name: /^GET/ })).toContainText("/search?q=my+secret");
    await expect(both.getByRole("row", { name: /^POST/ }).getByRole("cell").last()).toHaveText("q=my+secret");
    await expect(built(page)).toContainText("GET /search?q=my+secret HTTP/1.1");
    await builder(page).getByLabel("Method").selectOption("POST");
    await expect(built(page)).toContainText("POST /search HTTP/1.1");
    await expect(built(page).locator(".content")).toContainText("q=my+secret");
  });
});

test("a script's message: each line says who wrote it, and what a browser refuses is said plainly and not sent", async ({
  open,
  page,
}) => {
  await open("message-builder/");

  await test.step("“I write every header field”: each line says who wrote it, and the browser adds more on the way", async () => {
    await begin(page, "A script fetches");
    await builder(page)
      .getByLabel("Fields")
      .fill("Accept: application/json\nContent-Type: application/json\nX-Mine: yes");
    const line = (text: string) => built(page).getByRole("listitem").filter({ hasText: text });
    await expect(line("X-Mine: yes")).toContainText("you");
    await expect(line("Accept: application/json")).toContainText("the page");
    await expect(line("User-Agent:")).toContainText("the browser");
    await expect(line("Host:")).toContainText("the browser, hidden from this page");
    await builder(page).getByRole("button", { name: "Send" }).click();
    await expect(status(page)).toHaveText(/^201 Created.*The browser sent \d+ more/);
    await expect(
      seen(page)
        .getByRole("row", { name: /added by the browser/ })
        .first(),
    ).toBeVisible();
    await expect(seen(page).getByRole("row", { name: /X-Mine: yes/ })).toHaveCount(0);
    await seen(page)
      .getByText(/^All \d+ lines that the server saw/)
      .click();
    await expect(seen(page).getByRole("listitem").filter({ hasText: "X-Mine: yes" })).toContainText("you");
  });

  await test.step("a URL that cannot be read, or a method that is refused, is said plainly, and nothing is sent", async () => {
    await begin(page, "A script fetches");
    const url = builder(page).getByLabel("URL");
    await url.fill("/books");
    await expect(builder(page)).toContainText("Expected a whole URL");
    await expect(url).toHaveAttribute("aria-invalid", "true");
    await builder(page).getByRole("button", { name: "Send" }).click();
    await expect(url).toBeFocused();
    await expect(status(page)).toContainText("Nothing to send");
    await url.fill("https://other.example/");
    await builder(page).getByRole("button", { name: "Send" }).click();
    await expect(status(page)).toContainText("Nothing is sent to other.example");
    await url.fill("https://library.example/");
    await builder(page).getByLabel("Method").fill("TRACE");
    await expect(builder(page)).toContainText("The browser refuses TRACE");
    await builder(page).getByLabel("Method").fill("GET");
    await expect(builder(page)).toContainText("fetch refuses a GET with content");
  });

  await test.step("fields that a browser lets no page set are shown as refused, with the reason, and are not sent", async () => {
    await begin(page, "A script fetches");
    await builder(page).getByLabel("Fields").fill("Content-Type: application/json\nHost: evil.example\nCookie: a=1");
    const refused = built(page).locator(".refused").getByRole("listitem");
    await expect(refused).toHaveCount(2);
    await expect(refused.nth(0)).toContainText("Host: evil.example");
    await expect(refused.nth(1)).toContainText("The browser keeps the cookies");
    await builder(page).getByRole("button", { name: "Send" }).click();
    await expect(status(page)).toHaveText(/^201/);
    const exchange = await builder(page).evaluate((element) => JSON.stringify((element as never)["exchange"]));
    expect(exchange).not.toContain('"value":"evil.example","by"');
    expect(JSON.parse(exchange).dropped.map(({ name }: { name: string }) => name)).toEqual(["Host", "Cookie"]);
  });
});

for (const [width, height] of [
  [320, 256],
  [375, 812],
  [1280, 800],
] as const) {
  test(`at ${width} by ${height} pixels, the note covers no line, and what is pressed stays where it is`, async ({
    open,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open("message-builder/");

    await test.step("the note covers no line, and the piece that was pressed stays", async () => {
      await begin(page, "A book is sent");
      const why = await builder(page).locator(".why").elementHandle();
      for (const piece of ["POST", "Host:", "title=Dune"]) {
        const button = built(page).getByRole("button", { name: piece });
        await button.scrollIntoViewIfNeeded();
        const before = await button.boundingBox();
        await button.click();
        expect(Math.abs(((await button.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
        const note = await why?.boundingBox();
        for (const line of await built(page).getByRole("listitem").locator("code").all()) {
          const box = await line.boundingBox();
          if (!box || !note) throw new Error("Expected the line and the note to be drawn.");
          const isApart = box.y + box.height <= note.y || note.y + note.height <= box.y || note.x + note.width <= box.x;
          expect(isApart, (await line.textContent()) ?? "").toBe(true);
        }
      }
    });

    await test.step("Send stays where it is, and what came is seen below it", async () => {
      await begin(page, "A link is clicked");
      const send = builder(page).getByRole("button", { name: "Send" });
      const top = () => send.evaluate((element) => element.getBoundingClientRect().top);
      await page.evaluate((by) => scrollBy(0, by), (await top()) - height / 2);
      const before = await top();
      await send.click();
      await expect(status(page)).toHaveText(/^200 OK.* than you see below\.$/);
      expect(Math.abs((await top()) - before), "the button stays where it was").toBeLessThan(1);
      await expect(status(page)).toBeInViewport({ ratio: 1 });
      if (height > 300) await expect(seen(page)).toBeInViewport({ ratio: 0.3 });
    });
  });
}
