import { built, type Html, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { fieldLine } from "../../http/message/message.ts";
import { requestNotes } from "../../http/notes.ts";
import { classMeaning, reasonPhrase, statusClass, statusClasses, statusMeaning } from "../../http/rules/status.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import { ledgerColumns, ledgerView } from "../kit/ledger-view.ts";
import { letterView } from "../kit/message-view.ts";
import type { Choice } from "../kit/written.ts";
import type { GuessTheStatusConfig, StatusCase } from "./config.ts";

/** The demo without a script: every request with the status that it really got. */
export function guessTheStatusFigure({ task, cases }: GuessTheStatusConfig): Figure {
  return { task, host: notYetAsked, result: casesView(cases) };
}

function casesView(cases: readonly StatusCase[]): Html {
  const rows = cases.map(
    ({ title, request, status, why }, index) => html`<tr>
<th scope="row">${index + 1}</th>
<td>${title}</td>
<td><code>${request.method} ${request.target}</code></td>
<td>${statusView(status)}</td>
<td>${built(why)}</td>
</tr>`,
  );
  return html`<section class="ledger" aria-label="Requests, and what the status says of each" tabindex="0"><table>
<caption>Requests, and what the status says of each</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Request</th><th scope="col">Its first line</th><th scope="col">Status</th><th scope="col">Why</th></tr></thead>
<tbody>${rows}</tbody>
</table></section>`;
}

function statusView(status: number | null): Html {
  if (status === null) return html`<strong class="status" data-class="none">No response</strong>`;
  return html`<span class="status" data-class="${Math.floor(status / 100)}"><strong>${status}</strong> ${reasonPhrase(status)}</span>`;
}

/** The choices of a case as a reader sees them. */
export function choicesOf({ choices, status: came }: StatusCase): readonly Choice[] {
  return choices.map(({ status, ...told }) => {
    return { ...told, text: html`${choiceText(status)}`.text, isRight: status === came };
  });
}

/** A status as it is offered, without marks. */
export function choiceText(status: number | null): string {
  if (status === null) return "No status: nothing comes back";
  const group = statusClass(status)?.name.toLowerCase();
  return `${status} ${reasonPhrase(status)}${group === undefined ? "" : `, ${group}`}`;
}

/** The request that is to be sent. */
export function caseView({ request, act }: StatusCase): Html {
  return letterView(requestNotes(request, act ?? "hand"));
}

/** A response with its parts named, and its class among the five; or that there is none. */
export function answerView({ response, failure }: Exchange): Html {
  if (!response) {
    return html`<p class="failure"><strong>No status line, no field, no content.</strong> ${failure?.text}</p>`;
  }
  const { version, status, reason, fields, content } = response;
  const own = statusClass(status);
  const classes = statusClasses.map(
    ({ digit, name }) =>
      html`<li data-class="${digit}"${digit === own?.digit && html` aria-current="true"`}><strong>${digit}xx</strong> ${name}</li>`,
  );
  return html`<ol class="classes" aria-label="The five classes of status codes">${classes}</ol>
<p>${classMeaning(status)}</p>
<dl class="parts">
<dt>Status line</dt><dd><code>${version} <strong>${status}</strong> ${reason}</code> <span>${statusMeaning(status)}</span></dd>
<dt>Fields</dt><dd>${fields.map((field) => html`<code>${fieldLine(field)}</code>`)}</dd>
<dt>Content</dt><dd>${content ? html`<pre><code>${content}</code></pre>` : "none"}</dd>
</dl>`;
}

/** A request that was sent, and what the reader had expected of it: null where nothing, else a text without marks. */
export interface Attempt {
  readonly exchange: Exchange;
  readonly expected: string | null;
  /** Null where something else came than was recorded: such a guess is not counted. */
  readonly isRight: boolean | null;
}

/** What was guessed and what came, in the order of sending, with the count. */
export function recordView(attempts: readonly Attempt[], forgotten: number): Html {
  const guesses = attempts.filter(({ expected, isRight }) => expected !== null && isRight !== null);
  const right = guesses.filter(({ isRight }) => isRight).length;
  return html`${ledgerView({
    caption: "Your guesses, and what came",
    exchanges: attempts.map(({ exchange }) => exchange),
    forgotten,
    columns: [
      ledgerColumns.method,
      ledgerColumns.target,
      { head: "You expected", cell: (_, row) => attempts[row - forgotten - 1]?.expected ?? "nothing" },
      ledgerColumns.status,
    ],
  })}<p class="tally">${right} of ${guesses.length} ${guesses.length === 1 ? "guess" : "guesses"} right. This page keeps the count only while it is open.</p>`;
}
