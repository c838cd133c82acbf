import assert from "node:assert/strict";
import { test } from "node:test";
import { blockElement, exchangeElement } from "../demos/exchange/figure.ts";
import { runBlock } from "../lab/run-block.ts";
import { printedGroups, sendPrinted } from "./printed-requests.ts";

const options = { title: "A", collapsed: false, must: false };
const page = (block: string, change: (html: string) => string = (html) => html): string => {
  const requests = runBlock(block).map(({ exchange, expectations }) =>
    exchangeElement({ exchange, marked: [], open: [], known: [], expectations, question: null }, options),
  );
  const html = requests.length > 1 ? blockElement("B", "b", requests) : requests[0];
  return change(`<!doctype html>${html?.text}`);
};
const problems = async (html: string): Promise<string> =>
  (await Promise.all(printedGroups(html, "a.html").map(sendPrinted))).flat().join("\n");

const add = 'POST /books\nContent-Type: application/json\nAccept: application/json\n\n{"title": "Dune"}';

test("a page whose transcripts are true has no problem, also where one request builds on the one before", async () => {
  assert.equal(await problems(page("GET /books/1\nAccept: text/html")), "");
  assert.equal(await problems(page(`${add}\n\n###\nGET /books/4\nAccept: application/json`)), "");
  assert.equal(printedGroups(page(`${add}\n\n###\nGET /books/4`), "a.html").length, 1);
});

test("another status, other content and a request without its framing are told", async () => {
  assert.match(
    await problems(
      page("GET /books/1\nAccept: text/html", (html) => html.replace("HTTP/1.1 200 OK", "HTTP/1.1 201 Created")),
    ),
    /a\.html: GET \/books\/1 HTTP\/1\.1: printed is 201, and the server answers 200/,
  );
  assert.match(
    await problems(page("GET /books/1\nAccept: application/json", (html) => html.replaceAll("Alice", "Alina"))),
    /printed is .*Alina.*, and the server answers .*Alice/s,
  );
  assert.match(
    await problems(page(add, (html) => html.replaceAll(/<li class="field"><code>Content-Length: 17<.*?<\/li>/g, ""))),
    /printed is 201, and the server answers (?:4\d\d)/,
  );
});

test("a request in the data of a demo is sent too", async () => {
  const data = {
    request: { method: "GET", target: "/books/99", version: "HTTP/1.1", fields: [], content: "" },
    status: 404,
  };
  const html = `<!doctype html><a-demo><script type="application/json">${JSON.stringify(data)}</script></a-demo>`;
  assert.match(
    await problems(html),
    /in its data: GET \/books\/99 HTTP\/1\.1: printed is 404, and the server answers 400/,
  );
});
