import { expect } from "@playwright/test";
import { tagOf } from "../../src/demos/kit/tag.ts";
import type { EngineName } from "../browser.ts";
import { unanswered } from "./firefox.ts";
import type { Thing } from "./reader.ts";

/** Where a demo is tried. */
export interface Place {
  readonly engine: EngineName;
  /** Which of the lesson's mock servers answers. */
  readonly host: "worker" | "page";
  /** Opens the page once more. */
  reload(): Promise<unknown>;
  /** Looks closer at the demo as it is now: where there is more to see of a state than its words. */
  look(state: string): Promise<void>;
}

/** One demo, used by a reader from its first control to its last. Its words are those of its page in e2e/fixtures/demos. */
export interface Scene {
  readonly name: string;
  /** Acts in the demo and reads what comes. */
  play(demo: Thing, place: Place): Promise<void>;
  /** Its element, where another kind has the same. */
  readonly tag?: string;
  /** A demo that asks no mock server, or does not say which. */
  readonly server?: "none" | "unsaid";
  /** What the browser says of it in its console, where that is a part of the story. */
  readonly expected?: RegExp;
}

const press = (demo: Thing, name: string | RegExp): Promise<void> => demo.find("button", name).click();
const status = (demo: Thing): Thing => demo.find("status");

/** How a verdict on a wrong guess begins, before what happened. */
const otherwise = (happened: string): RegExp =>
  new RegExp(`(?:Other than you expected\\.|Not quite:) ${happened.replaceAll(".", "\\.")}`);

/** Rows of what a page names and the browser fetches by itself: how many depends on the copies that it keeps. */
const parts = /(?:Style sheet|Picture), by the browser itself/;

/** What is done with the first of the two demos on the page of each kind, by the page's name. */
export const scenes: Readonly<Record<string, Scene>> = {
  "first-cycle": {
    name: "the first cycle: a link pressed, what the browser added, the server off, which Escape ends at once",
    server: "unsaid",
    expected: unanswered,
    async play(demo) {
      await press(demo, "Alice");
      // Who wants less motion sees the last sentence at once.
      await demo.shows(/A link is pressed\.|It is drawn\./);
      await status(demo).shows(/^200 OK\. (Really: [\d.]+ ms\. Shown slowed down|It took [\d.]+ ms)\./);
      await press(demo, /^What did the browser add/);
      await demo.shows("Host: library.example");
      await press(demo, /^With the server switched off/);
      await demo.find("button", "Alice").press("Escape");
      await status(demo).shows(/^No response\..*no status code/);
    },
  },
  exchange: {
    name: "a transcript: Send, Edit, a mistake, what a browser refuses, Start over",
    async play(demo, { look }) {
      await press(demo, "Send");
      await status(demo).shows(/^201 Created/);
      await demo.shows("changes books/4");
      await press(demo, "Send");
      await demo.shows("changes books/5");
      await press(demo, "Edit");
      const editor = demo.find("textbox");
      await editor.fill("GET /books/1 HTTP/1.1\nHost : library.example\n");
      await press(demo, "Send");
      await demo.find("alert").shows("line 2, column 5");
      await look("a mistake");
      expect(await editor.hasFocus()).toBe(true);
      await editor.fill("DELETE /books HTTP/1.1\nHost: library.example\nCookie: a=1\n");
      await press(demo, "Send");
      await status(demo).shows(/^405 Method Not Allowed/);
      // What the browser has left out is on show, and said to be.
      await press(demo, /^2.*Request/);
      await demo.shows(/Cookie: a=1.*The browser keeps the cookies/);
      await look("a refusal");
      await editor.fill("TRACE /books HTTP/1.1\n");
      await press(demo, "Send");
      await demo.find("alert").shows("expected a method that browsers send");
      await press(demo, "Start over");
      await status(demo).shows("as recorded");
      await press(demo, "Send");
      await status(demo).shows(/^201 Created/);
      await demo.shows("changes books/4");
    },
  },
  task: {
    name: "a task: its start sent, a near miss, a mistake, a hint, solved, still solved after a reload",
    async play(demo, { look, reload }) {
      await press(demo, "Begin");
      await demo.shows("Not yet: The answer’s status is 201.");
      await press(demo, "Send");
      await status(demo).shows(/^Not yet: 0 of 3 met\. 200 OK\. .*A GET only asks\.$/);
      await press(demo, "Hint 1 of 2");
      await demo.shows("Which part of a message carries data?");
      const editor = demo.find("textbox");
      await editor.fill("POST books\n");
      await press(demo, "Send");
      await demo.find("alert").shows("a target such as /books");
      await look("a mistake");
      await editor.fill('POST /books\n\n{"title": "Dune"}');
      await press(demo, "Send");
      await status(demo).shows("The server did not know the format.");
      await demo.shows("Met: The request’s method is POST.");
      await look("a near miss");
      await editor.fill('POST /books\nContent-Type: application/json\n\n{"title": "Dune", "year": 1965}');
      await press(demo, "Send");
      await status(demo).shows(/^Solved\. 201 Created/);
      await demo.shows("Solved at try 3. The server keeps what a POST brought.");
      await reload();
      await demo.comesAlive();
      await demo.shows("Solved at try 3.");
      await press(demo, "Begin");
      await demo.shows("The server keeps what a POST brought.");
      await press(demo, "Start over");
      await press(demo, "Send");
      await status(demo).shows(/^Not yet: 0 of 3 met/);
    },
  },
  "my-work": {
    name: "the reader’s own work: nothing so far",
    server: "none",
    async play(demo) {
      await demo.shows("None tried so far.");
      await demo.shows("nobody has checked it");
    },
  },
  "this-page": {
    name: "the reader’s own page: what was measured, what it took, the fields of its response",
    server: "none",
    async play(demo, { look }) {
      await demo.shows("Protocol HTTP/1.1");
      await demo.shows(/With it came \d+ more files so far/);
      await demo.element("summary").click();
      await demo.find("table").shows("script");
      await press(demo, "Show the fields of the response");
      await status(demo).shows(
        /^200 OK, [\d,]+ fields\. (?:They stand in your browser’s own copy|Your browser gave no copy)/,
      );
      await demo.shows(/content-type: text\/html.*The mock server’s, to GET \/books\/1 HTTP\/1\.1 200 OK.*Alike/s);
      await demo.element("summary", 1).click();
      await demo.shows("Choose “Network”, and reload the page.");
      await look("asked");
    },
  },
  walk: {
    name: "the small browser: addresses, links, forms, a redirect, a fragment, Back, Forward, Reload",
    // A request that the next navigation overtakes.
    expected: unanswered,
    async play(demo, { look }) {
      const address = demo.find("textbox", "Address");
      const drawn = demo.find("document");
      const ledger = demo.find("table");
      await demo.find("radio", "Nothing").click();
      await press(demo, "Go");
      await status(demo).shows("Not quite: ");
      await drawn.shows("3 books.");
      await look("a guess");
      await address.fill("library.example/");
      await address.press("Enter");
      await drawn.shows("We lend 3 books");
      await drawn.find("searchbox").fill("wells");
      await status(demo).shows("No row. Typing in a field sends nothing.");
      await drawn.find("searchbox").press("Enter");
      await drawn.shows("The Time Machine");
      await address.hasValue("http://library.example/search?q=wells");
      await drawn.find("link", "Books").click();
      await drawn.shows("3 books.");
      await drawn.find("link", "Add one").click();
      await address.hasValue("http://library.example/books#add");
      await status(demo).shows("fragment");
      await drawn.find("textbox", "Title").fill("Emma");
      await drawn.find("textbox", "Author").fill("Jane Austen");
      await press(drawn, "Add");
      await drawn.find("heading", "Emma").shows("Emma");
      await address.hasValue("http://library.example/books/4");
      await press(demo, "Back");
      await drawn.shows("4 books.");
      await press(demo, "Forward");
      await drawn.find("heading", "Emma").shows("Emma");
      await press(demo, "Reload");
      await ledger.hasRows(Array(9).fill(/ (?:200 OK|303 See Other|304 Not Modified)/), parts);
      // Browsers may ask whether the copy that they keep is still good.
      const reloaded = (await ledger.rows()).filter((row) => !parts.test(row)).at(-1) ?? "";
      const copy = ", from the copy that your browser has kept.";
      await demo.shows(
        /304/.test(reloaded) ? `304 Not Modified. Shown: Emma – library.example${copy}` : "200 OK. Shown: Emma",
      );
      await address.fill("library.example/books/99");
      await address.press("Enter");
      await drawn.find("heading", /404/).shows("404");
      await ledger.hasRows(
        [
          /address.* GET \/books 200 OK/,
          /address.* GET \/ 200 OK/,
          /Form.* GET \/search\?q=wells 200 OK/,
          /Link “Books” GET \/books (?:200 OK|304 Not Modified)/,
          /Form.* POST \/books content: title=Emma&author=Jane\+Austen&year= 303 See Other/,
          /Redirect, by the browser itself GET \/books\/4 200 OK/,
          /GET \/books 200 OK/,
          /GET \/books\/4 (?:200 OK|304 Not Modified)/,
          /GET \/books\/4 (?:200 OK|304 Not Modified)/,
          /address.* GET \/books\/99 404 Not Found/,
        ],
        parts,
      );
      await address.fill("https://example.com/");
      await address.press("Enter");
      await demo.shows("is not on library.example");
    },
  },
  "message-builder": {
    name: "the builder: four actions, each sent",
    async play(demo, { host, look }) {
      const send = async (outcome: RegExp): Promise<void> => {
        await press(demo, "Send");
        const said = await status(demo).shows(outcome);
        expect(said).toMatch(host === "worker" ? /The browser sent (?:\d+|no) more/ : /saw no more fields/);
      };
      await press(demo, "A link is clicked");
      await press(demo, "Where each part of the URL goes");
      await demo.find("textbox", /^URL/).fill("https://library.example/books/1?from=list#reviews");
      await demo.find("row", /^fragment/).shows("not sent");
      await look("a URL in parts");
      await send(/^200 OK/);
      expect(await demo.find("group", "What the server saw").text()).not.toContain("reviews");
      await press(demo, "A search is sent");
      await demo.find("textbox", /^You type, in “q”/).fill("my secret");
      await demo.find("row", /^POST/).shows("q=my+secret");
      await send(/^200 OK/);
      await demo.find("group", "What the server saw").shows("GET /search?q=my+secret HTTP/1.1");
      await press(demo, "A book is sent");
      await send(/^303 See Other/);
      await press(demo, "A script fetches");
      await demo.find("textbox", /^URL/).fill("books");
      await demo.shows("Expected a whole URL");
      await look("a mistake");
      await demo.find("textbox", /^URL/).fill("https://library.example/books");
      await demo.find("textbox", /^Fields/).fill("Content-Type: application/json\nCookie: a=1\nX-Mine: yes");
      await demo.shows("The browser keeps the cookies");
      await send(/^201 Created/);
      await look("sent");
      await demo.find("button", /^All \d+ lines that the server saw/).click();
      await demo.find("group", "What the server saw").shows("X-Mine: yes");
    },
  },
  "inside-the-server": {
    name: "inside the server: a form step by step, and each request at once",
    async play(demo, { look }) {
      const request = demo.find("combobox", /^Request/);
      await demo.find("radio", "Something is").click();
      await press(demo, "Send");
      for (const line of [
        "has read the message",
        "finds the route POST /books",
        "The handler addBook runs.",
        "data change in 2 places.",
        "The response leaves: 303 See Other",
      ]) {
        await press(demo, "Next");
        await status(demo).shows(line);
      }
      await demo.shows("You expected");
      await press(demo, "Back");
      await status(demo).shows("data change");
      await look("on the way");
      for (const [name, outcome] of [
        ["A program with Dune", "201 Created"],
        ["A book is read", "200 OK"],
        ["A book goes, if it is as it was", "204 No Content"],
        ["A slip of the pen", "404 Not Found"],
        ["The wrong method", "405 Method Not Allowed"],
      ] as const) {
        await request.choose(name);
        await press(demo, "Send");
        await press(demo, "All at once");
        await status(demo).shows(outcome);
      }
      await request.choose("A program with Dune");
      await press(demo, "Send");
      await press(demo, "All at once");
      await demo.find("button", /^The source of addBook/).click();
      await demo.shows("export function addBook");
      await look("with a source");
    },
  },
  "guess-the-status": {
    name: "the statuses: nine guesses, the last one wrong",
    expected: unanswered,
    async play(demo, { look }) {
      const request = demo.find("combobox", /^Request/);
      const right = [
        ["A book that is there", "200"],
        ["Dune comes in", "201"],
        ["A form with Dune", "303"],
        ["A book that is not there", "404"],
        ["The same, and nobody there", "No response"],
        ["All books at once", "405"],
        ["A book without a title", "422"],
        ["A broken shelf", "500"],
      ] as const;
      for (const [name, guess] of right) {
        await request.choose(name);
        await demo.find("radio", guess === "No response" ? /^No status/ : new RegExp(guess)).click();
        await press(demo, "Send");
        await status(demo).shows(`As you expected. ${guess}`);
        if (guess === "No response") await look("no response");
      }
      await request.choose("An error that says 200");
      await demo.find("radio", /500/).click();
      await press(demo, "Send");
      await status(demo).shows(otherwise("200 OK"));
      await demo.shows("8 of 9 guesses right");
    },
  },
  "be-the-server": {
    name: "being the server: a page of one's own, a redirect that the library goes on with, hanging up",
    expected: unanswered,
    async play(demo, { look }) {
      const drawn = demo.find("document");
      await press(demo, "Be the server");
      await status(demo).shows("GET /books/7 waits for your answer.");
      await look("waiting");
      await demo.find("textbox", "Status").fill("99");
      await press(demo, "Answer");
      await demo.find("alert").shows("expected a number from 200 to 599");
      await look("a mistake");
      await demo.find("radio", /^Your content as it is written/).click();
      await demo.find("textbox", "Status").fill("200");
      await demo.find("textbox", /^Fields/).fill("Content-Type: text/html");
      await demo.find("textbox", "Content").fill('<h1>Mine</h1>\n<p>Hi, see the <a href="/books">list</a></p>');
      await press(demo, "Answer");
      await drawn.find("heading", "Mine").shows("Mine");
      await status(demo).shows(/^200 OK\. Not quite: /);
      await look("answered");
      await drawn.find("link", "list").click();
      await status(demo).shows("GET /books waits for your answer.");
      await press(demo, "Let the library answer");
      await status(demo).shows("GET /style.css waits for your answer.");
      await press(demo, "Let the library answer");
      await drawn.find("heading", "Books").shows("Books");
      await press(demo, "Let the client ask again");
      await status(demo).shows("waits for your answer");
      await press(demo, "Hang up");
      await status(demo).shows("No response");
      await press(demo, "Let the client ask again");
      await status(demo).shows("waits for your answer");
      await demo.find("combobox", "Start from").choose("404: Not here, with a page");
      await press(demo, "Answer");
      await drawn.find("heading", "We have no book 7").shows("no book");
      await demo
        .find("table", /^What this client asked/)
        .hasRows([/\/books\/7 200/, /\/books 200/, /\/style\.css 200/, /No response/, /\/books\/7 404/]);
    },
  },
  "what-comes-back": {
    name: "what comes back: every case",
    expected: unanswered,
    async play(demo, { engine, host, look }) {
      const choice = demo.find("combobox");
      const keepsCopies = host === "worker" && engine !== "Firefox";
      for (const [name, guess, outcome] of [
        ["A page", "A text", "As you expected. 200 OK, text/html"],
        ["A page with parts", "Four", /^As you expected.*Four cycles/],
        ["A picture", "A field", "As you expected. 200 OK, image/svg+xml."],
        ["Data", "As text", /^As you expected\./],
        ["Another address", "The server moves me", otherwise("301 Moved Permanently, then 200 OK")],
        ["No content", "It stays", /^As you expected\./],
        ["A refusal with a page", "It is not", otherwise("404 Not Found")],
        ["A refusal without a page", "It rejects", otherwise("404 Not Found")],
        ["A fresh copy", "None", keepsCopies ? /[34] parts came from copies/ : "Four cycles"],
        ["An error that says 200", "It says so", otherwise("200 OK")],
        ["Nobody there", "There is none", /^As you expected\. No response/],
      ] as const) {
        await choice.choose(name);
        await demo.find("radio", guess).click();
        await press(demo, "Send");
        await status(demo).shows(outcome);
        if (["Another address", "A fresh copy", "Nobody there"].includes(name)) await look(name);
      }
      await press(demo, "Reload");
      await demo.find("table", "The cycles that it took").hasRows([/200 OK/], parts);
    },
  },
  "two-clients": {
    name: "two clients: Ada adds, Ben waits and asks",
    async play(demo, { look }) {
      const ask = (client: Thing): Promise<void> => press(client, "Ask for the list");
      const [ada, ben] = [demo.find("group", "Ada, a client"), demo.find("group", "Ben, a client")];
      await demo.find("radio", "After a while").click();
      await ask(ada);
      await status(demo).shows("Ada: 200 OK");
      await ask(ben);
      await status(demo).shows("Ben: 200 OK");
      await press(ada, "Add a book");
      await status(demo).shows("Ada: 201 Created");
      await ben.shows("3 titles, from row 2. Older than the server’s data");
      await demo.find("group", "The server’s data").shows("Emma");
      await press(ben, /^Wait/);
      await status(demo).shows(
        /^Ben has waited 3 seconds in all\. Nothing came\. Not quite: Ben waited, and the screen stayed as it was\./,
      );
      await demo.shows("The one who knows tells.");
      expect(await ben.text()).not.toContain("Emma");
      await ask(ben);
      await status(demo).shows(
        /^Ben: 200 OK.* Cycle over\. The connection stays open\. .*Ben asked, and then the screen showed it\./,
      );
      await ben.find("listitem", undefined, -1).shows("Emma");
      await demo
        .find("table", /^What passed/)
        .hasRows([
          /GET \/books 200 OK/,
          /Nothing comes/,
          /POST \/books 201/,
          /GET \/books 200 OK/,
          /GET \/books 200 OK/,
        ]);
      await look("used");
      await press(demo, "Start over");
    },
  },
  "same-again": {
    name: "the same again: twice without the cookie, twice with it",
    async play(demo, { look }) {
      const told = demo.find("table", /^What the server was told/);
      await demo.find("radio", "I am").click();
      await press(demo, /^Send/);
      await told.hasRows([/the number 1, and this is your visit 1/]);
      await press(demo, /^Send/);
      await status(demo).shows(otherwise("I give you the number 2, and this is your visit 1."));
      await look("a wrong guess");
      await demo.find("checkbox", /^Keep cookies/).click();
      await press(demo, /^Send/);
      await told.hasRows([/visit 1/, /visit 1/, /Set-Cookie: visitor=3/]);
      await press(demo, /^Send/);
      await status(demo).shows("You are visitor 3, and this is your visit 2.");
      await told.hasRows([/no Cookie/, /no Cookie/, /no Cookie/, /Cookie: visitor=3/]);
    },
  },
  "cycle-player": {
    name: "the player of the cycle: Send, Next, Back, a slow network, the server off",
    expected: unanswered,
    async play(demo, { look }) {
      await press(demo, "Send");
      await demo.shows("One request, one response");
      await status(demo).shows("200 OK");
      await look("over");
      await demo.find("combobox", /^What you do/).choose("Dune is added");
      for (const stage of [1, 2, 3, 4, 5]) {
        await press(demo, "Next");
        await status(demo).shows(new RegExp(`^Stage ${stage}, the (client|server)`));
      }
      await press(demo, "Next");
      await status(demo).shows(/^Cycle over/);
      await press(demo, "Back");
      await press(demo, "Back");
      await status(demo).shows(/^Stage 4/);
      await look("on the way");
      await press(demo, "Slow it down");
      const slow = demo.find("slider", /^The network/);
      for (let step = 0; step < 3; step += 1) await slow.press("ArrowRight");
      await slow.hasValue("300");
      await press(demo, "Send");
      await demo.shows(/One request, one response, [6-9]\d\d|1\d\d\d/);
      await demo.find("combobox", /^What you do/).choose("Nobody there");
      await press(demo, "Send");
      await demo.shows("Broken off");
    },
  },
  check: {
    name: "the check: a card dragged, others moved by keys, a question, own words, all there after a reload",
    server: "none",
    async play(demo, { reload, look }) {
      const order = demo.find("group", "A letter");
      const questions = demo.find("group", /^Question 1 of/);
      const explain = demo.find("group", "A letter in your own words");
      const steps = [
        [/It is written/, "Writer"],
        [/It is carried/, "Postman"],
        [/It is read/, "Reader"],
        [/It is answered/, "Reader"],
      ] as const;
      await order
        .find("listitem", undefined, 3)
        .element("span")
        .dragTo(order.find("listitem", undefined, 2));
      await status(order).shows("is now number 3 of 4");
      await putInOrder(order, steps);
      await questions.find("radio", "A 404").click();
      await press(questions, "Check");
      await status(questions).shows(/^Right/);
      await explain.find("textbox").fill("Somebody asks, somebody answers.");
      await press(explain, "Compare with a model answer");
      await explain.find("checkbox", undefined, 0).click();
      await status(explain).shows("1 of 2 points.");
      await look("answered");
      await reload();
      await demo.find("button", /^Question 1, right/).shows("1");
      await explain.find("textbox").hasValue("Somebody asks, somebody answers.");
      await press(demo, "Start over");
      await explain.find("textbox").hasValue("");
    },
  },
  "put-in-order": {
    name: "an order: cards moved by keys, who acts in each",
    server: "none",
    async play(demo, { look }) {
      await press(demo, "Check");
      await look("wrong");
      await putInOrder(demo, [
        [/Seeds are sown/, "Gardener"],
        [/It rains/, "Cloud"],
        [/Fruit is picked/, "Gardener"],
      ]);
    },
  },
  question: {
    name: "a question: a wrong choice, the belief behind it, the right one",
    server: "none",
    async play(demo, { look }) {
      await demo.find("radio", "The server").click();
      await press(demo, "Check");
      await status(demo).shows("Not quite.");
      await demo.shows("The one who knows tells.");
      await look("wrong");
      await demo.find("radio", "The client").click();
      await press(demo, "Check");
      await status(demo).shows("Right.");
    },
  },
  explain: {
    name: "own words: set beside a model answer, and counted",
    server: "none",
    async play(demo) {
      await demo.find("textbox").fill("With flour.");
      await press(demo, "Compare with a model answer");
      await demo.shows("Dough is kneaded, and then it is baked.");
      await demo.find("checkbox", undefined, 1).click();
      await status(demo).shows("1 of 2 points.");
    },
  },
  "mini-browser": {
    name: "a small browser by itself: where it starts, an address, a link",
    tag: "demo-walk",
    async play(demo) {
      await press(demo, "Go");
      await demo.find("document").shows("3 books.");
      await demo.find("textbox", "Address").fill("library.example/search");
      await demo.find("textbox", "Address").press("Enter");
      await demo.shows("GET /search: 200 OK");
      await demo.find("document").find("link", "Books").click();
      await demo.shows(/GET \/books: (?:200 OK|304 Not Modified)/);
    },
  },
};

/** Play a scene in the first of two demos on a page, and see that the other one stays as it was. */
export async function playBesideAnother(page: Thing, kind: string, scene: Scene, place: Place): Promise<void> {
  const tag = scene.tag ?? tagOf(kind);
  const [demo, other] = [page.element(tag), page.element(tag, 1)];
  for (const each of [other, demo]) await each.comesAlive();
  const before = await other.evaluate(stateOf, null);
  await scene.play(demo, place);
  expect(await other.evaluate(stateOf, null), "the other demo is as it was").toEqual(before);
  expect(await page.evaluate(sharedNames, null), "no two elements or demos share a name").toEqual([]);
  if (scene.server) return;
  expect(await demo.data("host"), "the mock server that answered").toBe(place.host);
  const why = "inside this page, because";
  if (place.host === "page") await demo.shows(why);
  else expect(await demo.text()).not.toContain(why);
}

/** What a reader sees of a demo, and has put into it. Runs in the page, and so stands alone. */
function stateOf(demo: HTMLElement): readonly unknown[] {
  const fields = Array.from(demo.querySelectorAll<HTMLInputElement>("input, select, textarea"));
  return [demo.dataset["state"], demo.innerText, fields.map(({ value, checked }) => [value, checked])];
}

/** The ids that stand in the page twice, and the names of radio buttons that stand in two demos. Stands alone, too. */
function sharedNames(page: HTMLElement): readonly string[] {
  const ids = Array.from(page.querySelectorAll("[id]"), ({ id }) => id);
  const groups = Array.from(page.querySelectorAll<HTMLInputElement>("input[type=radio]"), (radio) => ({
    name: radio.name,
    demo: radio.closest("[data-state]"),
  }));
  return [
    ...ids.filter((id, at) => ids.indexOf(id) < at),
    ...groups
      .filter(({ name, demo }) => groups.some((other) => other.name === name && other.demo !== demo))
      .map(({ name }) => name),
  ];
}

/** Bring cards into an order by keys, say who acts in each, and check. */
async function putInOrder(order: Thing, steps: readonly (readonly [card: RegExp, actor: string])[]): Promise<void> {
  for (const [at, [card, actor]] of steps.entries()) {
    const here = order.find("listitem", undefined, at);
    for (let above = steps.length; above > 0 && !card.test((await here.text()) ?? ""); above -= 1)
      await order.find("button", new RegExp(`^Up: ${card.source}`)).press("Enter");
    await here.shows(card);
    await order.find("combobox", new RegExp(`Who acts: ${card.source}`)).choose(actor);
  }
  await press(order, "Check");
  await status(order).shows(`All right: ${steps.length} in order, and who acts in each.`);
}
