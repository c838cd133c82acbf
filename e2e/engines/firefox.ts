import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { chord, dragging, typing } from "./actions.ts";
import { start } from "./program.ts";
import { type Browser, fromJson, overJson, type Size, type Tab, within } from "./tab.ts";

// Firefox speaks WebDriver BiDi by itself: no geckodriver, which Debian lacks, and no package. What tests need of the
// protocol is a dozen commands over one WebSocket, which Node has; a client library is larger than this file by a thousand
// times, and its own waiting for frames and pages would come between a test and a request that is held back on purpose.
// https://www.w3.org/TR/webdriver-bidi/

type Params = Readonly<Record<string, unknown>>;

/** What it says in its console where a worker leaves a request without an answer, as a server does that is off. */
export const unanswered = /A ServiceWorker (?:intercepted the request and encountered|passed an Error Response)/;

/**
 * Firefox by its program's path, without a window and with a new profile. A tab of its own for each test would take half of the
 * time of most, for its processes start anew: so its tests use one in turn, each at a host of its own.
 */
export async function startFirefox(path: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "firefox-"));
  await writeFile(join(profile, "user.js"), preferences);
  const args = ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile];
  const program = start(path, args, ["ignore", "ignore", "pipe"]);
  const close = async (): Promise<void> => {
    program.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const session = await within("start Firefox", connect(program.process.stderr), 60);
    await session.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await session.send("session.subscribe", { events: ["log.entryAdded"] });
    const { context } = await session.send("browsingContext.create", { type: "tab" });
    return { openTab: (size) => openTab(session, String(context), size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Nothing but what a test asks for goes out; no list of downloads opens, for it would take the keys of later tests; and as on a slow
 * machine, a third of the usual frames are drawn.
 */
const preferences = `
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("browser.download.alwaysOpenPanel", false);
user_pref("browser.newtabpage.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.update.enabled", false);
user_pref("layout.frame_rate", 20);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
`;

interface Session {
  send(method: string, params?: Params): Promise<Record<string, never>>;
  /** Calls back on each message in the log of a tab from now on, in place of what was to be called before. */
  onLog(tell: (context: string, text: string) => void): void;
}

async function connect(stderr: Readable | null): Promise<Session> {
  const socket = new WebSocket(`${await address(stderr)}/session`);
  await new Promise((opened, failed) => {
    socket.addEventListener("open", opened);
    socket.addEventListener("error", () => failed(new Error("Firefox refused the WebSocket.")));
  });
  const waiting = new Map<number, (message: Params) => void>();
  let listener: ((context: string, text: string) => void) | undefined;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "event") {
      const { level, text, source } = message.params;
      if (level === "error" || level === "warn") listener?.(source.context, `${level}: ${text}`);
    }
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let count = 0;
  return {
    onLog: (tell) => {
      listener = tell;
    },
    send: async (method, params = {}) => {
      const id = ++count;
      const answered = new Promise<Params>((answer) => waiting.set(id, answer));
      socket.send(JSON.stringify({ id, method, params }));
      const { type, result, error, message } = await within(method, answered);
      if (type === "error") throw new Error(`Firefox refused ${method}: ${error}: ${message}`);
      return result as Record<string, never>;
    },
  };
}

/** Where Firefox says that it listens. */
async function address(output: Readable | null): Promise<string> {
  let all = "";
  for await (const piece of output?.iterator({ destroyOnReturn: false }) ?? []) {
    all += piece;
    const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(all) ?? [];
    if (url) {
      output?.resume();
      return url;
    }
  }
  throw new Error(`Firefox ended before it listened; it said: ${all}`);
}

async function openTab({ send, onLog }: Session, context: string, size: Size): Promise<Tab> {
  await send("browsingContext.setViewport", { context, viewport: size });
  const complaints: string[] = [];
  onLog((from, text) => from === context && complaints.push(text));
  const act = async (actions: unknown): Promise<void> =>
    void (await send("input.performActions", { context, actions }));
  return {
    complaints,
    open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "interactive" })),
    run: async (script, ...args) => {
      const { result } = await send("script.callFunction", {
        functionDeclaration: overJson(script),
        arguments: [{ type: "string", value: JSON.stringify(args) }],
        target: { context },
        awaitPromise: true,
      });
      return fromJson(result?.["value"]);
    },
    drag: (points) => act(dragging(points)),
    press: (...keys) => act(chord(keys)),
    type: (text) => act(typing(text)),
    screenshot: async () => {
      const { data } = await send("browsingContext.captureScreenshot", { context });
      return Buffer.from(String(data), "base64");
    },
    close: async () => void (await send("browsingContext.navigate", { context, url: "about:blank" })),
  };
}
