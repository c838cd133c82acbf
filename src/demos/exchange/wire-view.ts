import { type Html, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { formatOf } from "../kit/exchange-view.ts";

/** The two messages of a cycle, each on its way: the same that stands in the transcript, as a picture. */
export function wireView({ request, response }: Exchange, said = ""): Html {
  return html`<p>Client<span>${said}</span>Server</p><p class="out"><span><code>${request.method} ${request.target}</code>${
    request.content !== "" && html` <i>${formatOf(request)}</i>`
  }</span></p><p class="back">${
    response &&
    html`<span><code>${response.status} ${response.reason}</code>${response.content !== "" && html` <i>${formatOf(response)}</i>`}</span>`
  }</p>`;
}
