import { answerTo, keepAnswer, partsIn, textIn, textsIn } from "../kit/answers.ts";
import { tellDone } from "../kit/done.ts";
import { part, show } from "../kit/element-parts.ts";
import { Framed } from "../kit/framed.ts";
import { keepPlace } from "../kit/keep-place.ts";
import { mostLike } from "../kit/likeness.ts";
import { plainText } from "../kit/plain-text.ts";
import type { PutInOrderConfig } from "./config.ts";
import { cardVerdict, firstOrder, orderView } from "./figure.ts";

/** Cards to put in order, by buttons or by dragging. */
export class PutInOrder extends Framed<PutInOrderConfig> {
  #dragged: HTMLElement | null = null;

  protected start(): void {
    this.place("question").innerHTML = "<div></div>";
    const list = part<HTMLElement>(this, ":scope > .question > div");
    const options = { signal: this.signal };
    list.addEventListener("click", (event) => this.#press(event.target as Element), options);
    list.addEventListener("change", () => this.#update(), options);
    list.addEventListener("pointerdown", (event) => this.#grip(event), options);
    list.addEventListener("pointermove", (event) => this.#drag(event.clientY), options);
    list.addEventListener("lostpointercapture", () => this.#drop(), options);
    // What is said of the cards stands above.
    const check = this.action("Check", () => keepPlace(check, () => this.#check()));
    this.#show(partsIn(answerTo(this.#asked)));
  }

  /** Forget what was done, and show the cards as at first. */
  startOver(): void {
    keepAnswer(this.#asked, undefined);
    this.#show({});
    this.say("");
  }

  /** By what the reader's order is known again. */
  get #asked(): string {
    return `In order: ${this.config.items.map(({ text }) => plainText(text)).join(" ")}`;
  }

  get #cards(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(":scope > .question .cards > li")];
  }

  /** Show the cards in the order that was kept, as far as they are still there. */
  #show({ order, actors }: Readonly<Record<string, unknown>>): void {
    const { items } = this.config;
    const texts = items.map(({ text }) => plainText(text));
    const kept = [...new Set(textsIn(order).map((text) => mostLike(text, texts)))].filter((index) => index >= 0);
    const isWhole = kept.length === items.length;
    show(part(this, ":scope > .question > div"), orderView(this.config, isWhole ? kept : firstOrder(items.length)));
    const chosen = Object.entries(partsIn(actors));
    for (const card of this.#cards) {
      const select = card.querySelector("select");
      const [, actor] = chosen.find(([text]) => texts[mostLike(text, texts)] === plainOf(card, this.config)) ?? [];
      if (select) select.value = textIn(actor);
    }
  }

  #press(target: Element): void {
    const pressed = target.closest("button");
    const card = target.closest("li");
    if (!pressed || !card) return;
    const moved = pressed.value === "up" ? moveUp(card) : moveDown(card);
    if (moved) this.#moved(card);
    else this.say(pressed.value === "up" ? "This is the first already." : "This is the last already.");
  }

  #grip(event: PointerEvent): void {
    // A finger on a card's words scrolls the page; a mouse there drags the card.
    const grip = (event.target as Element).closest(event.pointerType === "mouse" ? ".grip, .card" : ".grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    this.#dragged = grip.closest("li");
    this.#dragged?.setAttribute("data-dragged", "");
  }

  /** Move the dragged card where the pointer is. It changes places only where it will then be under the pointer. */
  #drag(y: number): void {
    const card = this.#dragged;
    if (!card) return;
    const { height } = card.getBoundingClientRect();
    const above = card.previousElementSibling?.getBoundingClientRect();
    const below = card.nextElementSibling?.getBoundingClientRect();
    if (above && y < above.top + Math.min(above.height / 2, height)) moveUp(card);
    else if (below && y > below.bottom - Math.min(below.height / 2, height)) moveDown(card);
  }

  #drop(): void {
    const card = this.#dragged;
    this.#dragged = null;
    if (!card) return;
    card.removeAttribute("data-dragged");
    this.#moved(card);
  }

  #moved(card: HTMLElement): void {
    this.#update();
    const cards = this.#cards;
    this.say(`“${plainOf(card, this.config)}” is now number ${cards.indexOf(card) + 1} of ${cards.length}.`);
  }

  /** Verdicts on what has changed since are no longer true. */
  #update(): void {
    const cards = this.#cards;
    for (const card of cards) part(card, ".judged").replaceChildren();
    this.say("");
    const chosen = cards.map((card) => [plainOf(card, this.config), actorOf(card)]).filter(([, actor]) => actor !== "");
    const order = cards.map((card) => plainOf(card, this.config));
    keepAnswer(this.#asked, { order, actors: Object.fromEntries(chosen) });
  }

  #check(): void {
    const { items, actors } = this.config;
    tellDone(this);
    let placed = 0;
    let known = 0;
    for (const [index, card] of this.#cards.entries()) {
      const right = numberOf(card);
      const item = items[right];
      if (!item) continue;
      const { html, isPlaced, isKnown } = cardVerdict(item, right, index, actorOf(card));
      show(part(card, ".judged"), html);
      placed += Number(isPlaced);
      known += Number(isKnown);
    }
    const count = items.length;
    const isAll = placed === count && known === count;
    const who = actors.length > 0;
    if (isAll) this.say(`All right: ${count} in order${who ? ", and who acts in each" : ""}.`);
    else this.say(`${placed} of ${count} stand in their place${who ? `; ${known} of ${count} actors are right` : ""}.`);
  }
}

const numberOf = (card: HTMLElement): number => Number(card.dataset["item"]);
const plainOf = (card: HTMLElement, { items }: PutInOrderConfig): string =>
  plainText(items[numberOf(card)]?.text ?? "");
const actorOf = (card: HTMLElement): string => card.querySelector("select")?.value ?? "";

// The neighbour is moved, so that the card keeps the focus and the pointer.
function moveUp(card: Element): boolean {
  const neighbour = card.previousElementSibling;
  if (neighbour) card.after(neighbour);
  return neighbour !== null;
}

function moveDown(card: Element): boolean {
  const neighbour = card.nextElementSibling;
  if (neighbour) card.before(neighbour);
  return neighbour !== null;
}

customElements.define("put-in-order", PutInOrder);
