import { type Html, html } from "../../html.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import type { TaskConfig } from "./config.ts";
import { conditionWords } from "./words.ts";

/** The task without a script: what to start from, when it is done, and folded hints and solution. */
export function taskFigure({ message, home, conditions, hints, solution, why }: TaskConfig): Figure {
  const start =
    message === null
      ? html`<p>It begins in a small browser at <code>${home}</code>, which needs scripts.</p>`
      : html`<p>It begins with this message:</p>${messageView(message)}`;
  return {
    host: notYetAsked,
    result: html`${start}<p>It is done when one act meets all of these:</p><ul>${conditions.map(
      (condition) => html`<li>${conditionWords(condition)}</li>`,
    )}</ul>${hints.map(
      (hint, index) => html`<details><summary>Hint ${index + 1}</summary><p>${hint}</p></details>`,
    )}<details><summary>A solution</summary>${solutionView(solution)}<p>${why}</p></details>`,
  };
}

/** The acts of a solution, in order. */
export function solutionView(solution: readonly string[]): Html {
  return html`${solution.map(messageView)}`;
}

function messageView(message: string): Html {
  return html`<pre class="task-message" role="group" aria-label="${message.split("\n")[0]}" tabindex="0"><code>${message}</code></pre>`;
}

/** The conditions as a list that is ticked: which of them the last act met. */
export function conditionsView(config: Pick<TaskConfig, "conditions">, met: readonly boolean[]): Html {
  return html`<p class="label">Done when one act meets all of these</p><ul class="conditions">${config.conditions.map(
    (condition, index) =>
      html`<li data-met="${String(met[index] ?? false)}"><span>${met[index] ? "Met" : "Not yet"}: </span>${conditionWords(condition)}</li>`,
  )}</ul>`;
}
