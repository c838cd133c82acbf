import { built, html } from "../../html.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import { type LedgerColumn, ledgerColumns } from "../kit/ledger-view.ts";
import type { WalkConfig } from "./config.ts";

const { action, method, data, status } = ledgerColumns;

/** What the requests of a walk are compared by. */
export const walkColumns: readonly LedgerColumn[] = [action, method, data, status];

/** The walk without a script: each step with its question, and what happens to open. */
export function walkFigure({ task, start, steps }: WalkConfig): Figure {
  if (steps.length === 0) {
    return {
      host: notYetAsked,
      task,
      result: html`<p>Here a small browser opens <code>library.example${start}</code>. It needs scripts.</p>`,
    };
  }
  const items = steps.map(({ todo, question, why }) => {
    const right = question?.choices.filter(({ isRight }) => isRight) ?? [];
    const choices = question?.choices.map(({ text }) => html`<li>${built(text)}</li>`) ?? [];
    const ask = question && html`${built(question.text)}<ul>${choices}</ul>`;
    const answer = right.map(({ text }) => html`<p><strong>${built(text)}</strong></p>`);
    return html`<li>${built(todo)}${ask}<details><summary>What happens</summary>${answer}${built(why)}</details></li>`;
  });
  return { host: notYetAsked, task, result: html`<ol class="steps">${items}</ol>` };
}
