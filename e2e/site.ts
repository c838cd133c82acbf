import { existsSync, globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test as base, type ConsoleMessage, expect, type Request, type Response } from "@playwright/test";
import { type Faults, type RecordingHost, startHost } from "../src/build/static-host.ts";
import { notUpgraded } from "./in-page.ts";

export { expect };

/** The folder of the built site. */
export const root = fileURLToPath(new URL("../dist/", import.meta.url));
if (!existsSync(root)) throw new Error("There is no built site in dist/ to test: run `npm run build` first.");

/** The addresses of all built pages, relative to the site's root; the first page's is "". Those of single demos are not among them. */
export const pages: readonly string[] = globSync("**/*.html", { cwd: root, exclude: ["embed/**"] })
  .map((file) => file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1"))
  .sort();

/** What a test can set with `test.use`. */
interface Options {
  /** Folder that the host serves. */
  folder: string;
  /** Path under which the host serves the site, with a slash at both ends. */
  under: string;
  faults: Faults;
  /** Matches the complaints that the test brings about on purpose. */
  expected: RegExp;
}

interface Fixtures {
  /** The built site on a host of its own. */
  site: RecordingHost;
  /** Opens a page of the site, and comes back when all of it works. */
  open: (path?: string) => Promise<void>;
  /** What went wrong in the browser so far. A test fails at its end on each that it did not expect. */
  complaints: readonly string[];
}

export const test = base.extend<Options & Fixtures>({
  folder: [root, { option: true }],
  under: ["/", { option: true }],
  faults: [{}, { option: true }],
  expected: [/^$/, { option: true }],

  site: async ({ folder, under, faults }, use) => {
    const host = await startHost({ root: folder, under, faults });
    await use(host);
    await host.close();
  },

  open: async ({ page, site, javaScriptEnabled }, use) => {
    await use(async (path = "") => {
      await page.goto(new URL(path, site.url).href);
      if (javaScriptEnabled)
        await expect.poll(() => page.evaluate(notUpgraded, 0), "custom elements near the top are upgraded").toEqual([]);
    });
  },

  complaints: [
    async ({ context, site, expected }, use) => {
      const complaints: string[] = [];
      const complain = (complaint: string | undefined): void => {
        if (complaint && !complaints.includes(complaint)) complaints.push(complaint);
      };
      context.on("console", (message) => complain(consoleComplaint(message)));
      context.on("weberror", (error) => complain(`uncaught: ${error.error().message}`));
      context.on("request", (request) => complain(originComplaint(request, site)));
      context.on("requestfailed", (request) => complain(failureComplaint(request)));
      context.on("response", (response) => complain(statusComplaint(response)));
      await use(complaints);
      const unexpected = complaints.filter((complaint) => !expected.test(complaint));
      expect(unexpected, "the browser has nothing to complain about").toEqual([]);
    },
    { auto: true },
  ],
});

/** Errors and warnings, the violations of the CSP among them. Those of failed requests are told with more detail below. */
function consoleComplaint(message: ConsoleMessage): string | undefined {
  const isComplaint = message.type() === "error" || message.type() === "warning";
  if (!isComplaint || message.text().startsWith("Failed to load resource")) return undefined;
  return `${message.type()} in the console: ${message.text().slice(0, 140)} (${message.location().url})`;
}

function originComplaint(request: Request, site: RecordingHost): string | undefined {
  const { protocol, origin } = new URL(request.url());
  if (["data:", "blob:", "about:"].includes(protocol) || origin === new URL(site.url).origin) return undefined;
  return `a request leaves the site: ${request.method()} ${request.url()}`;
}

/** A request is aborted where a navigation overtakes it, which is no failure. */
function failureComplaint(request: Request): string | undefined {
  const reason = request.failure()?.errorText;
  return reason === "net::ERR_ABORTED" ? undefined : `failed: ${request.method()} ${request.url()} ${reason}`;
}

/** What the mock server answers is the lesson's own matter. */
function statusComplaint(response: Response): string | undefined {
  if (response.status() < 400 || response.fromServiceWorker()) return undefined;
  return `status code ${response.status()}: ${response.request().method()} ${response.url()}`;
}
