import { type Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { notYetAsked } from "./about-server.ts";
import { hostLine } from "./exchange-view.ts";
import { type LedgerColumn, ledgerColumns, ledgerView } from "./ledger-view.ts";

const title = "Three ways to ask";

const { action, method, data, status } = ledgerColumns;

/** What the three ways are compared by. */
export const threeWaysColumns: readonly LedgerColumn[] = [action, method, data, status];

/** The element without a script: the requests that a link, two forms and a typed URL make, and what makes none. */
export function threeWaysElement(exchanges: readonly Exchange[]): Html {
  const [first] = exchanges;
  return html`<three-ways class="demo wide" role="group" aria-label="${title}" data-state="static" data-host="build">${threeWaysHead(first ? hostLine(first) : "")}${ledgerView(
    {
      caption: "Four actions, and the requests that they make",
      columns: threeWaysColumns,
      exchanges,
    },
  )}<p class="note">These make no row: clicking the link “Add one”, whose address is <code>#add</code>, and typing in a field. The browser does both by itself.</p></three-ways>`;
}

function threeWaysHead(host: string): Html {
  return html`<div class="exchange-head"><p class="exchange-title">${title}</p><p class="host-line">${host}</p></div>`;
}

/** The parts of the demo that a script fills: a step to take, the browser, the outcome, the ledger. */
export function threeWaysParts(): Html {
  return html`${threeWaysHead(notYetAsked)}<div class="bench"><div class="step"><p class="todo"></p><div class="guess"></div><div class="controls"><button type="button">Next step</button></div></div><mini-browser data-client="asker" data-name="Small browser" data-quiet></mini-browser><div class="record"><p role="status"></p><div class="rows"></div></div></div>`;
}
