import { type Html, html } from "../html.ts";
import { stages } from "../http/stages.ts";
import {
  type Clue,
  clues,
  modelAnswer,
  type Option,
  type Question,
  questions,
  rubric,
  task,
} from "./lesson-check-questions.ts";

/** The check as it reads without a script and on paper: every question with its answer. */
export const staticParts = { order: staticOrder, questions: staticQuestions, explain: staticExplain };

function staticOrder(): Html {
  return html`<p>Name the five stages in order, and say who acts in each.</p><details><summary>Answer</summary><ol>${stages.map(
    ({ title, actor }) => html`<li>${title}: the ${actor} acts.</li>`,
  )}</ol></details>`;
}

function staticQuestions(): Html {
  return html`<ol class="lesson-check-list">${questions.map(({ text, options, belief }) => {
    const right = options.find(isRight);
    return html`<li><p>${inline(text)}</p><ul>${options.map((option) => html`<li>${inline(option.text)}</li>`)}</ul>${
      right &&
      html`<details><summary>Answer</summary><p><strong>${inline(right.text)}</strong> ${inline(right.why)} <span class="belief-behind">Often believed: <q>${belief}</q></span></p></details>`
    }</li>`;
  })}</ol>`;
}

function staticExplain(): Html {
  return html`<p>${task}</p><details><summary>A model answer, and what to look for in yours</summary>${modelAnswer.map(
    (paragraph) => html`<p>${paragraph}</p>`,
  )}<ul>${rubric.map((point) => html`<li>${point}</li>`)}</ul></details>`;
}

/** Whether an option is the right one: no wrong belief leads to it. */
export function isRight(option: Option): boolean {
  return option.belief === undefined;
}

/** The list to put in order; `order` holds the stages' numbers as they stand. */
export function orderView(order: readonly number[]): Html {
  const cards = order.flatMap((number) => clues.find(({ stage }) => stage === number) ?? []);
  return html`<form class="lesson-check-live"><p>Put these in order, first to last, by their buttons or by dragging them at <span class="stage-order-grip" aria-hidden="true"></span><span class="unseen">their handles</span>. Say who acts in each.</p><ol class="stage-order bare">${cards.map(
    ({ stage, text }) =>
      html`<li data-stage="${stage}"><span class="stage-order-grip" aria-hidden="true"></span><p>${text}</p><label>Who acts <select aria-label="Who acts: ${text}"><option value="">Choose …</option><option value="client">Client</option><option value="server">Server</option></select></label><div class="controls"><button type="button" value="up" aria-label="Up: ${text}">Up</button><button type="button" value="down" aria-label="Down: ${text}">Down</button></div><p class="stage-order-verdict"></p></li>`,
  )}</ol><div class="controls"><button class="primary">Check the order</button></div><p role="status"></p></form>`;
}

/** What is said of one card. */
export interface CardVerdict {
  /** It stands where it should. */
  readonly isPlaced: boolean;
  /** The right actor is chosen. */
  readonly isKnown: boolean;
  readonly html: Html;
}

/** The verdict on a card at `index` (from 0) with a chosen actor, which is empty where none is chosen. */
export function cardVerdict({ stage, place, actor: why }: Clue, index: number, chosen: string): CardVerdict {
  const actor = stages[stage - 1]?.actor;
  const isPlaced = index === stage - 1;
  const isKnown = chosen === actor;
  const where = isPlaced
    ? html`<strong class="ok">Stage ${stage}.</strong>`
    : html`<strong class="client-error">Not here.</strong> ${place}`;
  const who = isKnown
    ? html`<strong class="ok">The ${actor} acts.</strong>`
    : chosen === ""
      ? html`<strong class="client-error">Who acts?</strong> You have not chosen.`
      : html`<strong class="client-error">Not the ${chosen}.</strong> ${why}`;
  return { isPlaced, isKnown, html: html`${where} ${who}` };
}

/** The frame of the questions: one number for each, and a place for the one that is asked. */
export function questionsView(): Html {
  return html`<form class="lesson-check-live"><div class="lesson-check-numbers">${questions.map(
    (_, index) => html`<button type="button" value="${index}">${index + 1}</button>`,
  )}</div><div class="lesson-check-question"></div><div class="controls"><button class="primary">Check the answer</button><button type="button" value="next">Next question</button></div><p role="status"></p><div class="lesson-check-verdict"></div></form>`;
}

/** One question with its options; `chosen` is the option's number, or null. */
export function questionView({ text, options }: Question, index: number, chosen: number | null): Html {
  return html`<fieldset tabindex="-1"><legend><span class="label">Question ${index + 1} of ${questions.length}</span> ${inline(text)}</legend>${options.map(
    (option, number) =>
      html`<label>${number === chosen ? html`<input type="radio" name="lesson-check" value="${number}" checked>` : html`<input type="radio" name="lesson-check" value="${number}">`} <span>${inline(option.text)}</span></label>`,
  )}</fieldset>`;
}

/** Why an option is right, or why it is wrong and which belief leads to it. */
export function optionVerdict({ why, belief }: Option): Html {
  return belief === undefined
    ? html`<p>${inline(why)}</p>`
    : html`<p>${inline(why)} <span class="belief-behind">A common belief leads to that answer: <q>${belief}</q></span></p>`;
}

/** The place for the reader's own words, and what to set beside them. */
export function explainView(): Html {
  return html`<form class="lesson-check-live"><label>${task} <textarea rows="8"></textarea></label><div class="controls"><button type="button" class="primary" value="compare" aria-expanded="false">Compare with a model answer</button></div><div class="lesson-check-model" hidden><h4>A model answer</h4>${modelAnswer.map(
    (paragraph) => html`<p>${paragraph}</p>`,
  )}<fieldset><legend>Tick what your own answer says</legend>${rubric.map(
    (point, index) => html`<label><input type="checkbox" value="${index}"> <span>${point}</span></label>`,
  )}</fieldset></div><p role="status"></p></form>`;
}

/** Where the answers are kept, and the button that clears them. */
export function noteView(): Html {
  return html`<p></p><form class="controls"><button type="button">Clear my answers</button></form><p role="status"></p>`;
}

/** Plain text whose pieces between backticks are code. */
function inline(text: string): Html[] {
  return text.split("`").map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}
