import { type Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { fieldValue, type RequestMessage } from "../http/message.ts";
import { aboutServer } from "./about-server.ts";
import { hostLine } from "./exchange-view.ts";
import { type LedgerColumn, ledgerColumns, ledgerView } from "./ledger-view.ts";
import type { Question } from "./prediction-view.ts";

const title = "Does the server know you?";

/** The request of a visitor, who may carry the cookie that an earlier answer gave out. */
export function visit(cookie: string | null): RequestMessage {
  const fields = [
    { name: "Host", value: "library.example", by: "page" },
    { name: "Accept", value: "text/html", by: "page" },
  ] as const;
  const carried = cookie === null ? [] : [{ name: "Cookie", value: cookie, by: "reconstructed" } as const];
  return { method: "GET", target: "/visits", version: "HTTP/1.1", fields: [...fields, ...carried], content: "" };
}

/** The cookie that an answer gives out, as it comes back in a request: "visitor=3"; null where it gives none. */
export function cookieFrom({ response }: Exchange): string | null {
  const given = response && fieldValue(response.fields, "Set-Cookie");
  return given?.replace(/;.*/, "") ?? null;
}

/** What the page that came says to the visitor. */
export function greeting({ response }: Exchange): string {
  return /<p>([^<]*)<\/p>/.exec(response?.content ?? "")?.[1] ?? "";
}

/** Whether the server knew who asks. */
export function isKnown(exchange: Exchange): boolean {
  return greeting(exchange).startsWith("You are visitor");
}

export const question: Question = {
  text: "You send the very same request a second time. Does the server know you again?",
  choices: [{ text: "Yes, it has seen me", belief: "The server remembers me." }, { text: "No, it greets a stranger" }],
};

/** The number of the choice that is right. */
export const greetsStranger = 1;

/** The element without a script: the same request twice, then twice with a browser that keeps the cookie. */
export function visitsElement(exchanges: readonly Exchange[]): Html {
  return html`<visits-cookie class="demo wide" role="group" aria-label="${title}" data-state="static" data-host="build"><div class="exchange-head"><p class="exchange-title">${title}</p><p class="host-line">${hostLine(
    exchanges[0] as Exchange,
  )}</p></div><div class="bench"></div><div class="rows">${visitsLedger(exchanges)}</div><p class="note">The cookie is drawn: a service worker may neither see nor set one. So this page keeps the text itself, and writes it into the request where a browser would.</p><p class="about note">${aboutServer("build")}</p></visits-cookie>`;
}

/** What the script adds: a question, the switch, the button, and a line that announces what happens. */
export function benchView(): Html {
  return html`<div class="guess"></div><div class="controls"><button type="button" class="primary" value="send">Send GET /visits</button><label><input type="checkbox"> Keep cookies, and send them along</label><button type="button" value="afresh">Start again</button></div><p role="status"></p>`;
}

const columns: readonly LedgerColumn[] = [
  { head: "Request", cell: ({ request }) => html`<code>${request.method} ${request.target}</code>` },
  { head: "Sent, drawn", cell: ({ request }) => fieldCell("Cookie", fieldValue(request.fields, "Cookie")) },
  ledgerColumns.status,
  { head: "The page that came", ownLine: true, cell: (exchange) => greeting(exchange) },
  {
    head: "Given",
    cell: ({ response }) => fieldCell("Set-Cookie", response && fieldValue(response.fields, "Set-Cookie")),
  },
];

function fieldCell(name: string, value: string | null): Html {
  return value === null
    ? html`<span class="none">no ${name}</span>`
    : html`<code>${name}: ${value.replace(/;.*/, "")}</code>`;
}

/** What each request carried, and what came of it. */
export function visitsLedger(exchanges: readonly Exchange[], forgotten = 0): Html {
  return ledgerView({
    caption: "What the server was told, and what it said",
    columns,
    exchanges,
    forgotten,
    empty: "No request has been sent yet.",
  });
}
