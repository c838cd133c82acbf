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
          await expect(exchange.locator(`[data-stage="${number}"]`)).toHaveText([/\d ms/]);
        }
        await expect(exchange.getByRole("status")).toHaveText(/^\d{3} .*Your browser added \d+ more fields?\.$/);
        await expect(exchange).toContainText("Live");
      }
    });
  });
}

test("a reader edits the request: mistakes are told with line and column, and the server answers what was written", async ({
  open,
  page,
}) => {
  await open();
  const exchange = transcript(page, 4);
  const editor = exchange.getByRole("textbox");
  const alert = exchange.getByRole("alert");
  const send = async (text: string) => {
    await editor.fill(text);
    await exchange.getByRole("button", { name: "Send", exact: true }).click();
  };

  await test.step("the editor has the focus, and Tab leaves it", async () => {
    await exchange.getByRole("button", { name: "Edit" }).click();
    await expect(editor).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(editor).not.toBeFocused();
  });

  for (const [what, text, says] of [
    ["a mistake", "GET /books/1 HTTP/1.1\nHost : library.example\n", "line 2, column 5"],
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
    ["a curl command that is no one request", "curl -F file=@a.png http://library.example/books", "found “-F”"],
  ] as const) {
    await test.step(`what no browser sends is told in the editor, the text is kept, and nothing is sent: ${what}`, async () => {
      await send(text);
      await expect(alert, what).toContainText(says);
      await expect(editor, what).toHaveValue(text);
      await expect(editor, what).toBeFocused();
      await expect(exchange, what).toHaveAttribute("data-state", "static");
      await expect(exchange.locator(".host-line"), what).not.toContainText("no mock server");
    });
  }

  await test.step("the server answers what was written", async () => {
    await send("GET /books/1 HTTP/1.1\nHost: library.example\nAccept: application/json\nCookie: a=1\n\n");
    await expect(exchange.getByRole("status")).toHaveText(/^200 OK/);
    await expect(exchange.locator('[data-stage="2"]')).toContainText("Cookie: a=1");
    await expect(editor).toHaveValue(/GET \/books\/1/);
  });
});

test.describe("what is pasted", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("is read where its meaning is plain, and stands in the editor as it is sent", async ({ open, page }) => {
    await open();
    for (const [what, stage, pasted, shows] of [
      [
        "a curl command",
        4,
        "$ curl -X DELETE 'http://127.0.0.1:8080/books/1'",
        /^DELETE \/books\/1 HTTP\/1\.1\nHost: library\.example\n/,
      ],
      ["a block with its fence", 2, "```http\nGET\u00a0/books/2 HTTP/2\n```", /^GET \/books\/2 HTTP\/1\.1$/],
    ] as const) {
      await test.step(what, async () => {
        const exchange = transcript(page, stage);
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

  await test.step("a reader who wants less motion sees both messages on their way at rest", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open();
    const still = transcript(page, 4);
    await still.getByRole("button", { name: "Send", exact: true }).click();
    await expect(still.getByText(/^It took [\d.]+ ms\.$/)).toBeVisible();
    expect(await still.evaluate((each) => each.getAnimations({ subtree: true }).length)).toBe(0);
  });
});

test("a transcript's data, its record and a changed library: what differs is told, and Start over brings all back", async ({
  open,
  page,
}) => {
  await open();
  const exchange = transcript(page, 3);
  const send = exchange.getByRole("button", { name: "Send", exact: true });
  const sent = exchange.locator('[data-stage="4"]');
  const startOver = async () => {
    await exchange.getByRole("button", { name: "Start over" }).click();
    await expect(exchange).toHaveAttribute("data-state", "static");
    await expect(exchange.getByRole("status")).toContainText("as recorded");
  };

  await test.step("who hears a message, hears of each line who wrote it", async () => {
    const lines = transcript(page, 4).locator('[data-stage="4"]').getByRole("listitem");
    await expect(lines.first()).toContainText("written by the server");
    await expect(page.locator("demo-exchange").first()).toContainText("written by the browser, hidden from this page");
  });

  await test.step("the live exchange is there as plain data, equal in status to the built one", async () => {
    const missing = transcript(page, 4);
    const read = () => missing.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchange"])));
    await expect(missing.getByRole("button", { name: "Send", exact: true })).toBeVisible();
    const built = await read();
    expect(built.host).toBe("build");
    await missing.getByRole("button", { name: "Send", exact: true }).click();
    await expect(missing).toHaveAttribute("data-state", "done");
    const live = await read();
    expect(live.host).toBe("worker");
    expect(live.request.method).toBe(built.request.method);
    expect(live.request.target).toBe(built.request.target);
    expect(live.response.status).toBe(built.response.status);
    expect(live.steps.length).toBeGreaterThan(2);
    expect(live.request.fields.map(({ by }: { by: string }) => by)).toContain("browser");
  });

  await test.step("Start over brings the published transcript and the library's data back", async () => {
    await send.click();
    await expect(exchange).toHaveAttribute("data-state", "done");
    await expect(sent).toContainText("/books/4");
    await send.click();
    await expect(sent).toContainText("/books/5");
    await startOver();
    await send.click();
    await expect(exchange).toHaveAttribute("data-state", "done");
    await expect(sent).toContainText("/books/4");
  });

  await test.step("an answer that differs from the record says so and why, and a fresh library brings the recorded one", async () => {
    await expect(exchange.getByText("differs from the record")).toHaveCount(0);
    await send.click();
    await expect(exchange.getByText("differs from the record")).toBeVisible();
    await expect(exchange).toContainText("In the record, Location says /books/4; now Location says /books/5.");
    await expect(exchange).toContainText("The library has changed since it was fresh: POST /books in “Dune comes in”");
    await exchange.getByRole("button", { name: "Take a fresh library, and send again" }).click();
    await expect(sent).toContainText("/books/4");
    await expect(exchange.getByText("differs from the record")).toHaveCount(0);
  });

  await test.step("a guess at the status is not judged where the library has changed; a fresh one brings the recorded answer", async () => {
    await startOver();
    await exchange.getByRole("button", { name: "Edit" }).click();
    await exchange.getByRole("textbox").fill("DELETE /books/1\nAccept: application/json\n");
    await send.click();
    await expect(exchange.getByRole("status")).toHaveText(/^204/);
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
});

test("a transcript that asks: its answer is covered, guesses meet the belief behind them, and marked lines stay marked", async ({
  open,
  page,
}) => {
  const exchange = page.getByRole("group", { name: "Marked and asked" });
  const send = exchange.getByRole("button", { name: "Send", exact: true });

  await test.step("an answer that is asked about is covered until it is sent, and a wrong guess meets the belief behind it", async () => {
    await open("blocks/");
    await exchange.scrollIntoViewIfNeeded();
    await exchange.getByRole("radio", { name: "nothing comes back" }).check();
    await expect(exchange.getByText("404 Not Found").filter({ visible: true })).toHaveCount(0);
    await expect(exchange.locator(".marked"), "the lines that an author marked").toHaveCount(3);
    await send.click();
    await expect(exchange.getByRole("status")).toHaveText(/^Not quite: 404 Not Found$/);
    await expect(exchange.getByText("Whatever fails is a 404.")).toBeVisible();
  });

  await test.step("the lines that an author marked stay marked when the request is sent and when it is reset", async () => {
    await expect(exchange).toHaveAttribute("data-state", "done");
    await expect(exchange.locator(".marked")).toHaveCount(3);
    await exchange.getByRole("button", { name: "Start over" }).click();
    await expect(exchange).toHaveAttribute("data-state", "static");
    await expect(exchange.locator(".marked")).toHaveCount(3);
  });

  await test.step("a guess about the record is not judged by the answer to another request", async () => {
    await open("blocks/");
    await exchange.scrollIntoViewIfNeeded();
    await exchange.getByRole("radio", { name: "404" }).check();
    await exchange.getByRole("button", { name: "Edit" }).click();
    await exchange.getByRole("textbox").fill("GET /books/1\nAccept: text/html\n");
    await send.click();
    await expect(exchange.getByRole("status")).toHaveText(/^200 OK\. Your browser added/);
    await expect(exchange.getByRole("radio", { name: "404" })).toBeChecked();
  });

  await test.step("who does not want to guess is shown the answer at once", async () => {
    await open("blocks/");
    await exchange.getByRole("button", { name: "Just show me" }).click();
    await expect(exchange.getByRole("status")).toHaveText(/^404 Not Found/);
    await expect(send).toBeFocused();
  });
});

test("transcripts of one page: a block has a library of its own, a message by hand is for reading, and what one withdrew another misses", async ({
  open,
  page,
}) => {
  await open("blocks/");

  await test.step("a message that is written by hand can be read and copied, and no browser is asked to send it", async () => {
    const exchange = page.getByRole("group", { name: "No host" });
    await expect(exchange.getByRole("button", { name: "Copy" })).toBeVisible();
    await expect(exchange.getByRole("button", { name: "Send" })).toHaveCount(0);
  });

  await test.step("a block of several requests runs in order on a library of its own, whatever happened elsewhere", async () => {
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

  await test.step("a book that was withdrawn elsewhere makes another transcript differ, and no changed request counts as a difference", async () => {
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
});
