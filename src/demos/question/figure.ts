import { built, type Html, html } from "../../html.ts";
import type { Figure } from "../kit/kind.ts";
import type { Choice } from "../kit/written.ts";
import type { QuestionConfig } from "./config.ts";

/** The question without a script: answers that open, one at a time, to say why they are right or wrong. */
export function questionFigure({ text, choices, why }: QuestionConfig, id: string): Figure {
  const answers = choices.map(
    (choice) => html`<details name="${id}"><summary>${built(choice.text)}</summary>
<p class="judged ${choice.isRight ? "right" : "wrong"}">${choice.isRight ? "Right." : "Not quite."}</p>
${choiceView(choice)}</details>`,
  );
  return { result: html`${built(text)}${answers}${built(why)}` };
}

/** What is told who chose an answer, and the belief that leads to a wrong one. */
export function choiceView({ why = "", belief }: Choice): Html {
  const behind =
    belief === undefined
      ? ""
      : html`<p class="belief-behind">A common belief leads to that answer: <q>${belief}</q></p>`;
  return html`${built(why)}${behind}`;
}
