import type { EngineName } from "../browser.ts";
import { expect, unanswered } from "./engine-test.ts";
import type { Thing } from "./reader.ts";

/** Where a demo is tried. */
export interface Place {
  readonly engine: EngineName;
  /** Which of the lesson's mock servers answers. */
  readonly host: "worker" | "page";
  /** Opens the page once more. */
  reload(): Promise<unknown>;
}

/** One demo, used by a reader from its first control to its last. Its words stand here and nowhere else. */
export interface Scene {
  readonly name: string;
  /** Acts in the page and reads what comes; gives the demo, if it has a mock server. */
  play(page: Thing, place: Place): Promise<Thing | null>;
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

export const scenes: readonly Scene[] = [
  {
    name: "the first cycle: a link pressed, what the browser added, the server off",
    expected: unanswered,
    async play(page) {
      const demo = page.element("first-cycle");
      await press(demo, "Alice");
      await demo.shows("You press a link.");
      await status(demo).shows(/^200 OK\. Really: [\d.]+ ms\. Shown slowed down/);
      await press(demo, /^What did the browser add/);
      await demo.shows("Host: library.example");
      await press(demo, /^With the server switched off/);
      await status(demo).shows(/^No response\..*no status code/);
      return null;
    },
  },
  {
    name: "a transcript: Send, Edit, a mistake, what a browser refuses, Reset",
    async play(page) {
      const demo = page.find("group", "A program adds a book");
      await press(demo, "Send");
      await status(demo).shows(/^201 Created, \d fields/);
      await demo.shows("changes books/4");
      await press(demo, "Send");
      await demo.shows("changes books/5");
      await press(demo, "Edit");
      const editor = demo.find("textbox");
      await editor.fill("GET /books/1 HTTP/1.1\nHost : library.example\n");
      await press(demo, "Send");
      await demo.find("alert").shows("line 2, column 5");
      expect(await editor.hasFocus()).toBe(true);
      await editor.fill("DELETE /books HTTP/1.1\nHost: library.example\nCookie: a=1\n");
      await press(demo, "Send");
      await status(demo).shows(/^405 Method Not Allowed/);
      // What the browser has left out is on show, and said to be.
      await press(demo, /^2.*Request/);
      await demo.shows(/Cookie: a=1.*The browser keeps the cookies/);
      await editor.fill("TRACE /books HTTP/1.1\n");
      await press(demo, "Send");
      await demo.find("alert").shows("expected a method that browsers send");
      await press(demo, "Reset");
      await status(demo).shows("Reset");
      await press(demo, "Send");
      await status(demo).shows(/^201 Created, \d fields/);
      await demo.shows("changes books/4");
      return demo;
    },
  },
  {
    name: "the small browser: addresses, links, forms, a redirect, a fragment, Back, Forward, Reload",
    // A request that the next navigation overtakes.
    expected: unanswered,
    async play(page) {
      const demo = page.element("demo-walk");
      const address = demo.find("textbox", "Address");
      const drawn = demo.find("document");
      const ledger = demo.find("table");
      await demo.find("radio", /^Three/).click();
      await press(demo, "Go");
      await status(demo).shows("As you expected. Three rows.");
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
      await ledger.hasRows(Array(8).fill(/ (?:200 OK|303 See Other|304 Not Modified)/), parts);
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
          /address.* GET \/ 200 OK/,
          /Form.* GET \/search\?q=wells 200 OK/,
          /Link “Books” GET \/books 200 OK/,
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
      return demo;
    },
  },
  {
    name: "the builder: four actions, each sent",
    async play(page, { host }) {
      const demo = page.element("message-builder");
      const send = async (outcome: RegExp): Promise<void> => {
        await press(demo, "Send");
        const said = await status(demo).shows(outcome);
        expect(said).toMatch(host === "worker" ? /The browser sent (?:\d+|no) more/ : /saw no more fields/);
      };
      await press(demo, "Click a link");
      await press(demo, "Where each part of the URL goes");
      await demo.find("textbox", /^URL/).fill("https://library.example/books/1?from=list#reviews");
      await demo.find("row", /^fragment/).shows("not sent");
      await send(/^200 OK/);
      expect(await demo.find("group", "What the server saw").text()).not.toContain("reviews");
      await press(demo, "Submit a search form");
      await demo.find("textbox", /^You type, in “q”/).fill("my secret");
      await demo.find("row", /^POST/).shows("q=my+secret");
      await send(/^200 OK/);
      await demo.find("group", "What the server saw").shows("GET /search?q=my+secret HTTP/1.1");
      await press(demo, "Submit a form that adds a book");
      await send(/^303 See Other/);
      await press(demo, "A script calls fetch");
      await demo.find("textbox", /^Fields/).fill("Content-Type: application/json\nCookie: a=1\nX-Mine: yes");
      await demo.shows("The browser keeps the cookies");
      await send(/^201 Created/);
      await demo.find("button", /^All \d+ lines that the server saw/).click();
      await demo.find("group", "What the server saw").shows("X-Mine: yes");
      return demo;
    },
  },
  {
    name: "inside the server: a form step by step, and each request at once",
    async play(page) {
      const demo = page.element("inside-the-server");
      const request = demo.find("combobox", /^Request/);
      await demo.find("radio", "Yes, it will").click();
      await press(demo, "Send");
      for (const line of ["has read the message", "POST /books", "addBook runs", "data change", "303 See Other"]) {
        await press(demo, "Next step");
        await status(demo).shows(line);
      }
      await demo.shows("You expected");
      await press(demo, "Back");
      await status(demo).shows("data change");
      for (const [name, outcome] of [
        ["A program adds a book", "201 Created"],
        ["A link leads to a book", "200 OK"],
        ["A program withdraws a book, if it is as it was", "204 No Content"],
        ["A link has a typing error", "404 Not Found"],
        ["A program uses a wrong method", "405 Method Not Allowed"],
      ] as const) {
        await request.choose(name);
        await press(demo, "Send");
        await press(demo, "All at once");
        await status(demo).shows(outcome);
      }
      return demo;
    },
  },
  {
    name: "the statuses: nine guesses, the last one wrong",
    expected: unanswered,
    async play(page) {
      const demo = page.element("guess-the-status");
      const request = demo.find("combobox", /^Request/);
      const right = [
        ["A link leads to a book", "200"],
        ["A program adds a book", "201"],
        ["A form adds the same book", "303"],
        ["A link leads to a book that is not there", "404"],
        ["The same link, with the server switched off", "No response"],
        ["A program deletes the list of books", "405"],
        ["A form adds a book without a title", "422"],
        ["A link leads to the plan of the shelves", "500"],
      ] as const;
      for (const [name, guess] of right) {
        await request.choose(name);
        await demo.find("radio", guess === "No response" ? /^No status/ : new RegExp(guess)).click();
        await press(demo, "Send");
        await status(demo).shows(`As you expected. ${guess}`);
      }
      await request.choose("A link leads to a page that failed");
      await demo.find("radio", /500/).click();
      await press(demo, "Send");
      await status(demo).shows(otherwise("200 OK"));
      await demo.shows("8 of 9 guesses right");
      return demo;
    },
  },
  {
    name: "being the server: a page of one's own, a redirect that the library goes on with, hanging up",
    expected: unanswered,
    async play(page) {
      const demo = page.element("be-the-server");
      const drawn = demo.find("document");
      await press(demo, "Be the server");
      await status(demo).shows("GET /books/7 waits for your answer.");
      await demo.find("textbox", "Status").fill("200");
      await demo.find("textbox", /^Fields/).fill("Content-Type: text/html");
      await demo.find("textbox", "Content").fill('<h1>Mine</h1>\n<p>Hi, see the <a href="/books">list</a></p>');
      await press(demo, "Answer");
      await drawn.find("heading", "Mine").shows("Mine");
      await status(demo).shows(/^200 OK, 2 fields\./);
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
      await demo.find("combobox", "Start from").choose("404: No such book, with a page");
      await press(demo, "Answer");
      await drawn.find("heading", "We have no book 7").shows("no book");
      await demo
        .find("table", /^What this client asked/)
        .hasRows([/\/books\/7 200/, /\/books 200/, /\/style\.css 200/, /No response/, /\/books\/7 404/]);
      return demo;
    },
  },
  {
    name: "what comes back: every case",
    expected: unanswered,
    async play(page, { engine, host }) {
      const demo = page.element("what-comes-back");
      const choice = demo.find("combobox", "What comes back?");
      const keepsCopies = host === "worker" && engine !== "Firefox";
      for (const [name, guess, outcome] of [
        ["A page", "A text", "As you expected. 200 OK, text/html"],
        ["A page with a style sheet and two pictures", "Four", /^As you expected.*Four cycles/],
        ["A picture", /Content-Type/, "As you expected. 200 OK, image/svg+xml."],
        ["JSON, data for programs", "The data as text", /^As you expected\./],
        ["A redirect", /^The server moves me there/, otherwise("301 Moved Permanently, then 200 OK")],
        ["204, no content", "It stays", /^As you expected\./],
        ["404, with a page", "No", otherwise("404 Not Found")],
        ["404, without a page", "It rejects", otherwise("404 Not Found")],
        ["A copy that is still fresh", "None", keepsCopies ? /[34] parts came from copies/ : "Four cycles"],
        ["200, with a page that says “Error”", "Yes, 200 says so", otherwise("200 OK")],
        ["Nothing: the server is switched off", "There is none", /^As you expected\. No response/],
      ] as const) {
        await choice.choose(name);
        await demo.find("radio", guess).click();
        await press(demo, "Send");
        await status(demo).shows(outcome);
      }
      await press(demo, "Reload");
      await demo.find("table", "The cycles that it took").hasRows([/200 OK/], parts);
      return demo;
    },
  },
  {
    name: "two clients: Ada adds, Ben waits and asks",
    async play(page) {
      const demo = page.element("two-clients");
      const ask = (client: Thing): Promise<void> => press(client, "Ask for the list");
      const [ada, ben] = [demo.find("group", "Ada, a client"), demo.find("group", "Ben, a client")];
      await demo.find("radio", "After some seconds").click();
      await ask(ada);
      await status(demo).shows("Ada: 200 OK");
      await ask(ben);
      await status(demo).shows("Ben: 200 OK");
      await press(ada, "Add a book");
      await status(demo).shows("Ada: 201 Created");
      await press(ben, /^Wait/);
      await status(demo).shows(/^Ben has waited \d seconds.*Nothing came\. (?:Other than|Not quite)/);
      await ask(ben);
      await status(demo).shows("Ben: 200 OK");
      await demo
        .find("table", /^What passed/)
        .hasRows([
          /GET \/books 200 OK/,
          /Nothing comes/,
          /POST \/books 201/,
          /GET \/books 200 OK/,
          /GET \/books 200 OK/,
        ]);
      await press(demo, "Start over");
      return demo;
    },
  },
  {
    name: "the same again: twice without the cookie, twice with it",
    async play(page) {
      const demo = page.element("same-again");
      const told = demo.find("table", /^What the server was told/);
      await demo.find("radio", "Yes, it has seen me").click();
      await press(demo, /^Send/);
      await told.hasRows([/the number 1, and this is your visit 1/]);
      await press(demo, /^Send/);
      await status(demo).shows(otherwise("I give you the number 2, and this is your visit 1."));
      await demo.find("checkbox", /^Keep cookies/).click();
      await press(demo, /^Send/);
      await told.hasRows([/visit 1/, /visit 1/, /Set-Cookie: visitor=3/]);
      await press(demo, /^Send/);
      await status(demo).shows("You are visitor 3, and this is your visit 2.");
      await told.hasRows([/no Cookie/, /no Cookie/, /no Cookie/, /Cookie: visitor=3/]);
      return demo;
    },
  },
  {
    name: "the player of the cycle: Send, Next, Back, a slow network, the server off",
    expected: unanswered,
    async play(page) {
      const demo = page.element("cycle-player");
      await press(demo, "Send");
      await demo.shows("One request, one response");
      await status(demo).shows("200 OK");
      await demo.find("combobox", /^What you do/).choose("Submit a form that adds a book");
      for (const stage of [1, 2, 3, 4, 5]) {
        await press(demo, "Next");
        await status(demo).shows(new RegExp(`^Stage ${stage}, the (client|server)`));
      }
      await press(demo, "Next");
      await status(demo).shows(/^Cycle over/);
      await press(demo, "Back");
      await press(demo, "Back");
      await status(demo).shows(/^Stage 4/);
      await press(demo, "Slow it down");
      const slow = demo.find("slider", /^The network/);
      for (let step = 0; step < 3; step += 1) await slow.press("ArrowRight");
      await slow.hasValue("300");
      await press(demo, "Send");
      await demo.shows(/One request, one response, [6-9]\d\d|1\d\d\d/);
      await demo.find("combobox", /^What you do/).choose("Follow a link while the server is switched off");
      await press(demo, "Send");
      await demo.shows("Cycle broken off");
      return demo;
    },
  },
  {
    name: "the check: a card dragged, others moved by keys, a question, own words, all there after a reload",
    async play(page, { reload }) {
      const demo = page.element("demo-check");
      const order = demo.find("group", /^Put the five stages in order/);
      const questions = demo.find("group", /^Question 1 of/);
      const explain = demo.find("group", /^Explain the cycle/);
      const stages = [
        [/A link is clicked/, "Client"],
        [/A message is made of an action/, "Client"],
        [/A message is read/, "Server"],
        [/A status code and often content/, "Server"],
        [/What came is shown/, "Client"],
      ] as const;
      await order
        .find("listitem", undefined, 4)
        .element("span")
        .dragTo(order.find("listitem", undefined, 3));
      await status(order).shows("is now number 4 of 5");
      for (const [at, [clue, actor]] of stages.entries()) {
        const here = order.find("listitem", undefined, at);
        while (!clue.test((await here.text()) ?? ""))
          await order.find("button", new RegExp(`^Up: ${clue.source}`)).press("Enter");
        await order.find("combobox", new RegExp(`Who acts: ${clue.source}`)).choose(actor);
      }
      await press(order, "Check");
      await status(order).shows("All right: 5 in order, and who acts in each.");
      await questions.find("radio", "Nothing, until your browser asks again.").click();
      await press(questions, "Check");
      await status(questions).shows(/^Right/);
      await explain.find("textbox").fill("The client asks, the server answers.");
      await press(explain, "Compare with a model answer");
      await explain.find("checkbox", undefined, 0).click();
      await status(explain).shows("1 of 8 points.");
      await reload();
      await demo.find("button", /^Question 1, right/).shows("1");
      await explain.find("textbox").hasValue("The client asks, the server answers.");
      await press(demo, "Start over");
      await explain.find("textbox").hasValue("");
      return null;
    },
  },
];
