import { Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { exchangeView, hostLine, outcomeLine } from "./exchange-view.ts";

/** How an exchange is shown in a page. */
export interface ExchangeOptions {
  readonly title: string;
  /** Fold the transcript away behind its outcome. */
  readonly collapsed: boolean;
  /** Ask the reader to predict the status before the answer is shown. */
  readonly predict: boolean;
  /** Lines of the request, as their author wrote them, that stand out. */
  readonly marked: readonly string[];
}

/**
 * The `<http-exchange>` element as the build writes it: the whole transcript, readable without a script, and the same
 * Exchange as data for the script that makes it live.
 */
export function exchangeElement(exchange: Exchange, { title, collapsed, predict, marked }: ExchangeOptions): Html {
  const result = html`<div class="result">${exchangeView(exchange, marked)}</div>`;
  return html`<http-exchange class="wide" role="group" aria-label="${title}" data-state="static" data-host="${
    exchange.host
  }" data-client="${exchange.client}"${predict && html` data-predict`}><div class="exchange-head"><p class="exchange-title">${title}</p><p class="host-line">${hostLine(
    exchange,
  )}</p></div><p role="status">${outcomeLine(exchange)}</p>${
    collapsed ? html`<details class="fold"><summary>The five stages</summary>${result}</details>` : result
  }<script type="application/json">${jsonInScript(exchange)}</script></http-exchange>`;
}

/** JSON that cannot end the script element that it stands in. */
export function jsonInScript(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll("<", "\\u003c"));
}
