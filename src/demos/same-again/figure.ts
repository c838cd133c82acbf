import { type Html, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { fieldValue, type RequestMessage } from "../../http/message/message.ts";
import { hostLine } from "../kit/exchange-view.ts";
import type { Figure } from "../kit/kind.ts";
import { type LedgerColumn, ledgerColumns, ledgerView } from "../kit/ledger-view.ts";
import type { SameAgainConfig } from "./config.ts";

/** The request as a browser sends it that keeps a cookie; the same where it has none. */
export function withCookie(request: RequestMessage, cookie: string | null): RequestMessage {
  if (cookie === null) return request;
  const field = { name: "Cookie", value: cookie, by: "browser", hidden: true } as const;
  return { ...request, fields: [...request.fields, field] };
}

/** The cookie that an answer gives out, as it comes back in a request: "visitor=3"; null where it gives none. */
export function cookieFrom({ response }: Exchange): string | null {
  const given = response && fieldValue(response.fields, "Set-Cookie");
  return given?.replace(/;.*/, "") ?? null;
}

/** What the page that came says first; empty where no page came, or one without a paragraph. */
export function greeting({ response }: Exchange): string {
  return /<p>([^<]*)<\/p>/.exec(response?.content ?? "")?.[1] ?? "";
}

/** The demo without a script: the same request twice, then by a browser that keeps the cookie. */
export function sameAgainFigure({ task, givesCookie }: SameAgainConfig, exchanges: readonly Exchange[]): Figure {
  const [first] = exchanges;
  return {
    task,
    host: first ? hostLine(first) : "",
    result: html`${sentView(exchanges)}${givesCookie && cookieNote}`,
  };
}

/** Said below the cookies, which no script may touch. */
export const cookieNote = html`<p class="note">The cookie is drawn: a server inside a browser may neither see nor set one. So this page keeps the text itself, and writes it into the request where a browser would.</p>`;

const columns: readonly LedgerColumn[] = [
  { head: "Request", cell: ({ request }) => html`<code>${request.method} ${request.target}</code>` },
  { head: "Cookie sent", cell: ({ request }) => fieldCell("Cookie", fieldValue(request.fields, "Cookie")) },
  ledgerColumns.status,
  { head: "The page that came", ownLine: true, cell: (exchange) => greeting(exchange) },
  {
    head: "Cookie given",
    cell: ({ response }) => fieldCell("Set-Cookie", response && fieldValue(response.fields, "Set-Cookie")),
  },
];

function fieldCell(name: string, value: string | null): Html {
  return value === null
    ? html`<span class="none">no ${name}</span>`
    : html`<code>${name}: ${value.replace(/;.*/, "")}</code>`;
}

/** What each request carried, and what came of it. */
export function sentView(exchanges: readonly Exchange[], forgotten = 0): Html {
  return ledgerView({
    caption: "What the server was told, and what it said",
    columns,
    exchanges,
    forgotten,
    empty: "No request has been sent yet.",
  });
}
