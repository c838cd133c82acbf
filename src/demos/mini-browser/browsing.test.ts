import assert from "node:assert/strict";
import { test } from "node:test";
import type { Field } from "../../http/message/message.ts";
import { protocolVersion, type Report } from "../../lab/protocol.ts";
import { type Browsing, type BrowsingEvent, browse, type Effect, type FramePage, freshBrowsing } from "./browsing.ts";

const pageAt = (target: string | null, title = ""): FramePage => ({ document: {}, target, title });
/** What a browser draws where it cannot show what came: nobody may read it. */
const ownErrorPage: FramePage = { document: null, target: null, title: "" };

const go = (path: string, kind: "address" | "history" = "address"): BrowsingEvent => ({
  type: "go",
  to: new URL(path, "http://library.example"),
  act: { kind, text: "You type an address." },
  travel: "new",
});

interface Answered {
  readonly method?: string;
  readonly asked?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly destination?: string;
}

/** The server's report of a request; status 0 stands for no response. */
function report(target: string, status: number, answered: Answered = {}): BrowsingEvent {
  const { method = "GET", asked = {}, fields = {}, content = "text", destination = "iframe" } = answered;
  const lines = (record: Readonly<Record<string, string>>): Field[] =>
    Object.entries(record).map(([name, value]) => ({ name, value, by: "server" }));
  const told: Report = {
    type: "exchange",
    version: protocolVersion,
    host: "worker",
    id: "1",
    client: "reader",
    request: { method, target, version: "HTTP/1.1", fields: lines(asked), content: "" },
    destination,
    steps: [],
    response: status === 0 ? null : { version: "HTTP/1.1", status, reason: "Reason", fields: lines(fields), content },
    failure: status === 0 ? { kind: "server-off", text: "It is off." } : null,
    took: 0,
    forgetful: false,
  };
  return { type: "report", report: told };
}

/** A browser in a test, which carries out nothing and remembers all. */
class Tab {
  state: Browsing = freshBrowsing;
  page: FramePage | null = null;
  effects: readonly Effect[] = [];

  happen(event: BrowsingEvent): this {
    const [state, effects] = browse(this.state, event, this.page);
    this.state = state;
    this.effects = [...this.effects, ...effects];
    return this;
  }

  load(page: FramePage): this {
    this.page = page;
    return this.happen({ type: "load" });
  }

  caughtUp(): this {
    return this.happen({ type: "caught-up", turn: this.state.turn });
  }

  /** What is waited for passes its limit. */
  late(): this {
    const { waiting } = this;
    assert.ok(waiting, "something is waited for");
    return this.happen({ type: "late", wait: waiting });
  }

  /** Shows a page, so that the next visit has one to leave. */
  on(target: string): this {
    this.happen(go(target)).happen(report(target, 200)).load(pageAt(target, "Before")).caughtUp();
    this.effects = [];
    return this;
  }

  get waiting() {
    return this.effects.findLast((effect) => effect.do === "wait")?.for ?? null;
  }

  get said(): string {
    const texts = this.effects.flatMap((effect) => (effect.do === "say" || effect.do === "stay" ? effect.text : []));
    return texts.at(-1) ?? "";
  }

  get sentence(): string | null {
    return this.effects.findLast((effect) => effect.do === "close")?.sentence ?? null;
  }

  get told(): readonly string[] {
    return this.effects.flatMap((effect) =>
      effect.do === "tell" ? `${effect.exchange.interaction.kind} ${effect.exchange.request.target}` : [],
    );
  }

  assertEnded(said: string | RegExp, phase: "done" | "failed" = "done"): void {
    assert.match(this.said, said instanceof RegExp ? said : new RegExp(`^${RegExp.escape(said)}$`));
    assert.equal(this.state.phase, phase);
    assert.equal(this.state.visit, null);
    assert.equal(this.waiting, null, "nothing is waited for any more");
    assert.equal(this.effects.filter((effect) => effect.do === "end").length, 1);
  }
}

test("an address is asked for, its answer heard of, its page shown: in whichever order they come", () => {
  for (const isPageFirst of [false, true]) {
    const tab = new Tab().happen(go("/books"));
    assert.equal(tab.said, "Asking …");
    assert.ok(tab.effects.some((effect) => effect.do === "open" && effect.target === "/books"));
    if (isPageFirst) tab.load(pageAt("/books", "Books")).happen(report("/books", 200));
    else tab.happen(report("/books", 200)).load(pageAt("/books", "Books"));
    assert.equal(tab.state.phase, "sending");
    tab.caughtUp().assertEnded("200 Reason. Shown: Books.");
    assert.deepEqual(tab.state.history.urls, ["http://library.example/books"]);
  }
});

test("a page whose report does not come is kept from sight, and is then not the mock server's", () => {
  const tab = new Tab().happen(go("/books")).load(pageAt(null, "A host's 404"));
  assert.ok(tab.effects.some((effect) => effect.do === "hide"));
  tab.late().assertEnded(/^Something other than the mock server answered/, "failed");
  assert.match(tab.sentence ?? "", /its page is not shown\./);
});

test("another place in the page on show is found without a request", () => {
  const tab = new Tab().on("/books").happen(go("/books#add"));
  assert.match(tab.said, /asks nobody/);
  assert.equal(tab.state.visit, null);
  assert.ok(tab.effects.some((effect) => effect.do === "open" && effect.target === "/books#add"));
});

test("a redirect is followed by a second cycle, by nobody's act", () => {
  const tab = new Tab().happen(go("/catalogue"));
  tab.happen(report("/catalogue", 301, { fields: { Location: "/books" } }));
  assert.equal(tab.waiting, "answer");
  tab.happen(report("/books", 200)).load(pageAt("/books", "Books")).caughtUp();
  tab.assertEnded("200 Reason. Shown: Books.");
  assert.deepEqual(tab.told, ["address /catalogue", "redirect /books"]);
});

test("a redirect that nothing follows ends, with the browser's error page or without", () => {
  const redirected = () =>
    new Tab()
      .on("/")
      .happen(go("/a"))
      .happen(report("/a", 302, { fields: { Location: "/b" } }));
  redirected().late().assertEnded("302 Reason. The browser asked no further, so the page stays.");
  redirected()
    .load(ownErrorPage)
    .late()
    .assertEnded(/^302 Reason, and no page that the browser can show/, "failed");
});

test("what asks for no page leaves the one on show", () => {
  for (const status of [204, 205]) {
    const tab = new Tab()
      .on("/tour")
      .happen(go("/quiet"))
      .happen(report("/quiet", status, { content: "" }));
    tab.assertEnded(`${status} Reason. Nothing came to show, so the page stays.`);
    assert.deepEqual(tab.state.history.urls, ["http://library.example/tour"]);
  }
});

test("after a 304 comes the browser's own copy, if it asked whether that is still good", () => {
  const again = () =>
    new Tab()
      .on("/books")
      .happen(go("/books", "history"))
      .happen(report("/books", 304, { asked: { "If-None-Match": '"1"' }, content: "" }));
  assert.equal(again().waiting, "page");
  again()
    .load(pageAt("/books", "Books"))
    .caughtUp()
    .assertEnded(/^304 Reason\. Shown: Books, from the copy that/);
  again().late().assertEnded("304 Reason. Nothing came to show, so the page stays.");
});

test("a 304 that nobody asked for shows nothing, whatever its Location says", () => {
  const tab = new Tab().on("/").happen(go("/books"));
  tab.happen(report("/books", 304, { content: "" })).late();
  tab.assertEnded("304 Reason. Nothing came to show, so the page stays.");
});

test("content that the browser does not show leaves the page on show", () => {
  const tab = new Tab().on("/").happen(go("/file")).happen(report("/file", 200)).late();
  tab.assertEnded("200 Reason. The browser does not show content of this kind, so the page stays.");
});

test("a page of which a part does not come is shown without it, and its late end is no new visit", () => {
  const tab = new Tab().happen(go("/exhibition")).happen(report("/exhibition", 200));
  tab.page = pageAt("/exhibition", "Exhibition");
  tab.late();
  assert.equal(tab.waiting, "answer");
  tab.late().caughtUp().assertEnded("200 Reason. Shown: Exhibition.");
  tab.load(tab.page);
  assert.equal(tab.state.visit, null);
});

test("where no response comes, the reason stands in the page's place", () => {
  const tab = new Tab().happen(go("/books")).happen(report("/books", 0));
  tab.assertEnded("No response came.", "failed");
  assert.match(tab.sentence ?? "", /It is off\..*not of HTTP/);
});

test("where neither answer nor page comes, the visit ends and says so", () => {
  const tab = new Tab().happen(go("/books")).late();
  tab.assertEnded("No answer came in time.", "failed");
});

test("no answer that a server can give is waited on for ever", () => {
  const fieldSets = [{}, { Location: "/elsewhere" }, { Location: "https://other.example/" }, { Location: "::" }];
  for (let status = 200; status < 600; status += 1) {
    for (const fields of fieldSets) {
      for (const page of [null, pageAt("/a", "A"), ownErrorPage]) {
        const tab = new Tab()
          .on("/")
          .happen(go("/a"))
          .happen(report("/a", status, { fields }));
        if (page && status !== 204 && status !== 205) tab.load(page);
        for (let waits = 0; tab.state.visit && waits < 5; waits += 1) {
          if (tab.waiting) tab.late();
          else tab.caughtUp();
        }
        assert.equal(tab.state.visit, null, `status ${status}, ${JSON.stringify(fields)}`);
        assert.match(tab.said, new RegExp(`^${status} Reason`));
      }
    }
  }
});

test("a link's act is known by its request; one that nothing explains is the browser's own", () => {
  const tab = new Tab().on("/");
  const intent = { kind: "link", text: "You click.", path: "/books", method: "GET" } as const;
  tab.happen({ type: "act", intent }).happen(report("/books", 200)).load(pageAt("/books", "Books")).caughtUp();
  tab.happen(report("/", 200)).load(pageAt("/", "Home")).caughtUp();
  assert.deepEqual(tab.told, ["link /books", "history /"]);
  assert.deepEqual(tab.state.history.urls, ["http://library.example/", "http://library.example/books"]);
  assert.equal(tab.state.history.index, 0, "the browser's own Back went one page back");
});

test("a page that nothing explains is shown too where its report comes when it stands in the frame and has not loaded", () => {
  const tab = new Tab().on("/");
  tab.page = pageAt("/books", "Books");
  tab.happen(report("/books", 200)).load(tab.page);
  assert.equal(tab.waiting, null, "it has loaded");
  tab.caughtUp().assertEnded("200 Reason. Shown: Books.");
});

test("of several acts only the latest is waited for, and each answer is told with its own act", () => {
  const tab = new Tab().on("/").happen(go("/slow")).happen(go("/fast"));
  tab.happen(report("/slow", 200));
  assert.equal(tab.state.visit?.answer, null);
  tab.happen(report("/fast", 200)).load(pageAt("/fast", "Fast")).caughtUp();
  assert.deepEqual(tab.told, ["address /slow", "address /fast"]);
  assert.equal(tab.said, "200 Reason. Shown: Fast.");
});

test("what was begun for an earlier visit no longer counts", () => {
  const tab = new Tab().happen(go("/a")).happen(report("/a", 200)).load(pageAt("/a", "A"));
  const { turn } = tab.state;
  tab.happen(go("/b")).happen({ type: "caught-up", turn });
  assert.equal(tab.state.phase, "sending");
});

test("Reload asks for the page on show, and without one for the address", () => {
  const reload = { type: "reload", text: "You press Reload.", address: "http://library.example/hours" } as const;
  const shown = new Tab().on("/books").happen(reload);
  assert.ok(shown.effects.some((effect) => effect.do === "reload"));
  const none = new Tab().happen(reload);
  assert.ok(none.effects.some((effect) => effect.do === "open" && effect.target === "/hours"));
});

test("a part of a page is told, and changes no visit", () => {
  const tab = new Tab().on("/books").happen(report("/style.css", 200, { destination: "style" }));
  assert.deepEqual(tab.told, ["part /style.css"]);
  assert.equal(tab.state.phase, "done");
});

test("where the mock server is gone, the reason stands in the page's place", () => {
  const tab = new Tab()
    .happen(go("/books"))
    .happen({ type: "broken", why: "The mock server cannot run here. Reload." });
  tab.assertEnded("The mock server cannot run here.", "failed");
  assert.deepEqual(tab.state.history.urls, ["http://library.example/books"]);
});
