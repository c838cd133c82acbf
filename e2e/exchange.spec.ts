import { lesson, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

for (const under of ["/", "/two/levels/"]) {
  test.describe(`under ${under}`, () => {
    test.use({ under });

    test("a reader presses Send in each stage and sees five stages from the worker", async ({ open, page }) => {
      await open();
      for (const stage of [1, 2, 3, 4, 5]) {
        const exchange = transcript(page, stage);
        await exchange.getByRole("button", { name: "Send", exact: true }).click();
        await expect(exchange).toHaveAttribute("data-state", "done");
        await expect(exchange).toHaveAttribute("data-host", "worker");
        for (const number of [1, 2, 3, 4, 5]) {
          await expect(exchange.locator(`[data-stage="${number}"]`)).toHaveCount(1);
          await expect(exchange.locator(`[data-stage="${number}"]`)).toContainText(/\d ms/);
        }
        await expect(exchange.getByRole("status")).toHaveText(/^\d{3} .*Your browser added \d+ more fields?\.$/);
        await expect(exchange).toContainText("Live");
      }
    });
  });
}

test("the live exchange is there as plain data, equal in status to the built one", async ({ open, page }) => {
  await open();
  const exchange = transcript(page, 4);
  const read = () => exchange.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchange"])));
  await expect(exchange.getByRole("button", { name: "Send", exact: true })).toBeVisible();
  const built = await read();
  expect(built.host).toBe("build");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  const live = await read();
  expect(live.host).toBe("worker");
  expect(live.request.method).toBe(built.request.method);
  expect(live.request.target).toBe(built.request.target);
  expect(live.response.status).toBe(built.response.status);
  expect(live.steps.length).toBeGreaterThan(2);
  expect(live.request.fields.map(({ by }: { by: string }) => by)).toContain("browser");
});

test("a reader edits the request, and the server answers what was written", async ({ open, page }) => {
  await open();
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Edit" }).click();
  const editor = exchange.getByRole("textbox");
  await expect(editor).toBeFocused();
  await editor.fill("GET /books/1 HTTP/1.1\nHost: library.example\nAccept: application/json\nCookie: a=1\n\n");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("status")).toHaveText(/^200 OK/);
  await expect(exchange.locator('[data-stage="2"]')).toContainText("Cookie: a=1");
  await expect(editor).toHaveValue(/GET \/books\/1/);
});

test("a mistake in the editor names line and column, and keeps the text", async ({ open, page }) => {
  await open();
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Edit" }).click();
  const editor = exchange.getByRole("textbox");
  const wrong = "GET /books/1 HTTP/1.1\nHost : library.example\n";
  await editor.fill(wrong);
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("alert")).toContainText("line 2, column 5");
  await expect(editor).toHaveValue(wrong);
  await expect(editor).toBeFocused();
  await expect(exchange).toHaveAttribute("data-state", "static");
});

test("Tab leaves the editor", async ({ open, page }) => {
  await open();
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Edit" }).click();
  await expect(exchange.getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(exchange.getByRole("textbox")).not.toBeFocused();
});

test("what no browser sends is told in the editor, with line and column, and nothing is sent", async ({
  open,
  page,
}) => {
  await open();
  const exchange = transcript(page, 4);
  await exchange.getByRole("button", { name: "Edit" }).click();
  for (const [what, text, says] of [
    ["a method", "TRACE /books HTTP/1.1\n", "line 1, column 1: expected a method that browsers send"],
    [
      "a typographic quote",
      "GET /books HTTP/1.1\nX-Name: Zoë’s\n",
      "line 2, column 12: expected a character that fields",
    ],
    ["content with GET", "GET /books HTTP/1.1\n\nhello\n", "line 3, column 1: expected no content"],
    [
      "another host",
      "GET https://api.example/ HTTP/1.1\n",
      "expected library.example, the only host that answers here",
    ],
  ] as const) {
    await test.step(what, async () => {
      await exchange.getByRole("textbox").fill(text);
      await exchange.getByRole("button", { name: "Send", exact: true }).click();
      await expect(exchange.getByRole("alert"), what).toContainText(says);
      await expect(exchange.getByRole("textbox"), what).toBeFocused();
      await expect(exchange, what).toHaveAttribute("data-state", "static");
      await expect(exchange.locator(".host-line"), what).not.toContainText("no mock server");
    });
  }
});

test.describe("what is pasted is read where its meaning is plain", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  for (const [what, pasted, shows] of [
    [
      "a curl command",
      "$ curl -X DELETE 'http://127.0.0.1:8080/books/1'",
      /^DELETE \/books\/1 HTTP\/1\.1\nHost: library\.example\n/,
    ],
    ["a block with its fence", "```http\nGET\u00a0/books/2 HTTP/2\n```", /^GET \/books\/2 HTTP\/1\.1$/],
  ] as const) {
    test(`${what}, and stands in the editor as it is sent`, async ({ open, page }) => {
      await open();
      const exchange = transcript(page, 4);
      await exchange.getByRole("button", { name: "Edit" }).click();
      await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
      await exchange.getByRole("textbox").focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.press("ControlOrMeta+v");
      await expect(exchange.getByRole("textbox")).toHaveValue(shows);
      await expect(exchange.getByRole("status")).toContainText(/was (?:read|made plain)/);
      await exchange.getByRole("button", { name: "Send", exact: true }).click();
      await expect(exchange).toHaveAttribute("data-state", "done");
    });
  }

  test("a curl command that is no one request is told in words", async ({ open, page }) => {
    await open();
    const exchange = transcript(page, 4);
    await exchange.getByRole("button", { name: "Edit" }).click();
    await exchange.getByRole("textbox").fill("curl -F file=@a.png http://library.example/books");
    await exchange.getByRole("button", { name: "Send", exact: true }).click();
    await expect(exchange.getByRole("alert")).toContainText("found “-F”");
  });
});

test("a reader sees the request travel and the response come back, slowly, and can end that", async ({
  open,
  page,
}) => {
  await open();
  const exchange = transcript(page, 2);
  const button = exchange.getByRole("button", { name: "Send", exact: true });
  const moving = () => exchange.evaluate((each) => each.getAnimations({ subtree: true }).length);
  // Held as soon as they move, so that only the reader can end them, however slow the machine is.
  const held = exchange.evaluate(
    (each) =>
      new Promise<number>((done) => {
        const look = (): void => {
          const animations = each.getAnimations({ subtree: true });
          if (animations.length === 0) return void requestAnimationFrame(look);
          for (const animation of animations) animation.pause();
          done(animations.length);
        };
        look();
      }),
  );
  await button.click();
  // What came is there at once; only the picture is slow.
  await expect(exchange.getByRole("status")).toHaveText(/^303/);
  await expect(exchange.getByText(/^Really: [\d.]+ ms\. Shown slowed down\.$/)).toBeVisible();
  expect(await held).toBeGreaterThan(0);
  expect(await moving()).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await expect.poll(moving).toBe(0);
  await button.click();
  await expect(exchange.getByText("Cycle 2, by the browser itself")).toBeVisible();
  await expect(exchange.getByText(/^GET \/books\/\d/).first()).toBeVisible();
});

test.describe("a reader who wants less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("sees both messages on their way at rest", async ({ open, page }) => {
    await open();
    const exchange = transcript(page, 4);
    await exchange.getByRole("button", { name: "Send", exact: true }).click();
    await expect(exchange.getByText(/^It took [\d.]+ ms\.$/)).toBeVisible();
    expect(await exchange.evaluate((each) => each.getAnimations({ subtree: true }).length)).toBe(0);
  });
});

test("Start over brings the published transcript and the library's data back", async ({ open, page }) => {
  await open();
  const exchange = transcript(page, 3);
  const send = exchange.getByRole("button", { name: "Send", exact: true });
  await send.click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
  await send.click();
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/5");
  await exchange.getByRole("button", { name: "Start over" }).click();
  await expect(exchange).toHaveAttribute("data-state", "static");
  await expect(exchange.getByRole("status")).toContainText("as recorded");
  await send.click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
});

test("who hears a message, hears of each line who wrote it", async ({ open, page }) => {
  await open();
  const lines = transcript(page, 4).locator('[data-stage="4"]').getByRole("listitem");
  await expect(lines.first()).toContainText("written by the server");
  await expect(page.locator("demo-exchange").first()).toContainText("written by the browser, hidden from this page");
});

test("an answer that differs from the record says so and why, and a fresh library brings the recorded one", async ({
  open,
  page,
}) => {
  await open();
  const exchange = transcript(page, 3);
  const send = exchange.getByRole("button", { name: "Send", exact: true });
  await send.click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange.getByText("differs from the record")).toHaveCount(0);
  await send.click();
  await expect(exchange.getByText("differs from the record")).toBeVisible();
  await expect(exchange).toContainText("In the record, Location says /books/4; now Location says /books/5.");
  await expect(exchange).toContainText("The library has changed since it was fresh: POST /books in “Dune comes in”");
  await exchange.getByRole("button", { name: "Take a fresh library, and send again" }).click();
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
  await expect(exchange.getByText("differs from the record")).toHaveCount(0);
});

test("a book that was withdrawn elsewhere makes another transcript differ, and no changed request counts as a difference", async ({
  open,
  page,
}) => {
  await open("blocks/");
  const reader = page.getByRole("group", { name: "One book" });
  await reader.getByRole("button", { name: "Edit" }).click();
  await reader.getByRole("textbox").fill("DELETE /books/1\nAccept: application/json\n");
  await reader.getByRole("button", { name: "Send", exact: true }).click();
  await expect(reader.getByRole("status")).toHaveText(/^204/);
  await expect(reader.getByText("differs from the record")).toHaveCount(0);
  await reader.getByRole("textbox").fill("GET /books/1\nAccept: application/json\n");
  await reader.getByRole("button", { name: "Send", exact: true }).click();
  await expect(reader.getByRole("status")).toHaveText(/^410/);
  await expect(reader).toContainText("The record says 200 OK, and now 410 Gone came.");
  await expect(reader).toContainText("DELETE /books/1 in “One book”");
});

test("the lines that an author marked stay marked when the request is sent and when it is reset", async ({
  open,
  page,
}) => {
  await open("blocks/");
  const exchange = page.getByRole("group", { name: "Marked and asked" });
  const marked = exchange.locator(".marked");
  await expect(marked).toHaveCount(3);
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(marked).toHaveCount(3);
  await exchange.getByRole("button", { name: "Start over" }).click();
  await expect(exchange).toHaveAttribute("data-state", "static");
  await expect(marked).toHaveCount(3);
});

test("a guess about the record is not judged by the answer to another request", async ({ open, page }) => {
  await open("blocks/");
  const exchange = page.getByRole("group", { name: "Marked and asked" });
  await exchange.scrollIntoViewIfNeeded();
  await exchange.getByRole("radio", { name: "404" }).check();
  await exchange.getByRole("button", { name: "Edit" }).click();
  await exchange.getByRole("textbox").fill("GET /books/1\nAccept: text/html\n");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("status")).toHaveText(/^200 OK\. Your browser added/);
  await expect(exchange.getByRole("radio", { name: "404" })).toBeChecked();
});

test("an answer that is asked about is covered until it is sent, and a wrong guess meets the belief behind it", async ({
  open,
  page,
}) => {
  await open("blocks/");
  const exchange = page.getByRole("group", { name: "Marked and asked" });
  await exchange.scrollIntoViewIfNeeded();
  await exchange.getByRole("radio", { name: "nothing comes back" }).check();
  await expect(exchange.getByText("404 Not Found").filter({ visible: true })).toHaveCount(0);
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("status")).toHaveText(/^Not quite: 404 Not Found$/);
  await expect(exchange.getByText("Whatever fails is a 404.")).toBeVisible();
});

test("who does not want to guess is shown the answer at once", async ({ open, page }) => {
  await open("blocks/");
  const exchange = page.getByRole("group", { name: "Marked and asked" });
  await exchange.getByRole("button", { name: "Just show me" }).click();
  await expect(exchange.getByRole("status")).toHaveText(/^404 Not Found/);
  await expect(exchange.getByRole("button", { name: "Send", exact: true })).toBeFocused();
});

test("a block of several requests runs in order on a library of its own, whatever happened elsewhere", async ({
  open,
  page,
}) => {
  await open("blocks/");
  const block = page.getByRole("group", { name: "One after the other" });
  const [first, second] = [block.locator("demo-exchange").first(), block.locator("demo-exchange").last()];
  await second.getByRole("button", { name: "Send", exact: true }).click();
  await expect(second).toHaveAttribute("data-state", "done");
  await expect(first).toHaveAttribute("data-state", "done");
  await expect(second.locator('[data-stage="4"]')).toContainText("Dune");
  for (const _ of [1, 2]) {
    await block.getByRole("button", { name: "Send all in order" }).click();
    await expect(block.getByText("2 requests sent in order, on a fresh library of this block’s own.")).toBeVisible();
    await expect(first.locator('[data-stage="4"]')).toContainText("/books/4");
  }
  await expect(block.getByText("differs from the record")).toHaveCount(0);
  await block.getByRole("button", { name: "Start all over" }).click();
  await expect(second).toHaveAttribute("data-state", "static");
  const all = page.getByRole("group", { name: "The list" });
  await all.getByRole("button", { name: "Send", exact: true }).click();
  await expect(all).toHaveAttribute("data-state", "done");
  await expect(all.locator('[data-stage="4"]')).not.toContainText("Dune");
});

test("a message that is written by hand can be read and copied, and no browser is asked to send it", async ({
  open,
  page,
}) => {
  await open("blocks/");
  const exchange = page.getByRole("group", { name: "No host" });
  await expect(exchange.getByRole("button", { name: "Copy" })).toBeVisible();
  await expect(exchange.getByRole("button", { name: "Send" })).toHaveCount(0);
});

test("a guess at the status is not judged where the library has changed; a fresh one brings the recorded answer", async ({
  open,
  page,
}) => {
  await open();
  const program = transcript(page, 3);
  await program.getByRole("button", { name: "Edit" }).click();
  await program.getByRole("textbox").fill("DELETE /books/1\nAccept: application/json\n");
  await program.getByRole("button", { name: "Send", exact: true }).click();
  await expect(program.getByRole("status")).toHaveText(/^204/);
  const demo = page.getByRole("group", { name: "Statuses" });
  await demo.scrollIntoViewIfNeeded();
  await demo.getByRole("radio", { name: "200" }).check();
  await demo.getByRole("button", { name: "Send" }).click();
  await expect(demo.getByRole("status").first()).toHaveText(/^410 Gone/);
  await expect(demo).toContainText("When this page was built, status 200 came.");
  await expect(demo).toContainText("DELETE /books/1 in “Dune comes in”");
  await expect(demo).toContainText("0 of 0 guesses right");
  await demo.getByRole("button", { name: "Take a fresh library, and send again" }).click();
  await expect(demo.getByRole("status").first()).toHaveText(/^As you expected\. 200/);
  await expect(demo).toContainText("1 of 1 guess right");
  await expect(demo.getByRole("button", { name: "Send" })).toBeFocused();
});
