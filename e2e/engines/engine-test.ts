import { test as base, expect } from "@playwright/test";
import { listFiles } from "../../src/build/list-files.ts";
import { type Faults, type HostOptions, type RecordingHost, startHost } from "../../src/build/static-host.ts";
import type { EngineName, Engines } from "../browser.ts";
import { root } from "../site.ts";
import { startChromium } from "./chromium.ts";
import { startFirefox } from "./firefox.ts";
import { complaintsOf, openPage, Thing } from "./reader.ts";
import { type Browser, laptop, type Size, type Tab } from "./tab.ts";
import { startWebKit } from "./webkit.ts";

export { expect };

/** The browsers that the configuration has found, or why it has not. */
const engines: Engines = JSON.parse(process.env["E2E_ENGINES"] ?? "{}");

interface Options {
  /** In which engine the test runs. */
  engine: EngineName;
  /** Of what size the window's page is. */
  size: Size;
  /** Folder that the host serves. */
  folder: string;
  faults: Faults;
  /** Matches the complaints that the test brings about on purpose. */
  expected: RegExp;
}

interface Fixtures {
  site: RecordingHost;
  /** A new tab, of a reader who has never been here. */
  tab: Tab;
  /** Opens a page of the site; gives its document. */
  open: (path?: string) => Promise<Thing>;
  /** At the end of each test: nobody complained, and the real host got nothing but requests for files of its own. */
  clean: undefined;
}

interface Shared {
  browsers: Record<EngineName, () => Promise<Browser>>;
}

const starters: Record<EngineName, () => Promise<Browser>> = {
  Chromium: () => startChromium(process.env["E2E_BROWSER"] ?? ""),
  Firefox: () => startFirefox(programsOf("Firefox").path),
  WebKit: () => startWebKit(programsOf("WebKit")),
};

/** Why an engine is not tried here; empty where it is. */
export function whyNot(engine: EngineName): string {
  if (engine === "Chromium") return "";
  const found = engines[engine];
  return "whyNot" in found ? found.whyNot : "";
}

function programsOf<Name extends keyof Engines>(name: Name): Extract<Engines[Name], { path: string }> {
  const found = engines[name];
  if ("whyNot" in found) throw new Error(found.whyNot);
  return found as Extract<Engines[Name], { path: string }>;
}

/** Like Playwright's test, in any of three engines. */
export const test = base.extend<Options & Fixtures, Shared>({
  engine: ["Chromium", { option: true }],
  size: [laptop, { option: true }],
  folder: [root, { option: true }],
  faults: [{}, { option: true }],
  expected: [/^$/, { option: true }],

  // Started when first asked for. After a failed test, Playwright ends the process, and so each browser with it.
  browsers: [
    async ({ browserName: _ }, use) => {
      const started = new Map<EngineName, Promise<Browser>>();
      const once = (name: EngineName) => (): Promise<Browser> => {
        const browser = started.get(name) ?? starters[name]();
        started.set(name, browser);
        return browser;
      };
      await use({ Chromium: once("Chromium"), Firefox: once("Firefox"), WebKit: once("WebKit") });
      for (const browser of await Promise.allSettled(started.values())) {
        if (browser.status === "fulfilled") await browser.value.close().catch(() => undefined);
      }
    },
    { scope: "worker" },
  ],

  site: async ({ folder, faults }, use) => {
    const host = await startNewOrigin({ root: folder, faults });
    await use(host);
    await host.close();
  },

  tab: async ({ browsers, engine, size }, use, testInfo) => {
    const tab = await (await browsers[engine]()).openTab(size);
    await use(tab);
    if (testInfo.status !== testInfo.expectedStatus) {
      await tab.screenshot().then(
        (body) => testInfo.attach("window", { body, contentType: "image/png" }),
        () => undefined,
      );
    }
    // A tab that does not close goes with its browser.
    await tab.close().catch(() => undefined);
  },

  open: async ({ tab, site }, use) =>
    use(async (path = "") => {
      await openPage(tab, new URL(path, site.url).href);
      return new Thing(tab, { tag: "body" });
    }),

  clean: [
    async ({ tab, site, folder, expected }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) return;
      const complaints = (await complaintsOf(tab)).filter((complaint) => !expected.test(complaint));
      expect(complaints, "neither the browser nor the page complains").toEqual([]);
      const files = new Set(await listFiles(folder));
      const strange = site.requests.filter((line) => !isForFile(line, files));
      expect(strange, "the real host gets GET and HEAD of its own files only").toEqual([]);
    },
    { auto: true },
  ],
});

const origins = new Set<string>();

/** A host at a port that none of this process's tests had: a browser that they share would know the reader there. */
async function startNewOrigin(options: HostOptions): Promise<RecordingHost> {
  const host = await startHost(options);
  if (!origins.has(host.url)) {
    origins.add(host.url);
    return host;
  }
  const other = await startNewOrigin(options);
  await host.close();
  return other;
}

/** Whether a line of the host's log, `GET /lab/worker.js`, asks for a file. */
function isForFile(line: string, files: ReadonlySet<string>): boolean {
  const [method = "", target = ""] = line.split(" ");
  const path = new URL(target, "http://host").pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
  return ["GET", "HEAD"].includes(method) && files.has(path);
}
