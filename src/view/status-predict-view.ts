import { type Html, html } from "../html.ts";
import type { Exchange } from "../http/exchange.ts";
import { fieldLine } from "../http/message.ts";
import { requestNotes } from "../http/notes.ts";
import { statusClass, statusClasses, statusMeaning } from "../http/status.ts";
import { aboutServer, notYetAsked } from "./about-server.ts";
import { ledgerColumns, ledgerView } from "./ledger-view.ts";
import { letterView } from "./message-view.ts";
import type { StatusCase } from "./status-cases.ts";

/** The `<status-predict>` element as the build writes it: every request with the status that it really got. */
export function statusPredictElement(cases: readonly StatusCase[], exchanges: readonly Exchange[]): Html {
  return html`<status-predict class="demo wide" role="group" aria-label="What will the status say?" data-state="static" data-host="build"><div class="exchange-head"><p class="exchange-title">What will the status say?</p><p class="host-line">${notYetAsked}</p></div><div class="predict-bench"></div><p role="status"></p><div class="predict-result">${casesView(
    cases,
    exchanges,
  )}</div><div class="predict-record"></div><p class="about note">${aboutServer("build")}</p></status-predict>`;
}

function casesView(cases: readonly StatusCase[], exchanges: readonly Exchange[]): Html {
  return ledgerView({
    caption: "Requests, and what the status says of each",
    exchanges,
    columns: [
      { head: "Request", cell: (_, row) => cases[row - 1]?.name ?? "" },
      {
        head: "Its first line",
        cell: ({ request }) => html`<code>${request.method} ${request.target}</code>`,
      },
      ledgerColumns.status,
      { head: "Why", cell: (_, row) => cases[row - 1]?.why ?? "" },
    ],
  });
}

/** The request that is to be fired. */
export function caseView({ request }: StatusCase): Html {
  return html`<div class="predict-request">${letterView(requestNotes(request, "page"))}</div>`;
}

/** A response with its parts named, and its class among the five; or that there is none. */
export function answerView({ response, failure }: Exchange): Html {
  if (!response)
    return html`<p class="failure"><strong>No status line, no field, no content.</strong> ${failure?.text}</p>`;
  const { version, status, reason, fields, content } = response;
  const own = statusClass(status);
  return html`<ol class="predict-classes" aria-label="The five classes of status codes">${statusClasses.map(
    ({ digit, name }) =>
      html`<li data-class="${digit}"${digit === own?.digit && html` aria-current="true"`}><strong>${digit}xx</strong> ${name}</li>`,
  )}</ol><p>${own?.meaning}</p><dl class="predict-parts"><dt>Status line</dt><dd><code>${version} <strong>${status}</strong> ${reason}</code> <span>${statusMeaning(
    status,
  )}</span></dd><dt>Fields</dt><dd>${fields.map(
    (field) => html`<code>${fieldLine(field)}</code>`,
  )}</dd><dt>Content</dt><dd>${content ? html`<pre><code>${content}</code></pre>` : "none"}</dd></dl>`;
}

/** A fired request, and what the reader had expected of it. */
export interface Attempt {
  readonly exchange: Exchange;
  readonly expected: string | null;
  readonly isRight: boolean;
}

/** What was guessed and what came, in the order of firing, with the count. */
export function recordView(attempts: readonly Attempt[], forgotten: number): Html {
  const guesses = attempts.filter(({ expected }) => expected !== null);
  const right = guesses.filter(({ isRight }) => isRight).length;
  return html`${ledgerView({
    caption: "Your guesses, and what came",
    exchanges: attempts.map(({ exchange }) => exchange),
    forgotten,
    columns: [
      ledgerColumns.method,
      ledgerColumns.target,
      { head: "You expected", cell: (_, row) => attempts[row - forgotten - 1]?.expected ?? "nothing (skipped)" },
      ledgerColumns.status,
    ],
  })}<p class="predict-tally">${right} of ${guesses.length} ${guesses.length === 1 ? "guess" : "guesses"} right. This page keeps the count only while it is open.</p>`;
}
