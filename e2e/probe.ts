// Drives the demos as a reader does, with many texts in one page load, and tells what elements came up. The functions that are
// evaluated run in the page, so each stands alone but for the probe.

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

/** A demo in a page, in whatever browser: Playwright's Locators are such. */
export interface Tried {
  evaluate<R>(
    script: (element: HTMLElement, texts: readonly string[]) => R | Promise<R>,
    texts: readonly string[],
  ): Promise<R>;
}

/** To be run in the page before its own scripts. */
export function installProbe(): void {
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

/** What came up, each once: elements as the probe tells them, sentences that were announced. */
export interface Seen {
  readonly shapes: readonly string[];
  readonly outcomes: readonly string[];
}

/** Shapes that the plain text does not bring about. */
export function newShapes(found: Seen, usual: Seen): readonly string[] {
  return found.shapes.filter((shape) => !usual.shapes.includes(shape));
}

/** What comes of each message that a reader writes into the editor and sends. */
export function sendAll(exchange: Tried, messages: readonly string[]): Promise<Seen & { hosts: readonly string[] }> {
  return exchange.evaluate(async (element, messages) => {
    // Its code comes a moment after it is wanted.
    while (!element.querySelector("textarea")) await new Promise((later) => setTimeout(later, 20));
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

/** What comes of each link to the page that a reader follows. */
export function followAll(exchange: Tried, hashes: readonly string[]): Promise<Seen> {
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

/** What comes of each address that a reader types into a demo's browser: there, in its page, in the demo around it. */
export function visitAll(demo: Tried, addresses: readonly string[]): Promise<Seen & { pages: readonly string[] }> {
  return demo.evaluate(async (demo, addresses) => {
    // Its code comes when it is near the window.
    demo.scrollIntoView({ block: "center" });
    while (!demo.querySelector("mini-browser[data-state]")) await new Promise((later) => setTimeout(later, 20));
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

/** What comes of each text as the content, and in a field, of a page that a reader answers with; all in it is clicked. */
export function answerAll(demo: Tried, texts: readonly string[]): Promise<Seen & { pages: readonly string[] }> {
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
    const press = (name: string) => {
      const button = [...demo.querySelectorAll("button")].find(({ textContent }) => textContent === name);
      if (!button) throw new Error(`The demo has no button “${name}”.`);
      button.click();
    };
    const shapes = new Set<string>();
    const outcomes = new Set<string>();
    const pages = new Set<string>();
    const browser = part<HTMLElement>("mini-browser");
    const waits = () => (inbox.textContent.includes("A request waits") ? "waits" : "");
    const idle = () => (waits() ? "" : "idle");
    // Another request may wait behind the one that is hung up on, so that the demo is never idle.
    const hangUp = () => {
      const before = inbox.textContent;
      return probe.after(
        demo,
        () => press("Hang up"),
        () => (inbox.textContent === before ? "" : "gone"),
      );
    };
    const rests = () => (browser.dataset["state"] === "sending" ? waits() : "rests");
    for (const text of texts) {
      while (!inbox.textContent.includes("GET /books/7 HTTP/1.1")) {
        const ask = () => press("Let the client ask again");
        await (waits() ? hangUp() : probe.after(demo, ask, waits));
      }
      for (const shape of probe.shapes(demo)) shapes.add(shape);
      code.value = "200";
      fields.value = `Content-Type: text/html\nX-Attack: ${text.replace(/[^ -~]/g, " ")}`;
      content.value = `<!doctype html>${text}`;
      const answered = () => (idle() ? status.textContent : "");
      outcomes.add(await probe.after(demo, () => press("Answer"), answered));
      // The page may name pictures, for which it waits.
      while ((await probe.after(demo, () => {}, rests)) === "waits") await hangUp();
      const page = browser.querySelector("iframe")?.contentDocument;
      // A frame between two pages has none for a moment.
      pages.add(page?.documentElement?.outerHTML ?? "");
      for (const each of page?.querySelectorAll("a, area, button, p, body") ?? []) {
        each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
      for (const shape of probe.shapes(demo)) shapes.add(shape);
    }
    return { shapes: [...shapes], outcomes: [...outcomes], pages: [...pages] };
  }, texts);
}

/** What comes of each text as a file that a reader opens as their work. */
export function openAll(report: Tried, texts: readonly string[]): Promise<Seen> {
  return report.evaluate(async (report, texts) => {
    const [input, status] = [report.querySelector("input"), report.querySelector("[role=status]")];
    if (!input || !status) throw new Error("The demo lacks a part.");
    const shapes = new Set<string>();
    const outcomes = new Set<string>();
    for (const text of texts) {
      status.textContent = "";
      const open = () => {
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], text.slice(0, 60)));
        input.files = chosen.files;
        input.dispatchEvent(new Event("change"));
      };
      outcomes.add(await probe.after(report, open, () => status.textContent));
      for (const shape of probe.shapes(report)) shapes.add(shape);
    }
    return { shapes: [...shapes], outcomes: [...outcomes] };
  }, texts);
}
