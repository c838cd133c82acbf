import { setTimeout as wait } from "node:timers/promises";
import type { WebKitPrograms } from "../browser.ts";
import { freePort } from "../places.ts";
import { chord, dragging, typing } from "./actions.ts";
import { type Program, start } from "./program.ts";
import { type Browser, fromJson, overJson, type Size, type Tab, within } from "./tab.ts";

// WebKitGTK has the engine of Safari, and MiniBrowser is its bare browser: WebKitWebDriver drives it by W3C WebDriver, which
// is plain HTTP. It has no mode without a window, so Xvfb gives it a screen. A session starts three programs, which takes more
// than most tests do, so there is one: its tests use one window in turn, each at a host of its own.
// https://www.w3.org/TR/webdriver2/

export async function startWebKit({ driver, path, screen }: WebKitPrograms): Promise<Browser> {
  const programs: Program[] = [];
  const close = async (): Promise<void> => {
    for (const program of programs.splice(0)) program.end();
  };
  try {
    const xvfb = start(
      screen,
      ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
      ["ignore", "ignore", "ignore", "pipe"],
    );
    programs.push(xvfb);
    const display = await within("start Xvfb", firstWords(xvfb));
    const port = await freePort();
    programs.push(
      start(driver, [`--port=${port}`], ["ignore", "ignore", "ignore"], {
        DISPLAY: `:${display}`,
        // There is no graphics card, and what would stand in for it is slow.
        LIBGL_ALWAYS_SOFTWARE: "1",
        WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      }),
    );
    const send = (method: string, path: string, content?: object) => command(port, method, path, content);
    await within("start WebKitWebDriver", answering(send));
    const session = await newSession(send, path);
    return { openTab: (size) => openTab(session, size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Send = (method: string, path: string, content?: object) => Promise<unknown>;

async function newSession(send: Send, binary: string): Promise<Send> {
  // A page counts as loaded when its frames are, but a demo's frame may wait for what the test answers: so a call waits
  // for nothing by itself.
  const capabilities = {
    pageLoadStrategy: "none",
    acceptInsecureCerts: true,
    "webkitgtk:browserOptions": { binary, args: ["--automation"] },
  };
  const { sessionId } = (await send("POST", "/session", { capabilities: { alwaysMatch: capabilities } })) as {
    sessionId: string;
  };
  return (method, path, content) => send(method, `/session/${sessionId}${path}`, content);
}

async function openTab(inSession: Send, size: Size): Promise<Tab> {
  const execute: Send = (method, path, content) =>
    inSession(method, path, content).catch(async (error) => {
      // The driver loses the result of a script where a frame begins to load another page meanwhile; it can be asked again.
      // Where the web process has ended, that fails as well.
      if (!/Could not parse script result|"unknown error","message":""/.test(String(error))) throw error;
      await wait(200);
      return inSession(method, path, content);
    });
  const run: Tab["run"] = async (script, ...args) =>
    fromJson(
      await execute("POST", "/execute/async", {
        script: `const [json, done] = arguments; (${overJson(script)})(json).then(done);`,
        args: [JSON.stringify(args)],
      }),
    );
  const act = async (actions: unknown): Promise<void> => void (await inSession("POST", "/actions", { actions }));
  await fitWindow(inSession, run, size);
  return {
    // The driver gives no console: what can be heard, the page hears.
    complaints: [],
    open: async (url) => {
      await run(() => void Object.assign(globalThis, { left: true }));
      await inSession("POST", "/url", { url });
      // On the way a new process may show an empty page for a moment.
      const isThere = (): boolean =>
        !("left" in globalThis) && location.href !== "about:blank" && document.readyState !== "loading";
      await within(
        `open ${url}`,
        until(() => run(isThere).catch(() => false)),
      );
    },
    run,
    drag: (points) => act(dragging(points)),
    press: (...keys) => act(chord(keys)),
    // Each key waits for the page twice, which was half of a test that writes messages. So all but the last character come as
    // from an input method.
    type: async (text) => {
      await run(insert, text.slice(0, -1));
      await act(typing(text.slice(-1)));
    },
    screenshot: async () => Buffer.from(String(await inSession("GET", "/screenshot")), "base64"),
    close: async () => void (await inSession("POST", "/url", { url: "about:blank" })),
  };
}

/** Writes where the reader's keys go. Runs in the page, and so stands alone. */
function insert(text: string): void {
  let { activeElement: field } = document;
  while (field?.localName === "iframe") field = (field as HTMLIFrameElement).contentDocument?.activeElement ?? null;
  // Outdated, as its type says, but nothing else in a page writes as an input method does.
  const page: { execCommand(command: string, asks: boolean, text: string): boolean } | undefined = field?.ownerDocument;
  if (text !== "" && !page?.execCommand("insertText", false, text))
    throw new Error(`there is no field to write “${text}” in`);
}

/** Makes the window so large that the page in it has the size. */
async function fitWindow(inSession: Send, run: Tab["run"], size: Size): Promise<void> {
  await inSession("POST", "/window/rect", size);
  const inner = await run(() => ({ width: innerWidth, height: innerHeight }));
  const [width, height] = [2 * size.width - inner.width, 2 * size.height - inner.height];
  await inSession("POST", "/window/rect", { width, height });
}

async function command(port: number, method: string, path: string, content?: object): Promise<unknown> {
  const what = `${method} ${path.replace(/\/session\/[^/]+/, "")}`;
  // Given up a second after `within` has named it.
  const request = { method, ...(content && { body: JSON.stringify(content) }), signal: AbortSignal.timeout(31_000) };
  const response = await within(what, fetch(`http://127.0.0.1:${port}${path}`, request));
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKitWebDriver refused ${what}: ${JSON.stringify(value).slice(0, 300)}`);
  return value;
}

const answering = (send: Send): Promise<void> => until(() => send("GET", "/status").then(Boolean, () => false));

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}

/** What a program writes to its fourth descriptor first: Xvfb, the number of the display that it found free. */
function firstWords({ process: { stdio } }: Program): Promise<string> {
  return new Promise((said) => stdio[3]?.once("data", (words: Buffer) => said(String(words).trim())));
}
