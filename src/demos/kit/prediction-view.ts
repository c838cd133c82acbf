import { type Html, html } from "../../html.ts";

/** What a reader may expect. `belief` is the wrong idea that makes people expect it. */
export interface Choice {
  readonly text: string;
  readonly belief?: string;
}

/** A question that comes before something is fired. */
export interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** What came of it: the choice that was right (null where what came does not tell), in words, and why it is so. */
export interface Happening {
  readonly choice: number | null;
  readonly text: string;
  readonly why: string;
}

/** The question as a group of radio buttons; `name` sets it apart from others in the page. */
export function questionView({ text, choices }: Question, name: string): Html {
  return html`<fieldset><legend>${text}</legend>${choices.map(
    (choice, index) => html`<label><input type="radio" name="${name}" value="${index}"> ${choice.text}</label>`,
  )}<button type="button">Skip</button></fieldset>`;
}

/** The guess beside what happened, and why; for a wrong guess also the belief behind it. `guess` is null if none was made. */
export function verdictView({ choices }: Question, guess: number | null, { choice, text, why }: Happening): Html {
  const guessed = guess === null ? undefined : choices[guess];
  const isWrong = choice !== null && guess !== choice;
  return html`<dl class="verdict" data-right="${guessed && choice !== null ? String(!isWrong) : "none"}">${
    guessed && html`<div><dt>You expected</dt><dd>${guessed.text}</dd></div>`
  }<div><dt>It happened</dt><dd>${text}</dd></div></dl><p>${why}${
    guessed &&
    isWrong &&
    guessed.belief &&
    html` <span class="belief-behind">A common belief behind the other guess: <q>${guessed.belief}</q></span>`
  }</p>`;
}

/** The comparison in one short sentence, to be announced. */
export function verdictLine({ choices }: Question, guess: number | null, { choice, text }: Happening): string {
  const guessed = guess === null ? undefined : choices[guess];
  if (!guessed || choice === null) return text;
  return guess === choice ? `As you expected. ${text}` : `Other than you expected. ${text}`;
}
