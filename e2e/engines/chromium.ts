import { chromium, type Page } from "@playwright/test";
import { type Browser, fromJson, overJson, type Size, type Tab, within } from "./tab.ts";

/** Chromium, by Playwright. Each tab is a context of its own. */
export async function startChromium(executablePath: string): Promise<Browser> {
  const browser = await within("start Chromium", chromium.launch({ executablePath, args: ["--disable-gpu"] }));
  return {
    openTab: (size) => within("open a tab", openTab(size)),
    close: () => within("close Chromium", browser.close()),
  };

  async function openTab(size: Size): Promise<Tab> {
    const context = await browser.newContext({ viewport: size, ignoreHTTPSErrors: true });
    const page = await context.newPage();
    return { ...tabOf(page), close: () => within("close a tab", context.close()) };
  }
}

/** A page of Playwright's as a tab. */
export function tabOf(page: Page): Tab {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isOurs = message.type() === "error" || message.type() === "warning";
    // Of requests that fail, the mock server's refusals among them, the demos tell; the host's log tells of the others.
    if (isOurs && !message.text().startsWith("Failed to load resource")) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  const { mouse, keyboard } = page;
  const inTurn = async (acts: readonly (() => Promise<void>)[]): Promise<void> => {
    for (const act of acts) await act();
  };
  return {
    complaints,
    open: async (url) => void (await within(`open ${url}`, page.goto(url, { waitUntil: "domcontentloaded" }))),
    run: async (script, ...args) =>
      fromJson(
        await within("run a script", page.evaluate(`(${overJson(script)})(${JSON.stringify(JSON.stringify(args))})`)),
      ),
    drag: ([first = { x: 0, y: 0 }, ...others]) =>
      within(
        "use the mouse",
        inTurn([
          () => mouse.move(first.x, first.y),
          () => mouse.down(),
          ...others.map(
            ({ x, y }) =>
              () =>
                mouse.move(x, y),
          ),
          () => mouse.up(),
        ]),
      ),
    press: (...keys) => within("press keys", keyboard.press(keys.join("+"))),
    // Each key waits for the page to be drawn, which takes half a minute for an address on a busy machine. So all but the last
    // character come as from an input method: the other engines' keys are told at once.
    type: (text) =>
      within("type", inTurn([() => keyboard.insertText(text.slice(0, -1)), () => keyboard.type(text.slice(-1))])),
    screenshot: () => within("take a picture", page.screenshot()),
    close: () => within("close a tab", page.close()),
  };
}
