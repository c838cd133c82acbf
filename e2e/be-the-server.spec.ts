import type { FrameLocator, Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

const press = (demo: Locator, name: string) => demo.getByRole("button", { name, exact: true }).click();
const shown = (demo: Locator): FrameLocator => demo.locator("mini-browser iframe").contentFrame();

/** The demo with a request of its client waiting. */
async function waiting(page: Page): Promise<Locator> {
  const demo = page.getByRole("group", { name: "First server" });
  await demo.scrollIntoViewIfNeeded();
  await press(demo, "Be the server");
  await expect(demo.getByRole("status")).toHaveText("GET /books/7 waits for your answer.");
  return demo;
}

async function answer(demo: Locator, status: string, fields: string, content: string): Promise<void> {
  await demo.getByLabel("Status").fill(status);
  await demo.getByLabel("Fields").fill(fields);
  await demo.getByLabel("Content", { exact: true }).fill(content);
  await press(demo, "Answer");
}

async function answerWith(demo: Locator, draft: string): Promise<void> {
  await demo.getByLabel("Start from").selectOption(draft);
  await press(demo, "Answer");
}

async function askAgain(demo: Locator): Promise<void> {
  await press(demo, "Let the client ask again");
  await expect(demo.getByRole("status")).toContainText("waits for your answer");
}

const html = "Content-Type: text/html";

test("a request really waits, whatever mistake stands in the answer, and the client really draws what the reader answers", async ({
  open,
  page,
}) => {
  await open("be-the-server/");
  const demo = await waiting(page);

  await test.step("an address was all that was asked for, and the browser wrote the rest", async () => {
    await demo.locator(".inbox").getByText("GET /books/7 HTTP/1.1").first().click();
    const line = (start: string) => demo.locator(".inbox").getByRole("listitem").filter({ hasText: start });
    await expect(line("Accept:")).toContainText("the browser");
    await expect(line("Host:")).toContainText("the browser, hidden from this page");
    await expect(demo.locator(".inbox .by[data-by=you]")).toHaveCount(0);
  });

  await test.step("once the reader is the server, Answer is the one primary button", async () => {
    await expect(demo.locator(".primary:visible")).toHaveText(["Answer"]);
    await expect(demo.getByRole("button", { name: "Be the server" })).toHaveCount(0);
  });

  await test.step("a mistake in the answer is named where it stands, and the request goes on waiting", async () => {
    const alert = demo.getByRole("alert");
    await answer(demo, "99", html, "");
    await expect(alert).toHaveText("Status: expected a number from 200 to 599; found “99”.");
    await expect(demo.getByLabel("Status")).toBeFocused();
    await answer(demo, "200", `${html}\nLocation /books`, "");
    await expect(alert).toContainText("Fields, line 2, column 9: expected");
    await expect(demo.getByLabel("Fields")).toHaveAttribute("aria-invalid", "true");
    await answer(demo, "204", "", "words");
    await expect(alert).toContainText("Content: expected none");
    await expect(demo).toHaveAttribute("data-state", "sending");
  });

  await test.step("the client draws what the reader answers", async () => {
    await expect(demo).toHaveAttribute("data-state", "sending");
    await demo.getByLabel("A page, drawn from your content").check();
    await answer(demo, "200", html, "<h1>Written by me</h1>");
    await expect(shown(demo).getByRole("heading", { name: "Written by me" })).toBeVisible();
    await expect(demo.getByRole("status")).toHaveText(/^200 OK\. As you expected\./);
    await expect(demo).toHaveAttribute("data-state", "done");
    const row = demo.getByRole("table", { name: "What this client asked" }).getByRole("row").nth(1);
    await expect(row).toContainText("/books/7");
    await expect(row).toContainText("200");
  });
});

test("a client shows what its server's answers come to: none before its question, and none unasked", async ({
  open,
  page,
}) => {
  await open("be-the-server/");
  const demo = await waiting(page);

  await test.step("no answer before its question: what each answer leads to is not to be seen until one is given", async () => {
    await expect(demo.getByText("Content-Type says HTML").filter({ visible: true })).toHaveCount(0);
    await press(demo, "Answer");
    await expect(demo.getByText("Content-Type says HTML").filter({ visible: true })).toHaveCount(1);
  });

  await test.step("with nothing waiting, an answer has nowhere to go", async () => {
    await expect(demo.locator(".inbox")).toContainText("Nothing waits. You cannot begin");
    await answer(demo, "200", html, "<h1>Unasked</h1>");
    await expect(demo.getByRole("status")).toContainText("a server cannot begin");
    await expect(shown(demo).getByRole("heading")).toHaveText("Moby-Dick");
  });

  await test.step("after 204 the client stays on its page, and plain text keeps its tags", async () => {
    await askAgain(demo);
    await answerWith(demo, "204: Nothing to show");
    await expect(demo.getByRole("status")).toContainText("204 No Content");
    await expect(shown(demo).getByRole("heading", { name: "Moby-Dick" })).toBeVisible();
    await askAgain(demo);
    await answerWith(demo, "200: Called plain text");
    await expect(shown(demo).getByText("<h1>Moby-Dick</h1>")).toBeVisible();
  });
});

test("a worker that is stopped while the request waits is told plainly, and the client can ask again", async ({
  open,
  page,
  context,
}) => {
  await open("be-the-server/");
  const demo = await waiting(page);
  const devTools = await context.newCDPSession(page);
  await devTools.send("ServiceWorker.enable");
  await devTools.send("ServiceWorker.stopAllWorkers");
  await press(demo, "Answer");
  await expect(demo.getByRole("status")).toContainText("Your browser stopped the mock server while the request waited");
  await expect(demo).toHaveAttribute("data-state", "failed");
  await askAgain(demo);
  await answerWith(demo, "200: Here it is");
  await expect(shown(demo).getByRole("heading", { name: "Moby-Dick" })).toBeVisible();
});

test("a redirect brings a second request, which waits as well, and which the library can answer", async ({
  open,
  page,
}) => {
  await open("be-the-server/");
  const demo = await waiting(page);
  await demo.getByLabel("A page, drawn from your content").check();
  await answerWith(demo, "303: Elsewhere");
  await expect(demo.getByRole("status")).toHaveText(/^303 See Other.* GET \/books waits for your answer\.$/);
  await expect(demo.locator(".inbox")).toContainText("the browser follows the redirect by itself");
  await expect(demo).toContainText("You expected");
  await press(demo, "Let the library answer");
  await expect(demo.getByRole("status")).toHaveText(/GET \/style\.css waits for your answer\.$/);
  await expect(demo.locator(".inbox")).toContainText("the page names a style sheet");
  await press(demo, "Let the library answer");
  await expect(shown(demo).getByRole("heading", { name: "Books" })).toBeVisible();
});

test.describe("a client whose server hangs up", () => {
  test.use({ expected: /^failed: GET .*\/books\/7 net::ERR_FAILED$/ });
  test("has no status, unlike one that gets a 404 with a page", async ({ open, page }) => {
    await open("be-the-server/");
    const demo = await waiting(page);
    await demo.getByLabel("An error of its own").check();
    await answerWith(demo, "404: Not here, with a page");
    await expect(shown(demo).getByRole("heading", { name: "We have no book 7" })).toBeVisible();
    await expect(demo).toContainText("Silence is a 404.");
    await askAgain(demo);
    await press(demo, "Hang up");
    await expect(demo.getByRole("status")).toHaveText(/^No response\. [^.]+\. [^.]/);
    await expect(demo).toHaveAttribute("data-state", "failed");
    await expect(demo.getByRole("row", { name: /No response/ })).toBeVisible();

    await test.step("that can be an answer to start from, which has nothing to write", async () => {
      await askAgain(demo);
      await demo.getByLabel("An error of its own").check();
      await demo.getByLabel("Start from").selectOption({ label: "Not a word" });
      await expect(demo.getByLabel("Status")).toBeDisabled();
      await press(demo, "Answer");
      await expect(demo).toHaveAttribute("data-state", "failed");
      await expect(demo).toContainText("No status came.");
      await press(demo, "Let the client ask again");
      await expect(demo.getByLabel("Status")).toBeEnabled();
    });
  });
});

test.describe("a client that is answered with what no page comes of", () => {
  test.use({
    expected: /ERR_BLOCKED_BY_CSP|frame-src 'self'|Download is disallowed|ERR_ABORTED|ERR_INVALID_RESPONSE|ERR_FAILED/,
  });

  test("comes to an end all the same", async ({ open, page }) => {
    test.slow();
    await open("be-the-server/");
    const demo = await waiting(page);
    const client = demo.locator("mini-browser");
    for (const [status, fields, content, end] of [
      ["300", "Location: /books", "", /^300 /],
      ["304", "Location: /books", "", /^304 Not Modified\. Nothing came to show/],
      ["305", "Location: /books", "", /^305 /],
      ["310", `Location: /books\n${html}`, "<h1>Three hundred and ten</h1>", /^310 /],
      ["302", "Location: https://other.example/", "", /^302 Found, and no page that the browser can show/],
      ["302", "", "", /^302 /],
      ["200", "Content-Type: application/zip", "zip", /^200 OK\. The browser does not show content of this kind/],
      ["599", html, "", /^599/],
    ] as const) {
      await test.step(`${status} with ${fields || "no field"}`, async () => {
        await answer(demo, status, fields, content);
        await expect(client).toHaveAttribute("data-state", /done|failed/, { timeout: 10_000 });
        await expect(client.locator(".browser-status")).toHaveText(end);
        await askAgain(demo);
      });
    }
  });
});

test.describe("what the reader writes", () => {
  // The browser reports each thing that the policy kept from running.
  test.use({ expected: /Content Security Policy|Blocked script execution|Refused to|sandboxed|violates/ });

  const attempt = "parent.document.title = 'run'; top.document.title = 'run'; document.title = 'run'";
  const attempts: readonly [type: string, content: string][] = [
    ["text/html", `<script>${attempt}</script><p>here 1</p>`],
    [
      "image/svg+xml",
      `<svg xmlns="http://www.w3.org/2000/svg"><text y="9">here 2</text><script>${attempt}</script></svg>`,
    ],
    [
      "application/xhtml+xml",
      `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>here 3</p><script>${attempt}</script></body></html>`,
    ],
  ];

  test("never runs in the client, however it is sent, nor in a tab of its own", async ({ open, page, context }) => {
    await open("be-the-server/");
    const title = await page.title();
    const demo = await waiting(page);
    const loose = "Content-Security-Policy: script-src 'unsafe-inline'; sandbox allow-scripts allow-same-origin";
    for (const [index, [type, content]] of attempts.entries()) {
      await test.step(`as ${type}`, async () => {
        await answer(demo, "200", `Content-Type: ${type}\n${loose}`, content);
        await shown(demo)
          .getByText(`here ${index + 1}`)
          .click();
        expect(await page.title()).toBe(title);
        expect(
          await shown(demo)
            .locator(":root")
            .evaluate((element) => element.ownerDocument.title),
        ).not.toBe("run");
        await expect(demo.locator(".sent")).toContainText("This demo adds Content-Security-Policy");
        await askAgain(demo);
      });
    }

    await test.step("in a tab of its own", async () => {
      await answerWith(demo, "200: Here it is");
      await expect(shown(demo).getByRole("heading")).toBeVisible();
      const address = await demo
        .locator("mini-browser iframe")
        .evaluate((frame) => (frame as HTMLIFrameElement).contentDocument?.URL);
      const tab = await context.newPage();
      const going = tab.goto(address ?? "");
      await expect(demo.getByRole("status")).toContainText("waits for your answer");
      await answer(demo, "200", html, `<title>quiet</title><script>${attempt}</script><p>here</p>`);
      await going;
      await expect(tab.getByText("here")).toBeVisible();
      await expect(tab).toHaveTitle("quiet");
    });
  });
});

test("what an answer leads to is seen where it is given: the client's screen, the button and the verdict at once", async ({
  open,
  page,
}) => {
  for (const viewport of [
    { width: 375, height: 812 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    await open("be-the-server/");
    const demo = await waiting(page);
    await demo.getByLabel("What it showed before").check();
    const button = demo.getByRole("button", { name: "Answer", exact: true });
    const top = () => button.evaluate((element) => element.getBoundingClientRect().top);
    await page.evaluate((by) => scrollBy(0, by), (await top()) - (viewport.height * 2) / 3 + 44);
    const before = await top();
    await button.click();
    await expect(demo.getByRole("status")).toContainText("Not quite: A page");
    expect(Math.abs((await top()) - before), "the button stays where it was").toBeLessThan(1);
    await expect(shown(demo).getByRole("heading", { name: "Moby-Dick" })).toBeInViewport();
    await expect(demo.getByRole("status")).toBeInViewport({ ratio: 1 });
    await expect(demo.getByText("What happened", { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(demo.getByLabel("Content", { exact: true })).toBeInViewport();
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the answers and what a browser makes of them stand in a table", async ({ open, page }) => {
    await open("be-the-server/");
    const demo = page.getByRole("group", { name: "First server" });
    await expect(demo.getByRole("row", { name: /^Elsewhere/ })).toContainText("it sends another request");
    await expect(demo.getByRole("button")).toHaveCount(0);
  });
});
