import type { Page, Request } from "@playwright/test";
import { attacks, linksWith, newBooks, otherSites, requestsWith, searchFor } from "./attacks.ts";
import { fixture } from "./fixtures.ts";
import { lesson, transcript } from "./lesson.ts";
import { answerAll, followAll, installProbe, newShapes, sendAll, visitAll } from "./probe.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

// Every text that a reader can write goes on trial: nothing in it may become an element, run, or fetch anything. It is a
// second line of defence that the policy stops a script; the first one, that there is none, is what the shapes tell.

for (const host of ["worker", "page"] as const) {
  test.describe(host === "worker" ? "with the server in the worker" : "with the server in the page", () => {
    test.use({
      folder: fixture("demos"),
      // Nobody looks at what is drawn, so little is.
      viewport: { width: 320, height: 240 },
      serviceWorkers: host === "worker" ? "allow" : "block",
      expected: /Service Worker registration blocked by Playwright/,
    });

    test.beforeEach(async ({ page }) => {
      test.slow();
      page.on("dialog", (dialog) => {
        throw new Error(`A dialog opened: ${dialog.message()}`);
      });
      await page.addInitScript(installProbe);
    });

    const expectNothingRan = async (page: Page) => {
      expect(await page.evaluate(() => [globalThis.ran, probe.violations])).toEqual([undefined, []]);
    };
    test.afterEach(({ page }) => expectNothingRan(page));

    test("what is written into a request is text wherever it comes up again", async ({ page, open }) => {
      await test.step("in the demo that it was written in", async () => {
        await open("exchange/");
        const exchange = page.locator("demo-exchange").first();
        await exchange.getByRole("button", { name: "Edit" }).click();
        const usual = await sendAll(exchange, requestsWith(["plain", "plain text & more"]));
        const attacked = await sendAll(exchange, requestsWith(attacks));
        expect(attacked.hosts).toEqual([host]);
        for (const outcome of [/^201/, /^404/, /^415|^400/, /^422/, /^line 1, column/]) {
          expect(attacked.outcomes).toContainEqual(expect.stringMatching(outcome));
        }
        expect(newShapes(attacked, usual)).toEqual([]);
        await expectNothingRan(page);
      });

      await test.step("in pages of the mock server, in the address field and in the ledger", async () => {
        await open("walk/");
        const demo = page.locator("demo-walk").first();
        const attacked = await visitAll(demo, ["/books", ...attacks.map(searchFor), ...otherSites]);
        const usual = await visitAll(demo, ["/books", searchFor("plain"), "/plain", "mailto:plain"]);
        expect(newShapes(attacked, usual)).toEqual([]);
        expect(attacked.pages).toContainEqual(expect.stringContaining("<script>top.ran=1</script>, <script>top.ran=1"));
        expect(attacked.outcomes).toContainEqual(expect.stringContaining("is not on library.example"));
        await expectNothingRan(page);
      });

      // One renderer makes these pages for both hosts, so each host draws one kind.
      await test.step(host === "worker" ? "in titles" : "in errors", async () => {
        await open("what-comes-back/");
        const demo = page.locator("what-comes-back").first();
        const errors = attacks.map((text) => `/books/${encodeURIComponent(text)}`);
        const attacked = await visitAll(demo, host === "worker" ? newBooks : errors);
        const usual = await visitAll(demo, ["/books/1", "/books/99"]);
        expect(newShapes(attacked, usual)).toEqual([]);
        const shown = host === "worker" ? "Shown: <script>top.ran=1</script> – library.example." : "404 Not Found.";
        expect(attacked.outcomes).toContainEqual(expect.stringContaining(shown));
      });
    });

    test("what stands in a link is text", async ({ page, open }) => {
      await open("exchange/");
      const first = page.locator("demo-exchange").first();
      const usual = await followAll(first, linksWith(["plain"]));
      const attacked = await followAll(first, linksWith(attacks));
      for (const outcome of [/came from a link/, /Expected #request=/, /In the link’s message/]) {
        expect(attacked.outcomes).toContainEqual(expect.stringMatching(outcome));
      }
      expect(newShapes(attacked, usual)).toEqual([]);
    });

    test.describe("of what a reader answers as the server", () => {
      // Here the page is the reader's own, markup and all. What the browser complains of in this one document, whose frame is a
      // sandbox, is the defence at work: it names what it did not run, and what it did not fetch ("csp"). What it names none of
      // is the lesson's own document.
      test.use({
        expected: new RegExp(
          [
            "registration blocked by Playwright",
            // Chromium's advice, where the test lets scripts run.
            "has both allow-scripts and allow-same-origin",
            "(sandboxed|Content Security Policy|Unsafe attempt|Refused to)[^]*\\((\\S*/lab/|about:srcdoc|\\))",
            "GET https://bank\\.example/1?( csp)?$",
            // Pictures, to which the test as the server gives no answer.
            "/lab/\\S+ net::ERR_FAILED$",
          ].join("|"),
        ),
      });

      for (const frame of ["strict sandbox", "sandbox that lets scripts run, as WebKit needs it"]) {
        test(`nothing runs and nothing leaves a ${frame}, whatever is clicked in it, and the words around it are text`, async ({
          page,
          open,
        }) => {
          await open("be-the-server/");
          const elsewhere: Request[] = [];
          page.on("request", (request) => request.url().startsWith("https:") && elsewhere.push(request));
          const isStrict = frame === "strict sandbox";
          if (!isStrict) await page.evaluate(letFramesRunScripts);
          const demo = page.locator("be-the-server").first();
          await demo.scrollIntoViewIfNeeded();
          await demo.getByRole("button", { name: "Be the server" }).click();
          await expect(demo.getByRole("status")).toContainText("waits for your answer");
          const attacked = await answerAll(demo, attacks);
          const usual = await answerAll(demo, ["plain", "<img src=x>", "<a href=/books/9>here</a>", "plain"]);
          const sentenceInPlaceOfPage = "p tabindex";
          expect(newShapes(attacked, usual).filter((shape) => shape !== sentenceInPlaceOfPage)).toEqual([]);
          expect(elsewhere.filter((request) => request.failure()?.errorText !== "csp")).toEqual([]);
          expect(attacked.outcomes).toContainEqual(expect.stringMatching(/^200 OK/));
          expect(attacked.pages).toContainEqual(expect.stringContaining("autofocus"));
          const tokens = isStrict ? "allow-same-origin allow-forms" : "allow-same-origin allow-forms allow-scripts";
          await expect(demo.locator("iframe")).toHaveAttribute("sandbox", tokens);
        });
      }
    });
  });
}

test("a page of the mock server that is opened by itself may run nothing and load nothing from elsewhere", async ({
  page,
  open,
}) => {
  await page.addInitScript(installProbe);
  await open();
  const [title = ""] = attacks;
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Edit" }).click();
  await sendAll(exchange, requestsWith([title]));
  const demo = page.locator("demo-walk");
  await visitAll(demo, ["/books"]);
  const books = await demo
    .locator("iframe")
    .evaluate((frame) => (frame as HTMLIFrameElement).contentDocument?.URL ?? "");
  for (const path of [
    "books",
    "books/4",
    "books/99",
    "style.css",
    "pictures/old-books.svg",
    "books/1/chapter.txt",
    "api/books",
  ]) {
    const answer = await page.goto(new URL(path, books).href);
    expect(answer?.fromServiceWorker(), path).toBe(true);
    const policy = answer?.headers()["content-security-policy"] ?? "none";
    expect(policy, path).toMatch(/^default-src 'none';.*; sandbox allow-forms allow-same-origin$/);
  }
  await page.goto(books);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("what other pages of the origin say where the lesson listens breaks nothing", async ({
  page,
  context,
  open,
  site,
}) => {
  await page.addInitScript(installProbe);
  await open();
  const other = await context.newPage();
  await other.goto(new URL("other/", site.url).href);
  await other.evaluate(listenAndSpoil, `http-cycle ${new URL("lab/", site.url).pathname}`);

  await page.evaluate(() => {
    for (const data of [null, 0, "", {}, { type: "exchange" }]) postMessage(data, "*");
  });

  const demo = page.locator("demo-walk");
  await visitAll(demo, ["/books"]);
  const rows = await demo.getByRole("row").count();
  const server = page.locator("be-the-server");
  await server.scrollIntoViewIfNeeded();
  await server.getByRole("button", { name: "Be the server" }).click();
  await expect(server.getByRole("status")).toContainText("GET /books/7 waits for your answer");
  await expect.poll(() => other.evaluate(() => document.title)).toMatch(/^held, \d\d+ said$/);

  // What was said comes before what is asked now, for a channel keeps the order.
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("status")).toHaveText(/^404 Not Found/);
  await expect(exchange).toHaveAttribute("data-host", "worker");
  await expect(server.getByRole("status")).toContainText("GET /books/7 waits for your answer");
  await server.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(server.getByRole("status")).toHaveText(/^200 OK/);
  await expect(demo.getByRole("row")).toHaveCount(rows);
  await expect(demo.getByRole("row").last()).toContainText("200 OK");
});

/** Gives the frames that the lesson makes from now on the sandbox that it gives them in WebKit. */
function letFramesRunScripts(): void {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, name === "sandbox" ? `${value} allow-scripts` : value);
  };
}

/** Speaks on the lesson's channels: what means nothing, and everything that it hears there, spoilt in one part. */
function listenAndSpoil(name: string): void {
  const [channel, changes] = [new BroadcastChannel(name), new BroadcastChannel(`${name} changes`)];
  const wrong = [undefined, 0, "", {}, [null], [{}]];
  let count = 0;
  const say = (data: unknown): void => {
    count += 1;
    channel.postMessage(data);
    changes.postMessage(data);
  };
  for (const data of [null, ...wrong]) {
    say(data);
    for (const type of ["exchange", "held", "answer", "here", "constructor"]) say({ type, id: data });
  }
  channel.addEventListener("message", ({ data }) => {
    for (const part of ["version", "request", "response", "steps", "failure"].filter((part) => part in data)) {
      for (const value of wrong) say({ ...data, [part]: value });
    }
    if (data.type !== "held") return;
    for (const response of wrong) say({ type: "answer", id: data.id, response });
    document.title = `held, ${count} said`;
  });
}
