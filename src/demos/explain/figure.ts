import { built, type Html, html } from "../../html.ts";
import type { Figure } from "../kit/kind.ts";
import type { ExplainConfig } from "./config.ts";

/** The task without a script: the model answer and its points to open. */
export function explainFigure({ task, model, points }: ExplainConfig): Figure {
  const list = points.map((text) => html`<li>${built(text)}</li>`);
  return {
    task,
    result: html`<details><summary>A model answer, and what to look for in yours</summary>${built(model)}<ul>${list}</ul></details>`,
  };
}

/** What is set beside the reader's own words. */
export function modelView({ model, points }: ExplainConfig): Html {
  const boxes = points.map(
    (text, index) => html`<label><input type="checkbox" value="${index}"> <span>${built(text)}</span></label>`,
  );
  return html`<p class="label">A model answer</p>${built(model)}<fieldset><legend>Tick what your own answer says</legend>${boxes}</fieldset>`;
}
