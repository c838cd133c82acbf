import { Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { exchangeView, hostLine, outcomeLine } from "./exchange-view.ts";

/**
 * The `<http-exchange>` element as the build writes it: the whole transcript, readable without a script, and the same
 * Exchange as data for the script that makes it live.
 */
export function exchangeElement(exchange: Exchange, title: string): Html {
  return html`<http-exchange class="wide" role="group" aria-label="${title}" data-state="static" data-host="${exchange.host}" data-client="${
    exchange.client
  }"><div class="exchange-head"><p class="exchange-title">${title}</p><p class="host-line">${hostLine(
    exchange,
  )}</p></div><p role="status">${outcomeLine(exchange)}</p><div class="result">${exchangeView(
    exchange,
  )}</div><script type="application/json">${jsonInScript(exchange)}</script></http-exchange>`;
}

/** JSON that cannot end the script element that it stands in. */
function jsonInScript(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll("<", "\\u003c"));
}
