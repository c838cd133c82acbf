import { type Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { type FetchPromise, fetchPromise } from "../http/fetch-promise.ts";
import { formatResponse } from "../http/message.ts";
import { notYetAsked } from "./about-server.ts";
import { outcomeCases } from "./outcome-cases.ts";

const title = "What the client does with what comes";

/** What a case led to while the site was built. */
export interface RecordedCase {
  readonly name: string;
  readonly cycles: readonly Exchange[];
}

/** The element without a script: a row for each thing that may come back. */
export function clientOutcomesElement(recorded: readonly RecordedCase[]): Html {
  return html`<client-outcomes class="demo wide" role="group" aria-label="${title}" data-state="static" data-host="build">${headView(
    "Recorded when this page was built, by the same server code",
  )}<section class="ledger" aria-label="${title}" tabindex="0"><table><caption>Ten things that may come back, and what becomes of each</caption><thead><tr><th scope="col">What comes</th><th scope="col">Answers</th><th scope="col">What a browser does</th><th scope="col">A promise of fetch</th></tr></thead><tbody>${recorded.map(
    recordedRow,
  )}</tbody></table></section></client-outcomes>`;
}

function recordedRow({ name, cycles }: RecordedCase): Html {
  const answers = cycles.map(({ response }) => (response ? String(response.status) : "none"));
  return html`<tr><th scope="row">${name}</th><td>${answers.join(", then ") || "none: the copy serves"}</td><td>${
    cycles.at(-1)?.outcome.text ?? "It shows its own copy and asks nobody: no cycle at all."
  }</td><td>${cycles.length > 0 ? promiseLine(fetchPromise(cycles)) : "is fulfilled by the copy"}</td></tr>`;
}

/** The parts of the demo that a script fills. */
export function clientOutcomesParts(): Html {
  return html`${headView(notYetAsked)}<div class="controls"><label>What comes back? <select>${outcomeCases.map(
    ({ id, name }) => html`<option value="${id}">${name}</option>`,
  )}</select></label></div><div class="guess"></div><div class="controls"><button type="button" class="primary">Send</button></div><p role="status"></p><div class="bench"><section aria-label="What came"><div class="came"></div><div class="beside"></div></section><section class="became" aria-label="What became of it"><p class="label">What the browser made of it</p><mini-browser data-client="viewer" data-name="Small browser" data-quiet></mini-browser><div class="promise"></div></section><div class="rows"></div></div>`;
}

function headView(host: string): Html {
  return html`<div class="exchange-head"><p class="exchange-title">${title}</p><p class="host-line">${host}</p></div>`;
}

/** The raw messages that answered the visit itself; what came for the parts of a page stands in the ledger. */
export function cameView(cycles: readonly Exchange[]): Html {
  const pages = cycles.filter(({ interaction }) => interaction.kind !== "subresource");
  return html`<p class="label">What came</p>${
    pages.length > 0 ? pages.map(answerView) : html`<p class="note">Nothing has come yet.</p>`
  }`;
}

/** A copy that was thought to be old, and the answer that it is still good. */
export function revalidatedView(revalidated: Exchange): Html {
  return html`<p class="note">Beside it, a copy that is thought to be old. Here a script asks with <code>If-None-Match</code> whether it is still good, as a browser does. That is a full cycle, and brings no content.</p>${answerView(
    revalidated,
  )}`;
}

function answerView({ request, response, failure }: Exchange): Html {
  const asked = `${request.method} ${request.target}`;
  if (!response) {
    return html`<p class="asked">${asked}</p><p class="failure"><strong>No response.</strong> ${failure?.text}</p>`;
  }
  const text = formatResponse(response).replaceAll("\r\n", "\n").trimEnd();
  return html`<p class="asked">${asked} was answered:</p><pre class="raw" role="region" aria-label="The answer to ${asked}" tabindex="0"><code>${text}</code></pre>`;
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
