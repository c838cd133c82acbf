import type { EngineName } from "../browser.ts";
import { fixture } from "../fixtures.ts";
import { type LoggingHost, startLogging, whyNot as whyNoHost } from "../places.ts";
import { test as base, expect, whyNot } from "./engine-test.ts";
import { openPage, Thing } from "./reader.ts";
import type { Tab } from "./tab.ts";

// What a page says of its own cycle, beside what the host has logged of it: a real nginx, which the page knows nothing about.

const test = base.extend<{ host: LoggingHost }>({
  host: async ({ browserName: _ }, use) => {
    const host = await startLogging(fixture("demos"));
    await use(host);
    await host.close();
  },
});

/** A request as nginx has logged it. */
interface Logged {
  readonly path: string;
  readonly protocol: string;
  readonly status: number;
  readonly bytes: number;
}

async function logOf(host: LoggingHost): Promise<readonly Logged[]> {
  return (await host.log()).map((line) => {
    const [, path = "", protocol = "", status, bytes] = line.split(" ");
    return { path, protocol, status: Number(status), bytes: Number(bytes) };
  });
}

/** Opens a page with the demo, and gives what it says, name by name. */
async function openDemo(tab: Tab, url: string): Promise<Thing> {
  await openPage(tab, url);
  const demo = new Thing(tab, { tag: "this-page" });
  await demo.comesAlive();
  return demo;
}

function rowsOf(demo: Thing): Promise<Readonly<Record<string, string>>> {
  return demo.evaluate((element) => {
    const names = [...element.querySelectorAll(".question dt")];
    return Object.fromEntries(names.map((name) => [name.textContent, name.nextElementSibling?.textContent ?? ""]));
  }, null);
}

/** The addresses that it lists, without the icon, of which not every browser tells. */
function listed(demo: Thing): Promise<readonly string[]> {
  return demo.evaluate((element) => {
    const cells = [...element.querySelectorAll(".loads td:first-child")].map(({ textContent }) => textContent);
    return cells.filter((path) => !path.endsWith("icon.svg"));
  }, null);
}

const bytesIn = (text = ""): number => Number(/^([\d,]+) bytes/.exec(text)?.[1]?.replaceAll(",", ""));

/** The names that the log has for the protocols that pages name. */
const named: Readonly<Record<string, string>> = { "HTTP/1.1": "HTTP/1.1", "HTTP/2.0": "HTTP/2" };

/** Which of the browsers tell a page the status code of its own response. */
const tellsStatus = (engine: EngineName): boolean => engine !== "WebKit";

/**
 * How each browser tells of a copy that the host has confirmed: as far as it tells. Firefox gives at times, like WebKit always, a
 * start of the request before the page began, and then the page cannot say more.
 */
const confirmed: Readonly<Record<EngineName, RegExp>> = {
  Chromium: /^A copy in your browser, which the host confirmed/,
  Firefox: /^The host, .*or confirmed a copy that your browser had|^A copy in your browserWhether your browser asked/,
  WebKit: /^A copy in your browserWhether your browser asked/,
};

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine });
    test.slow();
    test.beforeAll(() => {
      test.setTimeout(300_000);
      const missing =
        whyNoHost({ name: "nginx", program: "nginx" }) ?? whyNoHost({ name: "nginx, encrypted,", program: "openssl" });
      test.skip(missing !== null || whyNot(engine) !== "", missing ?? whyNot(engine));
    });

    for (const isEncrypted of [false, true]) {
      for (const folder of ["", "never/"]) {
        test(`a page by ${isEncrypted ? "HTTP/2" : "HTTP/1.1"}, ${folder ? "uncompressed, not to be kept" : "compressed"}, tells what nginx has logged, and asks nothing before a press`, async ({
          tab,
          host,
        }) => {
          const url = new URL(`${folder}this-page/`, isEncrypted ? host.encryptedUrl : host.url);
          const demo = await openDemo(tab, url.href);
          await demo.element("summary").press("Enter");
          const paths = await listed(demo);
          const before = await logOf(host);
          const page = before.find(({ path }) => path === url.pathname);
          const rows = await rowsOf(demo);
          expect(rows["Source"]).toContain(`The host, ${url.host}`);
          expect(rows["Status code"]).toBe(tellsStatus(engine) ? `${page?.status}` : undefined);
          expect(rows["Protocol"]).toBe(named[page?.protocol ?? ""]);
          // What is compressed on the fly goes in pieces, and HTTP/2 has frames. nginx and WebKit count what tells their lengths.
          const exact = folder !== "" && engine !== "WebKit";
          expect(Math.abs(bytesIn(rows["Content"]) - (page?.bytes ?? 0))).toBeLessThan(exact ? 1 : 64);
          expect(/compressed/.test(rows["Content"] ?? "")).toBe(folder === "");
          const isFile = ({ path }: Logged): boolean => path !== url.pathname && !path.endsWith("icon.svg");
          expect(new Set(paths)).toEqual(new Set(before.filter(isFile).map(({ path }) => path)));
          // A browser may take its time for a number too; what took none is left out.
          expect(rows["Finding the host’s address"] ?? "").not.toMatch(/^0(?:\.0)? ms/);

          await demo.find("button", "Show the fields of the response").click();
          const said = await demo.find("status").shows(/^200 OK, \d+ fields\./);
          await demo.shows("server: nginx");
          if (folder) await demo.shows("cache-control: no-store");
          else await demo.shows("content-encoding: gzip");
          const asked = (await logOf(host)).filter(({ path }) => path === url.pathname).length - 1;
          expect(asked, said).toBe(said.includes("nothing was sent") ? 0 : 1);
          expect(/nothing was sent|asked the host once more/.test(said), said).toBe(true);
        });
      }
    }

    test("a page that the host confirms tells so, as far as the browser does", async ({ tab, host }) => {
      const url = new URL("this-page/", host.url).href;
      for (const address of [url, new URL("question/", host.url).href]) await openPage(tab, address);
      const rows = await rowsOf(await openDemo(tab, url));
      const asked = (await logOf(host)).filter(({ path }) => path === "/this-page/");
      expect(asked.map(({ status }) => status)).toEqual([200, 304]);
      expect(rows["Source"]).toMatch(confirmed[engine]);
    });

    test("a copy that is fresh was no cycle, and so there is no waiting", async ({ tab, host }) => {
      const url = new URL("kept/this-page/", host.url).href;
      for (const address of [url, new URL("kept/question/", host.url).href]) await openPage(tab, address);
      const rows = await rowsOf(await openDemo(tab, url));
      const asked = (await logOf(host)).filter(({ path }) => path === "/kept/this-page/");
      expect(asked.length).toBe(1);
      expect(rows["Source"]).toMatch(/^A copy in your browser(?:No request was made|Whether your browser asked)/);
      expect(rows).not.toHaveProperty("Waiting");
    });
  });
}
