import { built, type Html, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { formatResponse } from "../../http/message/message.ts";
import { type FetchPromise, fetchPromise } from "../../http/rules/fetch-promise.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import type { OutcomeCase, RecordedCase } from "./config.ts";
import { pagesOf, type Visit, visitLine } from "./visit.ts";

/** The demo without a script: a row for each thing that may come back. */
export function whatComesBackFigure(task: string, cases: readonly RecordedCase[]): Figure {
  const rows = cases.map(
    ({ title, visit, why }) => html`<tr>
<th scope="row">${title}</th>
<td class="own-line">${visitLine(visit)}</td>
<td class="own-line">${pagesOf(visit).at(-1)?.outcome.text}</td>
<td class="own-line">${promiseLine(fetchPromise(pagesOf(visit)))}</td>
<td class="own-line">${built(why)}</td>
</tr>`,
  );
  return {
    task,
    host: notYetAsked,
    result: html`<section class="ledger" aria-label="What may come back, and what becomes of each" tabindex="0"><table>
<caption>What may come back, and what becomes of each</caption>
<thead><tr><th scope="col">What comes</th><th scope="col">What happens</th><th scope="col">What a browser does</th><th scope="col">A promise of fetch</th><th scope="col">Why</th></tr></thead>
<tbody>${rows}</tbody>
</table></section>`,
  };
}

/** What Send will do, in the order in which it is done. */
export function caseView({ before, request, off }: OutcomeCase): Html {
  const opened = before.map((target) => html`<code>GET ${target}</code>, `);
  return html`<p>${before.length > 0 && html`First ${opened} then `}<code>${request.method} ${request.target}</code>${
    off && ", with the server switched off"
  }</p>`;
}

/** What a script fills: the messages that came, beside what a browser and a script make of them, and the cycles. */
export function benchView(client: string, name: string): Html {
  return html`<div class="bench"><section><div class="came"></div><div class="beside"></div></section><section class="became"><p class="label">What the browser made of it</p><mini-browser data-client="${client}" data-name="${name}" data-quiet></mini-browser><div class="promise"></div></section><div class="rows"></div></div>`;
}

/** The raw messages that answered the visit itself, and what did not have to come. The parts of a page stand in the ledger. */
export function cameView(visit: Visit): Html {
  const pages = pagesOf(visit);
  const { copies } = visit;
  return html`<p class="label">What came</p>${
    pages.length > 0 ? pages.map(answerView) : html`<p class="note">Nothing has come yet.</p>`
  }${
    copies.length > 0 &&
    html`<p class="label">What did not have to come</p><ul class="copies">${copies.map(
      (target) => html`<li><code>${target}</code> No request: the browser’s own copy is still fresh.</li>`,
    )}</ul>`
  }`;
}

/** What a script sent besides, and what came of it. */
export function besideView(beside: readonly Exchange[]): Html {
  if (beside.length === 0) return html``;
  return html`<p class="label">Then a script asked, too</p>${beside.map(answerView)}`;
}

function answerView({ request, response, failure }: Exchange): Html {
  const asked = `${request.method} ${request.target}`;
  if (!response) {
    return html`<p class="asked">${asked}</p><p class="failure"><strong>No response.</strong> ${failure?.text}</p>`;
  }
  const text = formatResponse(response).replaceAll("\r\n", "\n").trimEnd();
  return html`<p class="asked">${asked} was answered:</p><pre class="raw" role="group" aria-label="The answer to ${asked}" tabindex="0"><code>${text}</code></pre>`;
}

/** What the promise of the same request by fetch came to. */
export function promiseView(fetched: readonly Exchange[]): Html {
  const followed =
    fetched.length > 1 &&
    html`<p class="note">The demo held fetch back at the redirect, to see both answers, and then sent the second request as fetch does by itself.</p>`;
  return html`<p class="label">The same request by a script</p><p><code>await fetch("${
    fetched[0]?.request.target
  }")</code> ${promiseLine(fetchPromise(fetched))}.</p>${followed}`;
}

function promiseLine(promise: FetchPromise): Html {
  if (promise.state === "rejected")
    return html`<strong>rejects</strong> with a <code>${promise.error}</code>: no response`;
  const { status, ok, redirected } = promise;
  return html`<strong>is fulfilled</strong>: status ${status}, <code>ok</code> ${String(ok)}${
    redirected && html`, <code>redirected</code> true`
  }`;
}
