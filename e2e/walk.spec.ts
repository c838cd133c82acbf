import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { overflowing } from "./in-page.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

/** The demo, once its code is there, and what tests do with it. */
async function walk(page: Page, name = "First walk") {
  const demo = page.getByRole("group", { name, exact: true });
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).toHaveAttribute("data-state", "ready");
  const inside = demo.locator("iframe").contentFrame();
  const visit = async (address: string) => {
    await demo.getByLabel("Address").fill(address);
    await demo.getByLabel("Address").press("Enter");
    await expect(demo).toHaveAttribute("data-state", /done|failed/);
  };
  return { demo, inside, visit, rows: demo.getByRole("table").locator("tbody tr"), status: demo.getByRole("status") };
}

const next = async (demo: Locator, number: number) => {
  await demo.getByRole("button", { name: "Next" }).click();
  await expect(demo).toContainText(`Step ${number} of 3`);
};

test("what asks for nothing makes no row, and the demo says why; each request is there as plain data", async ({
  open,
  page,
}) => {
  await open("walk/");
  const { demo, inside, rows, status, visit } = await walk(page);

  await test.step("Back where no page came before is told by the demo", async () => {
    // It can be reached, and says that it leads nowhere.
    await demo.getByRole("button", { name: "Back", exact: true }).press("Enter");
    await expect(status).toHaveText("No row. There is no page before this one.");
  });

  await test.step("the requests in the ledger are there as plain data, from the mock server", async () => {
    await visit("/books/1");
    await expect(demo).toHaveAttribute("data-host", "worker");
    const exchanges = await demo.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchanges"])));
    await expect(rows).toHaveCount(exchanges.length);
    expect(exchanges[0].request.target).toBe("/books/1");
    expect(exchanges[0].interaction.kind).toBe("address");
  });

  await test.step("an address that leads nowhere is marked, described by the reason, and told by the demo", async () => {
    const address = demo.getByLabel("Address");
    await address.fill("https://example.com");
    await address.press("Enter");
    await expect(status).toHaveText(/^No row\. “https:\/\/example\.com” is not on library\.example/);
    await expect(address).toHaveAttribute("aria-invalid", "true");
    await expect(address).toHaveAccessibleDescription(/is not on library\.example/);
    await visit("/books");
    await expect(address).not.toHaveAttribute("aria-invalid");
    await expect(address).toHaveAccessibleDescription("");
  });

  await test.step("typing in a field makes no row, and the demo says why", async () => {
    await visit("/search");
    await expect(status).toContainText("GET /search: 200 OK");
    const before = await rows.count();
    await inside.getByRole("searchbox").pressSequentially("dune");
    await expect(status).toHaveText(/^No row\. Typing in a field sends nothing\./);
    await expect(rows).toHaveCount(before);
  });
});

test("a link, a form of each method and a typed address each make one row of their own, and starting again leaves none", async ({
  open,
  page,
}) => {
  await open("walk/");
  const { demo, inside, rows, visit } = await walk(page);

  await test.step("each makes one row", async () => {
    await visit("library.example/books");
    await inside.getByRole("link", { name: "Search" }).click();
    await expect(rows.last()).toContainText(/Link “Search” ?GET ?\/search ?200 OK/);
    await inside.getByRole("searchbox").fill("wells");
    await inside.getByRole("searchbox").press("Enter");
    await expect(rows.last()).toContainText(/Form ?GET ?\/search\?q=wells ?200 OK/);
    await inside.getByRole("link", { name: "Books" }).click();
    // Until it is known whose page has come, the small browser may hide it for a moment, and a press in that moment is lost.
    await expect(rows.last()).toContainText(/Link “Books” ?GET ?\/books ?200 OK/);
    await inside.getByLabel("Title").fill("Dune");
    await inside.getByRole("button", { name: "Add" }).click();
    await expect(rows.nth(-2)).toContainText(/Form ?POST ?\/books content: title=Dune.* ?303 See Other/);
    await expect(rows.last()).toContainText(/Redirect, by the browser itself ?GET ?\/books\/\d+ ?200 OK/);
  });

  await test.step("starting again leaves an empty ledger, the first books and a browser without copies", async () => {
    await expect(inside.getByRole("heading", { name: "Dune" })).toBeVisible();
    await next(demo, 2);
    await demo.getByRole("button", { name: "Start over" }).click();
    await expect(rows).toHaveCount(0);
    await expect(demo.getByRole("status")).toContainText("The ledger is empty");
    await demo.getByRole("button", { name: "Go" }).click();
    await expect(inside.getByText("3 books.")).toBeVisible();
    await expect(demo).toContainText("Step 1 of 3");
  });
});

test("all of it can be done by keyboard, and the focus stays where the reader acted", async ({ open, page }) => {
  await open("walk/");
  const { demo, inside, rows } = await walk(page);
  await demo.getByLabel("A list", { exact: true }).focus();
  await page.keyboard.press("Space");
  await demo.getByLabel("Address").focus();
  await page.keyboard.press("Enter");
  await expect(rows.first()).toContainText("/books");
  await expect(demo.getByLabel("Address")).toBeFocused();
  await inside.getByRole("link", { name: "Search", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(rows.last()).toContainText("Link “Search”");
  await expect(demo.locator("iframe")).toBeFocused();
});

test("it fits 320 pixels, however long the words in the ledger are", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open("walk/");
  const { demo, inside, visit } = await walk(page);
  expect(await page.evaluate(overflowing)).toEqual([]);
  await visit("/books");
  await inside.getByLabel("Title").fill("A".repeat(100));
  await inside.getByRole("button", { name: "Add" }).click();
  await expect(demo.getByRole("table")).toContainText("AAAA");
  expect(await page.evaluate(overflowing)).toEqual([]);
});

test("a step is done when the server has seen what it expects, and a wrong guess is told the belief behind it", async ({
  open,
  page,
}) => {
  await open("walk/");
  const { demo, inside, visit, status } = await walk(page);
  await demo.getByLabel("Nothing", { exact: true }).check();
  await visit("/quiet-room");
  await expect(status, "that was not the step").toHaveText("One row. GET /quiet-room: 204 No Content.");
  await visit("/books");
  await expect(status).toHaveText(/^Not quite: .*GET \/books: 200 OK/);
  await expect(demo.getByLabel("Nothing", { exact: true })).toBeDisabled();
  await expect(demo.locator(".verdict q")).toHaveText("Whatever fails is a 404.");
  await expect(demo).toContainText("The list is there.");
  await next(demo, 2);
  await demo.getByLabel("Nothing is sent").check();
  await inside.getByRole("link", { name: "Add one" }).click();
  await expect(status).toHaveText(/^As you expected\. No row\./);
  await expect(demo.getByLabel("Address")).toHaveValue("http://library.example/books#add");
  await next(demo, 3);
  await inside.getByLabel("Title").fill("Dune");
  await inside.getByRole("button", { name: "Add" }).click();
  await expect(status).toHaveText(
    /POST \/books, with the content title=Dune.*303 See Other, and 1 by the browser itself/,
  );
});

test("two walks of a page know nothing of each other, and a browser stands by itself", async ({ open, page }) => {
  await open("walk/");
  const second = await walk(page, "Second walk");
  const first = await walk(page);
  await first.visit("/books");
  await expect(first.rows).not.toHaveCount(0);
  await expect(second.rows).toHaveCount(0);
  const alone = await walk(page, "A browser by itself");
  await expect(alone.demo.getByLabel("Address")).toHaveValue("http://library.example/exhibition");
  await alone.demo.getByRole("button", { name: "Go" }).click();
  await expect(alone.rows.first()).toContainText("/exhibition");
  await expect(alone.demo.getByRole("button", { name: "Next" })).toHaveCount(0);

  await test.step("where the browser does otherwise than the step says, no guess is scored", async () => {
    const { demo, status } = second;
    await demo.getByLabel("Seven").check();
    await demo.getByRole("button", { name: "Go" }).click();
    await expect(status).toHaveText(/^\w+ rows?\. GET \/quiet-room/);
    await expect(demo).toContainText(
      "This time it went otherwise than when the page was written. Expected were 7 cycles",
    );
    await expect(demo.getByText("This is never told.").filter({ visible: true })).toHaveCount(0);
  });
});

test("after fifty requests the ledger drops the oldest, and says so", async ({ open, page }) => {
  await open("walk/");
  const { demo, visit, rows } = await walk(page);
  for (let number = 1; number <= 52; number += 1) {
    await visit("/quiet-room");
    await expect(rows.last()).toContainText(`${number}Typed`);
  }
  await expect(rows).toHaveCount(50);
  await expect(demo).toContainText("Older ones dropped so far: 2.");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("each step can be read, and what happens in it opened", async ({ open, page }) => {
    await open("walk/");
    const demo = page.getByRole("group", { name: "First walk", exact: true });
    await expect(demo).toContainText("Open the list.");
    await demo.getByText("What happens").first().click();
    await expect(demo.getByText("The list is there.")).toBeVisible();
    await expect(demo.getByRole("button")).toHaveCount(0);
  });
});
