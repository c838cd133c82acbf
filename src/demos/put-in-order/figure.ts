import { built, type Html, html } from "../../html.ts";
import type { Figure } from "../kit/kind.ts";
import { plainText } from "../kit/plain-text.ts";
import type { Item, PutInOrderConfig } from "./config.ts";

/** The task without a script: the items as they are first shown, and the right order to open. */
export function putInOrderFigure({ task, items }: PutInOrderConfig): Figure {
  const shown = firstOrder(items.length).map((index) => html`<li>${built(items[index]?.text ?? "")}</li>`);
  const right = items.map(
    ({ text, actor }) => html`<li>${built(text)}${actor !== null && html`: the ${actor} acts`}</li>`,
  );
  return {
    task,
    result: html`<ul>${shown}</ul><details><summary>Answer</summary><ol>${right}</ol></details>`,
  };
}

/** The order in which a number of items is first shown, which is not the right one: 4, 2, 5, 3, 1. */
export function firstOrder(count: number): readonly number[] {
  const backwards = Array.from({ length: count }, (_, index) => count - 1 - index);
  return [...backwards.filter((index) => index % 2 === 1), ...backwards.filter((index) => index % 2 === 0)];
}

/** The list to put in order; `order` holds the items' numbers as they stand. */
export function orderView({ items, actors }: PutInOrderConfig, order: readonly number[]): Html {
  const cards = order.map((number) => {
    const { text = "" } = items[number] ?? {};
    const plain = plainText(text);
    const options = actors.map((actor) => html`<option value="${actor}">${capital(actor)}</option>`);
    const who =
      actors.length > 0 &&
      html`<label>Who acts <select aria-label="Who acts: ${plain}"><option value="">Choose …</option>${options}</select></label>`;
    return html`<li data-item="${number}"><span class="grip" aria-hidden="true"></span>
<p class="card">${built(text)}</p>${who}
<div class="moves actions"><button type="button" value="up" aria-label="Up: ${plain}">Up</button><button type="button" value="down" aria-label="Down: ${plain}">Down</button></div>
<div class="judged"></div></li>`;
  });
  return html`<ol class="cards bare">${cards}</ol>`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What is said of one card. */
export interface CardVerdict {
  /** It stands where it should. */
  readonly isPlaced: boolean;
  /** The right actor is chosen, or none is asked for. */
  readonly isKnown: boolean;
  readonly html: Html;
}

/** The verdict on an item, number `right` in the right order, at `index` with a chosen actor (empty where none is). */
export function cardVerdict(
  { actor, place, who: why }: Item,
  right: number,
  index: number,
  chosen: string,
): CardVerdict {
  const isPlaced = index === right;
  const isKnown = actor === null || chosen === actor;
  const where = isPlaced
    ? html`<p><strong class="ok">Number ${right + 1}.</strong></p>`
    : html`<p><strong class="client-error">Not here.</strong></p>${built(place)}`;
  if (actor === null) return { isPlaced, isKnown, html: where };
  const who = isKnown
    ? html`<p><strong class="ok">The ${actor} acts.</strong></p>`
    : chosen === ""
      ? html`<p><strong class="client-error">Who acts?</strong> You have not chosen.</p>`
      : html`<p><strong class="client-error">Not the ${chosen}.</strong></p>${built(why)}`;
  return { isPlaced, isKnown, html: html`${where}${who}` };
}
