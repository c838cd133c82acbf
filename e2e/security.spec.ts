import type { Locator, Request } from "@playwright/test";
import { attacks } from "./attacks.ts";
import { expect, test } from "./site.ts";

// Every text that a reader can write goes on trial: nothing in it may become an element, run, or fetch anything. It is a
// second line of defence that the policy stops a script; the first one, that there is none, is what the shapes tell.

/** What the tests call in the page. */
interface Probe {
  /** Violations of the policy of the lesson's own document. */
  readonly violations: string[];
  /** The elements under a root, each as its name and the names of its attributes. */
  shapes(root: Element): string[];
  /** Acts, and comes back when what `read` gives of the root is no longer empty. */
  after(root: Element, act: () => void, read: () => string): Promise<string>;
}

declare global {
  var probe: Probe;
  var ran: unknown;
}

function installProbe(): void {
  const violations: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });
  globalThis.probe = {
    violations,
    shapes: (root) =>
      Array.from(
        new Set(
          Array.from(root.querySelectorAll("*"), (each) =>
            [each.localName, ...each.getAttributeNames().sort()].join(" "),
          ),
        ),
      ),
    after: (root, act, read) =>
      new Promise((resolve) => {
        const end = (said: string): void => {
          observer.disconnect();
          clearTimeout(timer);
          resolve(said);
        };
        const timer = setTimeout(end, 5000, "nothing was said");
        const observer = new MutationObserver(() => read() !== "" && end(read()));
        observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
        act();
        if (read() !== "") end(read());
      }),
  };
}

for (const host of ["worker", "page"] as const) {
  test.describe(host === "worker" ? "with the server in the worker" : "with the server in the page", () => {
    test.use({
      serviceWorkers: host === "worker" ? "allow" : "block",
      expected: /Service Worker registration blocked by Playwright/,
    });

    test.beforeEach(async ({ page, open }) => {
      test.slow();
      page.on("dialog", (dialog) => {
        throw new Error(`A dialog opened: ${dialog.message()}`);
      });
      await page.addInitScript(installProbe);
      await open();
    });

    test.afterEach(async ({ page }) => {
      expect(await page.evaluate(() => [globalThis.ran, probe.violations])).toEqual([undefined, []]);
    });

    test("what is written into a request is text wherever it comes up again", async ({ page }) => {
      const exchange = page.locator("#stage-4 http-exchange").first();
      await test.step("in the demo that it was written in", async () => {
        await exchange.scrollIntoViewIfNeeded();
        await exchange.getByRole("button", { name: "Edit" }).click();
        const usual = await sendAll(exchange, requestsWith(["plain", "plain text & more"]));
        const attacked = await sendAll(exchange, requestsWith(attacks));
        expect(attacked.hosts).toEqual([host]);
        for (const outcome of [/^201/, /^200/, /^404/, /^415|^400/, /^422/, /^line 1, column/]) {
          expect(attacked.outcomes).toContainEqual(expect.stringMatching(outcome));
        }
        expect(newShapes(attacked, usual)).toEqual([]);
      });

      await test.step("in pages of the mock server, in the address field and in the ledger", async () => {
        const demo = page.locator("three-ways");
        const attacked = await visitAll(demo, ["/books", ...attacks.map(searchFor), ...otherSites]);
        const usual = await visitAll(demo, ["/books", searchFor("plain"), "/plain", "mailto:plain"]);
        expect(newShapes(attacked, usual)).toEqual([]);
        expect(attacked.pages).toContainEqual(expect.stringContaining("<script>top.ran=1</script>, <script>top.ran=1"));
        expect(attacked.outcomes).toContainEqual(expect.stringContaining("is not on library.example"));
      });

      // One renderer makes these pages for both hosts, so each host draws one kind.
      await test.step(host === "worker" ? "in titles" : "in errors", async () => {
        const demo = page.locator("client-outcomes");
        const errors = attacks.map((text) => `/books/${encodeURIComponent(text)}`);
        const attacked = await visitAll(demo, host === "worker" ? newBooks : errors);
        const usual = await visitAll(demo, ["/books/1", "/books/99"]);
        expect(newShapes(attacked, usual)).toEqual([]);
        const shown = host === "worker" ? "Shown: <script>top.ran=1</script> – library.example." : "404 Not Found.";
        expect(attacked.outcomes).toContainEqual(expect.stringContaining(shown));
      });
    });

    test("what stands in a link is text", async ({ page }) => {
      const first = page.locator("http-exchange").first();
      const usual = await followAll(first, linksWith(["plain"]));
      const attacked = await followAll(first, linksWith(attacks));
      for (const outcome of [/came from a link/, /Expected #request=/, /In the link’s message/]) {
        expect(attacked.outcomes).toContainEqual(expect.stringMatching(outcome));
      }
      expect(newShapes(attacked, usual)).toEqual([]);
    });

    test.describe("of what a reader answers as the server", () => {
      // Here the page is the reader's own, markup and all. What the browser complains of in this one document, whose frame is a
      // sandbox, is the defence at work: it names what it did not run, and what it did not fetch ("csp"). What it names none of
      // is the lesson's own document.
      test.use({
        expected: new RegExp(
          [
            "registration blocked by Playwright",
            "(sandboxed|Content Security Policy|Unsafe attempt|Refused to)[^]*\\((\\S*/lab/|about:srcdoc|\\))",
            "GET https://bank\\.example/1?( csp)?$",
            // Pictures, to which the test as the server gives no answer.
            "/lab/\\S+ net::ERR_FAILED$",
          ].join("|"),
        ),
      });

      test("nothing runs and nothing leaves, whatever is clicked in it, and the words around it are text", async ({
        page,
      }) => {
        const elsewhere: Request[] = [];
        page.on("request", (request) => request.url().startsWith("https:") && elsewhere.push(request));
        const demo = page.locator("be-the-server");
        await demo.scrollIntoViewIfNeeded();
        await demo.getByRole("button", { name: "Be the server" }).click();
        await expect(demo.getByRole("status")).toContainText("waits for your answer");
        const attacked = await answerAll(demo, attacks);
        const usual = await answerAll(demo, ["plain", "<img src=x>", "<a href=/books/9>here</a>", "plain"]);
        const sentenceInPlaceOfPage = "p tabindex";
        expect(newShapes(attacked, usual).filter((shape) => shape !== sentenceInPlaceOfPage)).toEqual([]);
        expect(elsewhere.filter((request) => request.failure()?.errorText !== "csp")).toEqual([]);
        expect(attacked.outcomes).toContainEqual(expect.stringMatching(/^200 OK/));
        expect(attacked.pages).toContainEqual(expect.stringContaining("autofocus"));
      });
    });
  });
}

test("a page of the mock server that is opened by itself may run nothing and load nothing from elsewhere", async ({
  page,
  open,
}) => {
  await page.addInitScript(installProbe);
  await open();
  const [title = ""] = attacks;
  const exchange = page.locator("#stage-4 http-exchange").first();
  await exchange.getByRole("button", { name: "Edit" }).click();
  await sendAll(exchange, requestsWith([title]).slice(0, 1));
  const demo = page.locator("three-ways");
  await visitAll(demo, ["/books"]);
  const books = await demo
    .locator("iframe")
    .evaluate((frame) => (frame as HTMLIFrameElement).contentDocument?.URL ?? "");
  for (const path of [
    "books",
    "books/4",
    "books/99",
    "style.css",
    "pictures/old-books.svg",
    "books/1/chapter.txt",
    "api/books",
  ]) {
    const answer = await page.goto(new URL(path, books).href);
    expect(answer?.fromServiceWorker(), path).toBe(true);
    const policy = answer?.headers()["content-security-policy"] ?? "none";
    expect(policy, path).toMatch(/^default-src 'none';.*; sandbox allow-forms allow-same-origin$/);
  }
  await page.goto(books);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  expect(await page.evaluate(() => globalThis.ran)).toBeUndefined();
});

test("what other pages of the origin say where the lesson listens breaks nothing", async ({
  page,
  context,
  open,
  site,
}) => {
  await page.addInitScript(installProbe);
  await open();
  const other = await context.newPage();
  await other.goto(new URL("glossary/", site.url).href);
  await other.evaluate(listenAndSpoil, `http-cycle ${new URL("lab/", site.url).pathname}`);

  await page.evaluate(() => {
    for (const data of [null, 0, "", {}, { type: "exchange" }]) postMessage(data, "*");
  });

  const demo = page.locator("three-ways");
  await visitAll(demo, ["/books"]);
  const rows = await demo.getByRole("row").count();
  const server = page.locator("be-the-server");
  await server.scrollIntoViewIfNeeded();
  await server.getByRole("button", { name: "Be the server" }).click();
  await expect(server.getByRole("status")).toContainText("GET /books/7 waits for your answer");
  await expect.poll(() => other.evaluate(() => document.title)).toMatch(/^held, \d\d+ said$/);

  // What was said comes before what is asked now, for a channel keeps the order.
  const exchange = page.locator("#stage-4 http-exchange").first();
  await exchange.getByRole("button", { name: "Send", exact: true }).click();
  await expect(exchange.getByRole("status")).toHaveText(/^404 Not Found/);
  await expect(exchange).toHaveAttribute("data-host", "worker");
  await expect(server.getByRole("status")).toContainText("GET /books/7 waits for your answer");
  await server.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(server.getByRole("status")).toHaveText(/^200 OK/);
  await expect(demo.getByRole("row")).toHaveCount(rows);
  await expect(demo.getByRole("row").last()).toContainText("200 OK");
});

/** Speaks on the lesson's channels: what means nothing, and everything that it hears there, spoilt in one part. */
function listenAndSpoil(name: string): void {
  const [channel, changes] = [new BroadcastChannel(name), new BroadcastChannel(`${name} changes`)];
  const wrong = [undefined, 0, "", {}, [null], [{}]];
  let count = 0;
  const say = (data: unknown): void => {
    count += 1;
    channel.postMessage(data);
    changes.postMessage(data);
  };
  for (const data of [null, ...wrong]) {
    say(data);
    for (const type of ["exchange", "held", "answer", "here", "constructor"]) say({ type, id: data });
  }
  channel.addEventListener("message", ({ data }) => {
    for (const part of ["version", "request", "response", "steps", "failure"].filter((part) => part in data)) {
      for (const value of wrong) say({ ...data, [part]: value });
    }
    if (data.type !== "held") return;
    for (const response of wrong) say({ type: "answer", id: data.id, response });
    document.title = `held, ${count} said`;
  });
}

/** Messages of all kinds with a text in each place that a message has; most lead to answers that repeat it. */
function requestsWith(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const coded = encodeURIComponent(text);
    const header = `Host: library.example\nX-Attack: ${text}`;
    const json = "Content-Type: application/json";
    return [
      `POST /books HTTP/1.1\n${json}\n\n${JSON.stringify({ title: text, author: text })}`,
      `POST /books HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ntitle=${coded}&author=${coded}&year=${coded}`,
      `POST /books HTTP/1.1\nContent-Type: ${text}\n\n${text}`,
      `GET /books/${coded} HTTP/1.1\n${header}\nAccept: application/problem+json`,
      `GET /search?q=${coded} HTTP/1.1\n${header}\nAccept: text/html\nCookie: ${text}`,
      `GET /books?${text} HTTP/1.1`,
      `${text} /books HTTP/1.1`,
      `GET /books HTTP/1.1\n${text}: x`,
      text,
    ];
  });
}

/** What came up, each once: elements as the probe tells them, sentences that were announced. */
interface Seen {
  readonly shapes: readonly string[];
  readonly outcomes: readonly string[];
}

/** What comes of each message that a reader writes into the editor and sends. */
function sendAll(exchange: Locator, messages: readonly string[]): Promise<Seen & { hosts: readonly string[] }> {
  return exchange.evaluate(async (element, messages) => {
    const editor = element.querySelector("textarea");
    const send = Array.from(element.querySelectorAll("button")).find(({ textContent }) => textContent === "Send");
    const [status, error] = ["[role=status]", ".editor-error"].map((selector) => element.querySelector(selector));
    if (!editor || !send || !status || !error) throw new Error("The demo lacks a part.");
    const said = () => error.textContent || status.textContent.replace("Sending …", "");
    const shapes = new Set<string>();
    const outcomes = new Set<string>();
    const hosts = new Set<string>();
    for (const message of messages) {
      editor.value = message;
      error.textContent = "";
      status.textContent = "";
      outcomes.add(await probe.after(element, () => send.click(), said));
      hosts.add((element as HTMLElement).dataset["host"] ?? "");
      for (const shape of probe.shapes(element)) shapes.add(shape);
    }
    return { shapes: [...shapes], outcomes: [...outcomes], hosts: [...hosts] };
  }, messages);
}

/** Shapes that the plain text does not bring about. */
function newShapes(found: Seen, usual: Seen): readonly string[] {
  return found.shapes.filter((shape) => !usual.shapes.includes(shape));
}

/** The pages of the books that stand in the library because of the requests above. */
const newBooks = attacks.map((_, index) => `/books/${index + 6}`);

/** What an address field must not take for an address of the library. */
const otherSites = attacks.filter((text) => /^(?:javascript:|data:|\/\/)/.test(text));

const searchFor = (text: string): string => `/search?q=${encodeURIComponent(text)}#${encodeURIComponent(text)}`;

/** What comes of each address that a reader types into a demo's browser: there, in its page, in the demo around it. */
async function visitAll(demo: Locator, addresses: readonly string[]): Promise<Seen & { pages: readonly string[] }> {
  await demo.scrollIntoViewIfNeeded();
  await expect(demo.locator("mini-browser")).toHaveAttribute("data-state", /./);
  return demo.evaluate(async (demo, addresses) => {
    const browser = demo.querySelector<HTMLElement>("mini-browser");
    const [status, bar] = [demo.querySelector(".browser-status"), browser?.querySelector("form")];
    const input = bar?.querySelector("input");
    if (!browser || !status || !bar || !input) throw new Error("The demo lacks a part.");
    const shapes = new Set<string>();
    const outcomes = new Set<string>();
    const pages = new Set<string>();
    const said = () => (browser.dataset["state"] === "sending" ? "" : status.textContent.replace("Asking …", ""));
    for (const address of addresses) {
      const visit = () => {
        status.textContent = "";
        input.value = address;
        bar.requestSubmit();
      };
      outcomes.add(await probe.after(browser, visit, said));
      const page = browser.querySelector("iframe")?.contentDocument?.documentElement;
      pages.add(page?.textContent ?? "");
      for (const root of [demo, page]) for (const shape of root ? probe.shapes(root) : []) shapes.add(shape);
    }
    return { shapes: [...shapes], outcomes: [...outcomes], pages: [...pages] };
  }, addresses);
}

/** Hashes with a text in each place that a link has. */
function linksWith(texts: readonly string[]): readonly string[] {
  const coded = (message: string) => Buffer.from(message).toString("base64url");
  return texts.flatMap((text) => [
    `#request=${text}`,
    `#request=exchange-1.${coded(text)}`,
    `#request=exchange-1.${coded(`POST /books HTTP/1.1\r\nHost: library.example\r\n\r\n${text}`)}`,
  ]);
}

/** What comes of each link to the page that a reader follows. */
function followAll(exchange: Locator, hashes: readonly string[]): Promise<Seen> {
  return exchange.evaluate(async (element, hashes) => {
    const status = element.querySelector("[role=status]");
    if (!status) throw new Error("The demo has no status.");
    const shapes = new Set<string>();
    const outcomes = new Set<string>();
    for (const hash of hashes) {
      status.textContent = "";
      const follow = () => {
        location.hash = hash;
      };
      outcomes.add(await probe.after(element, follow, () => status.textContent));
      for (const shape of probe.shapes(element)) shapes.add(shape);
    }
    return { shapes: [...shapes], outcomes: [...outcomes] };
  }, hashes);
}

/** What comes of each text as the content, and in a field, of a page that a reader answers with; all in it is clicked. */
function answerAll(demo: Locator, texts: readonly string[]): Promise<Seen & { pages: readonly string[] }> {
  return demo.evaluate(async (demo, texts) => {
    const part = <T extends Element>(selector: string): T => {
      const found = demo.querySelector<T>(selector);
      if (!found) throw new Error(`The demo has no ${selector}.`);
      return found;
    };
    const inbox = part(".inbox");
    const status = part("[role=status]");
    const [code, fields, content] = ["status", "fields", "content"].map((name) =>
      part<HTMLInputElement>(`[name=${name}]`),
    );
    if (!code || !fields || !content) throw new Error("The demo lacks a field.");
    const press = (value: string) => part<HTMLButtonElement>(`.answer ${value}`).click();
    const shapes = new Set<string>();
    const outcomes = new Set<string>();
    const pages = new Set<string>();
    const browser = part<HTMLElement>("mini-browser");
    const waits = () => (inbox.textContent.includes("A request waits") ? "waits" : "");
    const idle = () => (waits() ? "" : "idle");
    const rests = () => (browser.dataset["state"] === "sending" ? waits() : "rests");
    for (const text of texts) {
      while (!inbox.textContent.includes("GET /books/7 HTTP/1.1")) {
        const ask = () => part<HTMLButtonElement>(".exchange-head + .controls button").click();
        await (waits() ? probe.after(demo, () => press("[value=hang-up]"), idle) : probe.after(demo, ask, waits));
      }
      for (const shape of probe.shapes(demo)) shapes.add(shape);
      code.value = "200";
      fields.value = `Content-Type: text/html\nX-Attack: ${text.replace(/[^ -~]/g, " ")}`;
      content.value = `<!doctype html>${text}`;
      const answered = () => (idle() ? status.textContent : "");
      outcomes.add(await probe.after(demo, () => press(".primary"), answered));
      // The page may name pictures, for which it waits.
      while ((await probe.after(demo, () => {}, rests)) === "waits") {
        await probe.after(demo, () => press("[value=hang-up]"), idle);
      }
      const page = browser.querySelector("iframe")?.contentDocument;
      pages.add(page?.documentElement.outerHTML ?? "");
      for (const each of page?.querySelectorAll("a, area, button, p, body") ?? []) {
        each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
      for (const shape of probe.shapes(demo)) shapes.add(shape);
    }
    return { shapes: [...shapes], outcomes: [...outcomes], pages: [...pages] };
  }, texts);
}
