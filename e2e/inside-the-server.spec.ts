import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

/** The demo, alive, with one of its requests chosen. */
async function choose(page: Page, request: string): Promise<Locator> {
  const demo = page.getByRole("group", { name: "First way" });
  await demo.scrollIntoViewIfNeeded();
  await expect(demo).not.toHaveAttribute("data-state", "static");
  const choice = demo.getByRole("combobox", { name: "Request" });
  const value = await choice.getByRole("option", { name: request }).getAttribute("value");
  await choice.selectOption(value);
  return demo;
}

/** What is on show of the request's way; the recording for paper stands hidden below it. */
const way = (demo: Locator) => demo.locator(".result");
const press = (demo: Locator, name: string) => demo.getByRole("button", { name, exact: true }).click();
const now = (demo: Locator) => demo.locator('[aria-current="step"]');

async function sendWhole(demo: Locator): Promise<void> {
  await press(demo, "Send");
  await press(demo, "All at once");
}

test("a reader sees each request's whole way: nothing before it is sent, then its lines, routes, handler and data", async ({
  open,
  page,
}) => {
  await open("inside-the-server/");
  const demo = await choose(page, "A form with Dune");

  await test.step("nothing of an answer is in sight before a request is sent, nor the old one when another is chosen", async () => {
    await expect(demo).not.toContainText("303 See Other", { useInnerText: true });
    await expect(way(demo).getByText("Choose", { exact: true })).toBeHidden();
    await sendWhole(demo);
    await expect(way(demo).getByText("Choose", { exact: true })).toBeVisible();
    await choose(page, "A book is read");
    await expect(demo).not.toContainText("303 See Other", { useInnerText: true });
    await expect(way(demo).getByText("Choose", { exact: true })).toBeHidden();
  });

  await test.step("“I write every header field”: the message names who wrote each line, and what is typed into a form is the reader's", async () => {
    await choose(page, "A form with Dune");
    await press(demo, "Send");
    const line = (start: string) => now(demo).getByRole("listitem").filter({ hasText: start });
    await expect(line("Content-Type:")).toContainText("the browser");
    await expect(line("User-Agent:")).toContainText("the browser");
    await expect(line("Host:")).toContainText("the browser, hidden from this page");
    await expect(line("title=Dune")).toContainText("the page and you");
    const authors = await demo.evaluate((element) =>
      (element as unknown as { exchange: { request: { fields: { by: string }[] } } }).exchange.request.fields.map(
        ({ by }) => by,
      ),
    );
    expect(new Set(authors)).toEqual(new Set(["browser"]));
  });

  await test.step("the routes that did not match stand there, each with the reason", async () => {
    await press(demo, "All at once");
    await expect(way(demo).getByText("POST /books The path matches, and so does the method.")).toBeVisible();
    await way(demo).locator("summary").filter({ hasText: "routes that it tried, in order" }).click();
    const tried = demo.getByRole("table", { name: "routes that it tried" });
    await expect(
      tried.getByRole("row", { name: /^GET \/books No\. The path matches, the method does not/ }),
    ).toBeVisible();
    await expect(tried.getByRole("row", { name: /^POST \/books Yes\./ })).toBeVisible();
  });

  await test.step("a typing error finds no route, and a wrong method no handler", async () => {
    await choose(page, "A slip of the pen");
    await sendWhole(demo);
    await expect(demo.getByRole("status")).toContainText("404 Not Found");
    await expect(way(demo)).toContainText("No handler runs.");
    await choose(page, "The wrong method");
    await sendWhole(demo);
    await expect(demo.getByRole("status")).toContainText("405 Method Not Allowed");
    await expect(way(demo)).toContainText("The server’s data stay as they were.");
  });

  await test.step("a guess is set beside what happened, and who guessed otherwise is told why", async () => {
    await choose(page, "A book is read");
    await demo.getByLabel("Something is").check();
    await press(demo, "Send");
    await expect(demo).not.toContainText("What happened");
    await press(demo, "All at once");
    await expect(demo.getByRole("status")).toContainText("Not quite: It changed nothing.");
    await expect(demo.locator(".verdict")).toContainText("Reading changes nothing.");
  });

  await test.step("the source of the handler that ran can be opened, as it is written; what changed in the server's data is set beside what it was", async () => {
    await choose(page, "A book goes, if it is as it was");
    await sendWhole(demo);
    await way(demo).getByText("The source of removeBook").click();
    await expect(way(demo).locator(".source")).toContainText(
      "export function removeBook({ id, library }: Call): Reply {",
    );
    await expect(way(demo)).toContainText("src/library/site/books.ts, line");
    await expect(demo.getByRole("status")).toContainText("204 No Content");
    const changed = demo.getByRole("row", { name: "books/3" });
    await expect(changed.getByRole("deletion")).toContainText("The Time Machine");
    await expect(changed.getByRole("insertion")).toHaveText("nothing");
  });
});

test("one button sends, goes on step by step, goes back where another is pressed, and leads to the next request", async ({
  open,
  page,
}) => {
  await open("inside-the-server/");
  const demo = await choose(page, "A slip of the pen");
  await press(demo, "Send");
  await expect(demo).toHaveAttribute("data-state", "done");
  const onward = demo.getByRole("button", { name: "Next" });
  await onward.focus();
  for (const name of ["Read", "Choose", "Run", "Data", "Build"]) {
    await page.keyboard.press("Enter");
    await expect(now(demo)).toContainText(name);
  }
  await press(demo, "Back");
  await expect(now(demo)).toContainText("Data");
  await expect(demo.getByRole("button", { name: "Back" })).toBeFocused();
  await onward.press("Enter");
  await page.keyboard.press("Enter");
  await expect(demo.getByRole("status")).toContainText("All steps: 404 Not Found");
  await page.keyboard.press("Enter");
  await expect(demo.getByRole("status")).toHaveText("Request 6 of 6: The wrong method.");
  await expect(demo.getByRole("button", { name: "Send" })).toBeFocused();
});

test("“The page is the server”: what changed in the server outlives the page", async ({ open, page }) => {
  await open("inside-the-server/");
  let demo = await choose(page, "A program with Dune");
  await expect(way(demo)).toContainText("Here the server is in your browser: a service worker");
  await expect(way(demo)).toContainText("A real server is another program, usually on another machine.");
  await sendWhole(demo);
  await expect(demo.getByRole("row", { name: "books/4" })).toContainText("Dune");
  await page.reload();
  demo = await choose(page, "A program with Dune");
  await sendWhole(demo);
  await expect(demo.getByRole("row", { name: "books/5" })).toContainText("Dune");
  await expect(way(demo)).toContainText("In the developer tools, under Network, this cycle is the row “books”.");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("one request is shown on its whole way, and its handler's source can be opened", async ({ open, page }) => {
    await open("inside-the-server/");
    const demo = page.getByRole("group", { name: "First way" });
    for (const name of ["Inbox", "Read", "Choose", "Run", "Data", "Build"]) await expect(demo).toContainText(name);
    await demo.getByText("The source of addBook").click();
    await expect(demo.locator(".source")).toBeVisible();
    await expect(demo.getByRole("button")).toHaveCount(0);
  });
});
