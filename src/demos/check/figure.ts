import { type Html, html } from "../../html.ts";
import type { Figure } from "../kit/kind.ts";

/** The check without a script: its parts one below the other. */
export function checkFigure(task: string, parts: readonly Html[]): Figure {
  return { task, result: html`${parts}` };
}

/** Where the answers are kept, and the place for a button that clears them. */
export function noteView(): Html {
  return html`<p></p><div class="actions"></div><p class="said" role="status"></p>`;
}

/** A number for each question. */
export function numbersView(count: number): Html {
  const numbers = Array.from(
    { length: count },
    (_, index) => html`<button type="button" value="${index}">${index + 1}</button>`,
  );
  return html`${numbers}`;
}
