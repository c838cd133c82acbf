import { type Html, html } from "../../html.ts";
import type { Expectation } from "../../http/block/expectations.ts";
import type { Exchange } from "../../http/exchange.ts";
import { exchangeView, hostLine, outcomeLine } from "../kit/exchange-view.ts";
import { jsonInScript } from "../kit/kind.ts";
import type { Question } from "../kit/question-view.ts";
import { wireView } from "./wire-view.ts";

/** A request of a block as the build recorded it: the data behind a `<demo-exchange>`. */
export interface Recorded {
  readonly exchange: Exchange;
  /** Lines of the request, as their author wrote them, that stand out. */
  readonly marked: readonly string[];
  /** The stages that stand open. */
  readonly open: readonly number[];
  /** Fields that have been explained further up in the page. */
  readonly known: readonly string[];
  /** What the author of the page expects of the answer, live too. */
  readonly expectations: readonly Expectation[];
  /** What readers are asked before they see what came; null where they are asked nothing. */
  readonly question: Question | null;
}

/** How an exchange is shown in a page. */
export interface ExchangeOptions {
  readonly title: string;
  /** Fold the transcript away behind its outcome. */
  readonly collapsed: boolean;
  /** Sending it counts for the part of the page that it stands in. */
  readonly must: boolean;
}

/**
 * The `<demo-exchange>` element as the build writes it: the whole transcript, readable without a script, and the same
 * as data for the script that makes it live.
 */
export function exchangeElement(recorded: Recorded, { title, collapsed, must }: ExchangeOptions): Html {
  const { exchange } = recorded;
  const result = html`<div class="result">${exchangeView(exchange, recorded)}</div>`;
  return html`<demo-exchange class="wide" role="group" aria-label="${title}" data-state="static" data-host="${
    exchange.host
  }" data-client="${exchange.client}"${recorded.question && html` data-predict`}${must && html` data-must`}>
<div class="exchange-head"><h3 class="exchange-title">${title}</h3><p class="host-line">${hostLine(
    exchange,
  )}</p></div><div class="wire" aria-hidden="true">${wireView(exchange)}</div><p role="status">${outcomeLine(exchange)}</p>${
    collapsed ? html`<details class="fold"><summary>The five stages</summary>${result}</details>` : result
  }<script type="application/json">${jsonInScript(withoutSteps(recorded))}</script></demo-exchange>`;
}

/** The server's steps stand in the transcript, and no script reads those of the record. */
function withoutSteps(recorded: Recorded): Recorded {
  return { ...recorded, exchange: { ...recorded.exchange, steps: [] } };
}

/**
 * Several requests of one block, which run in order on a library of their own. It bears the name of the first one's client.
 */
export function blockElement(title: string, library: string, requests: readonly Html[]): Html {
  return html`<request-block class="wide" role="group" aria-label="${title}" data-library="${library}">
<h3 class="exchange-title">${title}</h3>
<p class="note">${requests.length} requests, sent in this order to a library of their own: each finds what those before it have changed.</p>
<p role="status"></p>${requests}</request-block>`;
}
