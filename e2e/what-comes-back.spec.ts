import type { Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

/** The demo, once its code is there, and what tests do with it. */
async function outcomes(page: Page) {
  const demo = page.getByRole("group", { name: "First outcomes" });
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "ready");
  const expecting = (name: string, guess: string) =>
    test.step(`choose “${name}”, expect “${guess}”`, async () => {
      await demo.getByRole("combobox").selectOption(name);
      await demo.getByLabel(guess, { exact: true }).check();
    });
  const send = async () => {
    await demo.getByRole("button", { name: "Send" }).click();
    await expect(demo).toHaveAttribute("data-state", /done|failed/, { timeout: 15_000 });
  };
  return {
    demo,
    expecting,
    send,
    inside: demo.locator("iframe").contentFrame(),
    rows: demo.getByRole("table", { name: "The cycles that it took" }).locator("tbody tr"),
    status: demo.locator("> [role=status]"),
    promise: demo.locator(".promise"),
    verdict: demo.locator("> .verdict"),
    raw: demo.getByRole("group", { name: /^The answer to/ }),
  };
}

// Firefox and Chromium both complain in the console of what this demo brings about on purpose.
test.use({ folder: fixture("demos"), expected: /\/lab\/first-outcomes/ });

test("each answer is drawn as what it is, and a wrong guess at it meets the belief behind it", async ({
  open,
  page,
}) => {
  await open("what-comes-back/");
  const { demo, expecting, inside, promise, raw, rows, send, status, verdict } = await outcomes(page);

  await test.step("the cycles are there as plain data, the browser's and the script's", async () => {
    await send();
    const exchanges = await demo.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchanges"])));
    const kinds = exchanges.map(({ interaction }: { interaction: { kind: string } }) => interaction.kind);
    expect(kinds).toEqual(["address", "part", "script"]);
  });

  await test.step("belief: the server sends a finished picture", async () => {
    await expecting("A page", "A finished picture");
    await send();
    await expect(status).toHaveText(/^Not quite: 200 OK, text\/html; charset=utf-8\./);
    await expect(raw).toContainText("<h1>Alice’s Adventures in Wonderland</h1>");
    await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Alice’s Adventures in Wonderland");
  });

  await test.step("belief: one page is one request", async () => {
    await expecting("A page with parts", "One");
    await send();
    await expect(status).toHaveText(
      "Not quite: 200 OK, text/html; charset=utf-8. Four cycles, 3 of them for parts of the page.",
    );
    await expect(rows).toHaveCount(4);
    await expect(rows.filter({ hasText: "by the browser itself" })).toHaveCount(3);
    await expect(verdict).toContainText("A page comes in one piece.");
  });

  await test.step("belief: a redirect moves me by the server's hand", async () => {
    await expecting("Another address", "The server moves me");
    await send();
    await expect(status).toHaveText(
      "Not quite: 301 Moved Permanently, then 200 OK, text/html; charset=utf-8. Three cycles, 1 of them for a part of the page. You are at http://library.example/books.",
    );
    await expect(rows.nth(0)).toContainText("301 Moved Permanently");
    await expect(rows.nth(1)).toContainText("Redirect, by the browser itself");
    await expect(rows.nth(2)).toContainText("Style sheet, by the browser itself");
    await expect(verdict).toContainText("such as its style sheet, takes cycles of its own");
    await expect(raw).toHaveCount(2);
    await expect(promise).toContainText("is fulfilled: status 200, ok true, redirected true");
  });

  await test.step("belief: 200 means that all is well", async () => {
    await expecting("An error that says 200", "It says so");
    await send();
    await expect(status).toHaveText(/^Not quite: 200 OK/);
    await expect(verdict).toContainText("Whatever fails is a 404.");
    await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Error");
  });

  await test.step("a picture is drawn, data stay text, and a 204 leaves the page", async () => {
    await expecting("A picture", "A field");
    await send();
    await expect(status).toHaveText("As you expected. 200 OK, image/svg+xml. One cycle.");
    await expecting("Data", "As text");
    await send();
    await expect(inside.locator("body")).toContainText('"title": "Frankenstein"');
    await expecting("No content", "It stays");
    await send();
    await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Tour");
    await expect(demo.getByRole("textbox", { name: "Address" })).toHaveValue("http://library.example/tour");
  });
});

test("what is no answer is told apart from an answer that refuses, by its page and by its script", async ({
  open,
  page,
}) => {
  await open("what-comes-back/");
  const { demo, expecting, inside, promise, raw, rows, send, status } = await outcomes(page);

  await test.step("belief: a 404 means that the server did not answer", async () => {
    await expecting("A refusal with a page", "It is not");
    await send();
    await expect(status).toHaveText(/^Not quite: 404 Not Found, text\/html/);
    await expect(raw).toContainText("HTTP/1.1 404 Not Found");
    await expect(inside.getByRole("heading", { level: 1 })).toContainText("404");
    await expecting("Nobody there", "404");
    await send();
    await expect(demo).toHaveAttribute("data-state", "failed");
    await expect(status).toHaveText(/^Not quite: No response, so there is no status code\./);
    await expect(raw).toHaveCount(0);
  });

  await test.step("belief: a network error is an HTTP error, and fetch rejects on 404", async () => {
    await expecting("A refusal without a page", "It rejects");
    await send();
    await expect(status).toHaveText(
      /^Not quite: 404 Not Found.*A promise of fetch is fulfilled all the same, with ok false\.$/,
    );
    await expect(promise).toContainText("is fulfilled: status 404, ok false");
    await expecting("Nobody there", "500");
    await send();
    await expect(promise).toContainText("rejects with a TypeError");
    await expect(demo.locator(".browser-page")).toContainText("an error of the network, not of HTTP");
    await expect(demo.locator("iframe")).toHaveCount(0);
  });

  await test.step("after the server was off, it answers again", async () => {
    await expecting("Nobody there", "There is none");
    await send();
    await demo.getByRole("button", { name: "Reload" }).click();
    await expect(rows.first()).toContainText("200 OK");
  });
});

test.describe("in a browser that keeps no copies", () => {
  test.use({ serviceWorkers: "block", expected: /registration blocked by Playwright/ });

  test("the reader hears why the copies took cycles, and not that a guess was right or wrong", async ({
    open,
    page,
  }) => {
    await open("what-comes-back/");
    const { demo, expecting, send, status } = await outcomes(page);
    for (const guess of ["None", "Three, as before"]) {
      await expecting("A page", "A text");
      await expecting("A fresh copy", guess);
      await send();
      await expect(status).toContainText("Four cycles, 3 of them for parts of the page.");
      await expect(demo).toContainText("Your browser keeps none of what a mock server inside it sends");
      await expect(demo.locator("[data-right=true], [data-right=false], .belief-behind")).toHaveCount(0);
    }
  });
});

test("belief: a cached view asked the server", async ({ open, page }) => {
  await open("what-comes-back/");
  const { demo, expecting, send, status, rows, raw } = await outcomes(page);
  await expecting("A fresh copy", "Three, as before");
  await send();
  await expect(status).toHaveText(/One cycle\. 3 parts came from copies, without a cycle\.$/);
  await expect(rows).toHaveCount(1);
  await expect(demo.getByText("What did not have to come")).toBeVisible();
  await expect(demo.getByText("No request: the browser’s own copy is still fresh.")).toHaveCount(3);
  await expect(demo.locator("iframe").contentFrame().getByRole("img")).toHaveCount(2);
  await expect(raw.last()).toContainText("304 Not Modified");
});

test("the question can be skipped, Send keeps the focus, and Next asks about the next one", async ({ open, page }) => {
  await open("what-comes-back/");
  const { demo, raw, status, verdict } = await outcomes(page);
  await demo.getByRole("button", { name: "Send" }).focus();
  await page.keyboard.press("Enter");
  await expect(status).toHaveText(/^200 OK, text\/html; charset=utf-8\./);
  await expect(demo.getByRole("button", { name: "Send" })).toBeFocused();

  await test.step("the old result is gone then", async () => {
    await expect(raw).toHaveCount(1);
    await demo.getByRole("button", { name: "Next" }).click();
    await expect(status).toHaveText(/^2 of \d+: A page with parts\.$/);
    await expect(raw).toHaveCount(0);
    await expect(verdict).toBeEmpty();
    await expect(demo.getByText("How many cycles does it take?")).toBeVisible();
  });
});
