import { built, type Html, html } from "../../html.ts";
import type { Choice } from "./written.ts";

/** A question that comes before something is done. Its texts are HTML. */
export interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** What came: in words, why it is so, and whether each choice was right. All texts are HTML. */
export interface Came {
  readonly text: string;
  readonly why: string;
  /** The numbers of the choices that were right; null where what came is nothing that the question foresaw. */
  readonly right: readonly number[] | null;
}

/** The question as a group of choices, of which one can be taken, or several where several are right. */
export function questionView({ text, choices }: Question, name: string): Html {
  const type = takesSeveral(choices) ? "checkbox" : "radio";
  return html`<fieldset><legend>${built(inLine(text))}</legend>${choices.map(
    (choice, index) =>
      html`<label><input type="${type}" name="${name}" value="${index}"> <span>${built(choice.text)}</span></label>`,
  )}</fieldset>`;
}

/** Whether a question has several right choices, so that more than one can be taken. */
export function takesSeveral(choices: readonly Choice[]): boolean {
  return choices.filter(({ isRight }) => isRight).length > 1;
}

/** Whether just the right choices were taken. */
export function isRightGuess(guess: readonly number[], { right }: Came): boolean {
  return right !== null && guess.length === right.length && guess.every((index) => right.includes(index));
}

/** The guess beside what came, and why; for each wrong choice also what is told of it, and the belief behind it. */
export function verdictView({ choices }: Question, guess: readonly number[], came: Came): Html {
  const taken = guess.flatMap((index) => choices[index] ?? []);
  const wrong = taken.filter((_, place) => came.right !== null && !came.right.includes(guess[place] ?? -1));
  const verdict = taken.length === 0 || came.right === null ? "none" : String(isRightGuess(guess, came));
  return html`<dl class="compared" data-right="${verdict}">${
    taken.length > 0 &&
    html`<div><dt>You expected</dt><dd>${taken.map((choice) => html`<span>${built(choice.text)}</span> `)}</dd></div>`
  }<div><dt>What happened</dt><dd>${built(came.text)}</dd></div></dl>${taken.map(({ why }) => (why && came.right !== null ? built(why) : ""))}${built(
    came.why,
  )}${wrong.map(({ belief }) =>
    belief ? html`<p class="belief-behind">A common belief behind the other guess: <q>${belief}</q></p>` : "",
  )}`;
}

/** The comparison in one short sentence, to be announced; `text` is what came, without marks. */
export function verdictLine(guess: readonly number[], came: Came, text: string): string {
  if (guess.length === 0 || came.right === null) return text;
  return isRightGuess(guess, came) ? `As you expected. ${text}` : `Not quite: ${text}`;
}

/** Paragraphs as the content of one line, which is all that a legend takes. */
function inLine(paragraphs: string): string {
  return paragraphs.replace(/^<p>|<\/p>$/g, "").replaceAll("</p><p>", "<br>");
}
