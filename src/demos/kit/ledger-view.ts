import { type Html, html } from "../../html.ts";
import type { Exchange, Interaction } from "../../http/exchange.ts";
import { isByItself } from "../../http/interaction.ts";
import { fieldValue } from "../../http/message/message.ts";

/** One column of a ledger: its head, and what stands in it for one exchange. Rows count from 1. */
export interface LedgerColumn {
  readonly head: string;
  /** Where the table is too narrow for its columns, this cell takes a line of its own. */
  readonly ownLine?: boolean;
  readonly cell: (exchange: Exchange, row: number) => Html | string;
}

/** The columns that ledgers share; each demo picks those that it is about. */
export const ledgerColumns = {
  client: { head: "Client", cell: ({ client }) => client },
  action: { head: "Action", ownLine: true, cell: actionCell },
  method: { head: "Method", cell: ({ request }) => html`<code>${request.method}</code>` },
  target: { head: "Target", cell: ({ request }) => html`<code>${request.target}</code>` },
  /** The target, and below it the content where there is any: two places for data, each readable. */
  data: { head: "Target, content", cell: dataCell },
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
  return html`<section class="ledger" role="group" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr><th scope="col">No.</th>${columns.map(
    ({ head }) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${exchanges.map((exchange, index) =>
    rowView(exchange, forgotten + index + 1, columns),
  )}</tbody></table></section>${noteView(exchanges.length, forgotten, empty)}`;
}

function rowView(exchange: Exchange, row: number, columns: readonly LedgerColumn[]): Html {
  return html`<tr class="${isByItself(exchange.interaction) ? "by-itself" : "by-reader"}"><th scope="row">${row}</th>${columns.map(
    ({ cell, ownLine }) =>
      ownLine ? html`<td class="own-line">${cell(exchange, row)}</td>` : html`<td>${cell(exchange, row)}</td>`,
  )}</tr>`;
}

function noteView(kept: number, forgotten: number, empty: string): Html | string {
  if (kept === 0) return empty === "" ? "" : html`<p class="note">${empty}</p>`;
  if (forgotten === 0) return "";
  return html`<p class="note">Only the latest rows are kept. Older ones dropped so far: ${forgotten}.</p>`;
}

const actions: Readonly<Record<Interaction["kind"], string>> = {
  link: "Link",
  form: "Form",
  address: "Typed address",
  reload: "Reload",
  history: "Back or Forward",
  redirect: "Redirect",
  part: "Part of the page",
  script: "Script",
  hand: "By hand",
};

function actionCell({ interaction, response }: Exchange): Html | string {
  const { kind, text } = interaction;
  if (!isByItself(interaction)) return `${actions[kind]} ${/“.*”/.exec(text)?.[0] ?? ""}`.trim();
  const type = (response && fieldValue(response.fields, "Content-Type")) ?? "";
  const part = type.startsWith("image/") ? "Picture" : type.startsWith("text/css") ? "Style sheet" : actions[kind];
  return html`${kind === "redirect" ? actions[kind] : part}, <strong>by the browser itself</strong>`;
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
