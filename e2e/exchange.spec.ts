import { expect, test } from "./site.ts";

for (const under of ["/", "/two/levels/"]) {
  test.describe(`under ${under}`, () => {
    test.use({ under });

    for (const stage of [1, 2, 3, 4, 5]) {
      test(`a reader presses Send in stage ${stage} and sees five stages from the worker`, async ({ open, page }) => {
        await open();
        const exchange = page.locator(`#stage-${stage} http-exchange`).first();
        await exchange.getByRole("button", { name: "Send", exact: true }).click();
        await expect(exchange).toHaveAttribute("data-state", "done");
        await expect(exchange).toHaveAttribute("data-host", "worker");
        for (const number of [1, 2, 3, 4, 5]) {
          await expect(exchange.locator(`[data-stage="${number}"]`)).toHaveCount(1);
          await expect(exchange.locator(`[data-stage="${number}"]`)).toContainText(/\d ms/);
        }
        await expect(exchange.getByRole("status")).toHaveText(/^\d{3} .*, \d+ fields?$/);
        await expect(exchange).toContainText("Live");
      });
    }
  });
}

test("the live exchange is there as plain data, equal in status to the built one", async ({ open, page }) => {
  await open();
  const exchange = page.locator("#stage-4 http-exchange").first();
  const read = () => exchange.evaluate((element) => JSON.parse(JSON.stringify((element as never)["exchange"])));
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
  const exchange = page.locator("#stage-4 http-exchange").first();
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
  const exchange = page.locator("#stage-4 http-exchange").first();
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
  const exchange = page.locator("#stage-4 http-exchange").first();
  await exchange.getByRole("button", { name: "Edit" }).click();
  await page.keyboard.press("Tab");
  await expect(exchange.getByRole("textbox")).not.toBeFocused();
});

test("a method that the browser refuses is told as the browser's refusal", async ({ open, page }) => {
  await open();
  const exchange = page.locator("#stage-4 http-exchange").first();
  await exchange.getByRole("button", { name: "Edit" }).click();
  await exchange.getByRole("textbox").fill("TRACE /books HTTP/1.1\n");
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange).toHaveAttribute("data-state", "failed");
  await expect(exchange.getByRole("status")).toContainText("refuses");
});

test("Reset brings the published transcript and the library's data back", async ({ open, page }) => {
  await open();
  const exchange = page.locator("#stage-3 http-exchange").first();
  const send = exchange.getByRole("button", { name: "Send", exact: true });
  await send.click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
  await send.click();
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/5");
  await exchange.getByRole("button", { name: "Reset" }).click();
  await expect(exchange).toHaveAttribute("data-state", "static");
  await expect(exchange.getByRole("status")).toContainText("Reset");
  await send.click();
  await expect(exchange).toHaveAttribute("data-state", "done");
  await expect(exchange.locator('[data-stage="4"]')).toContainText("/books/4");
});
