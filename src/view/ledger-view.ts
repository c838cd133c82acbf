import { type Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { isByItself } from "../http/interaction.ts";
import { fieldValue } from "../http/message.ts";

/** One column of a ledger: its head, and what stands in it for one exchange. Rows count from 1. */
export interface LedgerColumn {
  readonly head: string;
  readonly cell: (exchange: Exchange, row: number) => Html | string;
}

/** The columns that ledgers share; each demo picks those that it is about. */
export const ledgerColumns = {
  client: { head: "Client", cell: ({ client }) => client },
  action: { head: "What was done", cell: actionCell },
  method: { head: "Method", cell: ({ request }) => html`<code>${request.method}</code>` },
  target: { head: "Target", cell: ({ request }) => html`<code>${request.target}</code>` },
  /** The target, and below it the content where there is any: two places for data, each readable. */
  data: { head: "Target, and content", cell: dataCell },
  status: { head: "Status", cell: statusCell },
} satisfies Record<string, LedgerColumn>;

/** What a ledger shows; `forgotten` is how many rows came before those that are still kept. */
export interface Ledger {
  readonly caption: string;
  readonly columns: readonly LedgerColumn[];
  readonly exchanges: readonly Exchange[];
  readonly forgotten?: number;
  /** What is said while there is no row. */
  readonly empty?: string;
}

/** A table with one row for each exchange, numbered. It scrolls within a named region where it is too wide. */
export function ledgerView({ caption, columns, exchanges, forgotten = 0, empty = "" }: Ledger): Html {
  return html`<section class="ledger" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr><th scope="col">No.</th>${columns.map(
    ({ head }) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${exchanges.map((exchange, index) =>
    rowView(exchange, forgotten + index + 1, columns),
  )}</tbody></table></section>${noteView(exchanges.length, forgotten, empty)}`;
}

function rowView(exchange: Exchange, row: number, columns: readonly LedgerColumn[]): Html {
  return html`<tr class="${isByItself(exchange.interaction) ? "by-itself" : "by-reader"}"><th scope="row">${row}</th>${columns.map(
    ({ cell }) => html`<td>${cell(exchange, row)}</td>`,
  )}</tr>`;
}

function noteView(kept: number, forgotten: number, empty: string): Html | string {
  if (kept === 0) return empty === "" ? "" : html`<p class="note">${empty}</p>`;
  if (forgotten === 0) return "";
  return html`<p class="note">Only the latest rows are kept. Older ones dropped so far: ${forgotten}.</p>`;
}

function actionCell({ interaction, response }: Exchange): Html | string {
  if (!isByItself(interaction)) return interaction.text;
  const type = (response && fieldValue(response.fields, "Content-Type")) ?? "";
  const part = type.startsWith("image/") ? "a picture" : type.startsWith("text/css") ? "a style sheet" : "a part";
  return html`<strong>By the browser itself:</strong> ${
    interaction.kind === "redirect" ? "it follows the redirect" : `${part} that the page names`
  }`;
}

function dataCell({ request }: Exchange): Html {
  return html`<code>${request.target}</code>${
    request.content !== "" && html` <span class="content">content: <code>${request.content}</code></span>`
  }`;
}

function statusCell({ response }: Exchange): Html {
  if (!response) return html`<strong class="status" data-class="none">No response</strong>`;
  const { status, reason } = response;
  return html`<span class="status" data-class="${Math.floor(status / 100)}"><strong>${status}</strong> ${reason}</span>`;
}
