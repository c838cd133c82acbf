import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import { parseResponse } from "../src/http/message/parse-message.ts";
import { memoryStore } from "../src/lab/library-store.ts";
import { missing } from "../src/lab/node/foreign-clients.ts";
import { library, startMockServer } from "../src/lab/node/mock-server.ts";
import { lesson, transcript } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson, permissions: ["clipboard-read", "clipboard-write"] });

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Choose a form from a demo's Copy menu. */
async function copyAs(demo: Locator, form: string | RegExp): Promise<void> {
  await demo.getByRole("button", { name: "Copy", exact: true }).click();
  await demo.getByRole("menuitem", { name: form }).click();
}

test("on a slow line a press of Copy shows at once that the menu is on its way", async ({ open, page }) => {
  let send: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route("**/copy-menu.*.js", async (route) => {
    await held;
    await route.continue();
  });
  await open();
  const opener = transcript(page, 3).getByRole("button", { name: "Copy", exact: true });
  await opener.click();
  await expect(opener).toHaveAttribute("aria-busy", "true");
  await expect(opener).not.toHaveCSS("opacity", "1");
  send();
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await expect(opener).toHaveCSS("opacity", "1");
});

test("a transcript is copied as HTTP, whole or by its lines, and as a file, from a menu that keys reach", async ({
  open,
  page,
}) => {
  await open();

  await test.step("lines that are selected in a transcript are copied as HTTP, and words within a line as they are", async () => {
    const exchange = transcript(page, 2);
    const lines = exchange.locator('[data-stage="2"] .message-lines > li');
    const select = async (from: Locator, to: Locator) => {
      const [start, end] = [await from.elementHandle(), await to.elementHandle()];
      await page.evaluate(
        ([start, end]) => {
          if (start && end) getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length);
          document.dispatchEvent(new Event("selectstart"));
        },
        [start, end],
      );
    };
    await select(lines.first(), lines.last());
    await expect(async () => {
      await page.keyboard.press("ControlOrMeta+c");
      expect(await copied(page)).toMatch(
        /^POST \/books HTTP\/1\.1\nHost: library\.example\n(?:[\w-]+: .*\n)+\ntitle=\S+\n$/,
      );
    }).toPass();

    await select(lines.first().locator("code"), lines.first().locator("code"));
    await page.keyboard.press("ControlOrMeta+c");
    expect(await copied(page)).toBe("POST /books HTTP/1.1");
  });

  await test.step("a transcript has three buttons at rest, and what it copies as stands in a menu that keys reach", async () => {
    const exchange = transcript(page, 3);
    await expect(exchange.locator(".controls").getByRole("button")).toHaveText(["Send", "Edit", "Copy"]);
    const opener = exchange.getByRole("button", { name: "Copy", exact: true });
    const items = exchange.getByRole("menuitem");
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(opener).toHaveAttribute("aria-expanded", "true");
    await expect(items.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(items.nth(1)).toBeFocused();
    await page.keyboard.press("End");
    await expect(items.last()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(items.first()).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(items.last()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(items).toHaveCount(0);
    await expect(opener).toBeFocused();
    await opener.click();
    await expect(items.first()).toBeVisible();
    await page.locator("h1").click();
    await expect(items).toHaveCount(0);
    await expect(opener).toHaveAttribute("aria-expanded", "false");
  });

  await test.step("the whole cycle is copied as HTTP, request and response", async () => {
    const exchange = transcript(page, 4);
    await copyAs(exchange, "HTTP");
    await expect(exchange.getByRole("status")).toHaveText("Copied as HTTP.");
    const [request = "", response = ""] = (await copied(page)).split(/\n\n(?=HTTP\/)/);
    expect(request).toMatch(/^GET \/books\/\d+ HTTP\/1\.1\nHost: library\.example\n/);
    expect(request).not.toContain("you");
    expect(parseResponse(response).status).toBe(404);
  });

  await test.step("a cycle is saved as a HAR file for developer tools", async () => {
    const exchange = transcript(page, 4);
    const download = page.waitForEvent("download");
    await copyAs(exchange, "HAR file");
    const file = await download;
    expect(file.suggestedFilename()).toBe("library.example.har");
    const { log } = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(log.version).toBe("1.2");
    expect(log.entries.map((entry: { response: { status: number } }) => entry.response.status)).toEqual([404]);
    await expect(exchange.getByRole("status")).toContainText("Open it in the Network panel");
  });

  await test.step("what is copied as HTTP is read again where it is pasted, and sent", async () => {
    await copyAs(transcript(page, 2), "HTTP");
    const other = transcript(page, 4);
    await other.getByRole("button", { name: "Edit" }).click();
    await other.getByRole("textbox").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+v");
    await expect(other.getByRole("status")).toContainText("the response below it was left out");
    await other.getByRole("button", { name: "Send", exact: true }).click();
    await expect(other).toHaveAttribute("data-state", "done");
    await expect(other.locator('[data-stage="4"]')).toContainText("303 See Other");
  });
});

test("who copies cURL learns that no terminal reaches the browser's server, and gets a command for a real one", async ({
  open,
  page,
}) => {
  await open();
  const exchange = transcript(page, 3);
  await copyAs(exchange, "cURL for sh");
  await expect(exchange.getByRole("status")).toContainText("a terminal cannot reach it");
  await expect(exchange.getByRole("status")).toContainText("npm run mock");
  const command = await copied(page);
  expect(command).toContain("http://127.0.0.1:8080/books");

  await test.step(`curl answers the command${missing("curl") ? `: left out, for ${missing("curl")}` : ""}`, async () => {
    if (missing("curl")) return;
    const server = await startMockServer(library(memoryStore(), () => {}));
    const output = await shell(command.replace("http://127.0.0.1:8080/", server.url));
    await server.close();
    expect(parseResponse(output).status).toBe(201);
  });
});

for (const [platform, first] of [
  ["Windows", ["cURL for cmd (Windows)", "cURL for PowerShell (Windows)", "cURL for sh (macOS, Linux)"]],
  ["macOS", ["cURL for sh (macOS, Linux)", "cURL for cmd (Windows)", "cURL for PowerShell (Windows)"]],
] as const) {
  test(`on ${platform}, the shells of ${platform} come first`, async ({ open, page }) => {
    await page.addInitScript((platform) => {
      Object.defineProperty(navigator, "userAgentData", { value: { platform } });
    }, platform);
    await open();
    const exchange = transcript(page, 3);
    await exchange.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(exchange.getByRole("menuitem", { name: "cURL" })).toHaveText([...first]);
  });
}

test.describe("in another page", () => {
  // It asks another server: that is what is tried here.
  test.use({ expected: /a request leaves the site: (?:GET|OPTIONS|POST) http:\/\/127\.0\.0\.1/ });

  test("code that is copied as fetch runs in another page, for the real server lets pages of other origins ask", async ({
    open,
    page,
    context,
  }) => {
    await open();
    const exchange = transcript(page, 3);
    await copyAs(exchange, "fetch");
    await expect(exchange.getByRole("status")).toContainText("in the console of another page");
    const code = await copied(page);
    const server = await startMockServer(library(memoryStore(), () => {}));
    const elsewhere = createServer((_, response) => response.end("<!doctype html><title>Another page</title>"));
    await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const run = `(async () => { ${code.replace("http://127.0.0.1:8080/", server.url)}\nreturn [response.status, response.headers.get("Location")]; })()`;
    expect(await other.evaluate(run)).toEqual([201, "/books/4"]);
    await other.close();
    elsewhere.closeAllConnections();
    elsewhere.close();
    await server.close();
  });
});

test("all cycles of a demo are copied together, as HTTP or as a HAR file", async ({ open, page }) => {
  await open();
  for (const [tag, act] of [
    ["what-comes-back", "Send"],
    ["guess-the-status", "Send"],
    ["same-again", "Send"],
    ["two-clients", "Ask for the list"],
    ["demo-walk", "Go"],
  ] as const) {
    await test.step(tag, async () => {
      const demo = page.locator(tag);
      await demo.scrollIntoViewIfNeeded();
      await expect(demo).toHaveAttribute("data-state", "ready");
      const copy = demo.getByRole("button", { name: "Copy", exact: true });
      await expect(copy).toHaveCount(0);
      await demo.getByRole("button", { name: act }).first().click();
      await expect(demo).toHaveAttribute("data-state", "done", { timeout: 15_000 });
      await copy.click();
      await expect(demo.getByRole("menuitem")).toHaveText([
        "HTTP: request and response",
        "Frame for a page of yours",
        "HAR file (for developer tools)",
      ]);
      // What another demo copied stands there before.
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await demo.getByRole("menuitem", { name: "HTTP" }).click();
      await expect(demo.getByRole("status").first()).toHaveText("Copied as HTTP.");
      expect(await copied(page), tag).toMatch(/^GET \/\S* HTTP\/1\.1\n[\s\S]*\n\nHTTP\/1\.1 \d{3} /);
    });
  }
});

function shell(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("sh", ["-c", `${command} --silent`], (error, output) => (error ? reject(error) : resolve(output)));
  });
}
