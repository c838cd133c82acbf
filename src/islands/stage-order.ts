import { clues } from "../view/lesson-check-questions.ts";
import { cardVerdict, orderView } from "../view/lesson-check-view.ts";
import { part, show } from "./element-parts.ts";

/** What the reader has made of the stages. */
export interface Arrangement {
  readonly order: readonly number[];
  /** Who acts, by the stage's number; stages without a choice are absent. */
  readonly actors: Readonly<Record<string, string>>;
}

/** The five stages to put in order, by buttons or by dragging. */
export class StageOrder {
  readonly #place: HTMLElement;
  readonly #changed: (arrangement: Arrangement) => void;
  #dragged: HTMLElement | null = null;

  /** Show an arrangement in a place; `changed` hears of every later one, until `signal` aborts. */
  constructor(
    place: HTMLElement,
    { order, actors }: Arrangement,
    changed: (arrangement: Arrangement) => void,
    signal: AbortSignal,
  ) {
    this.#place = place;
    this.#changed = changed;
    show(place, orderView(order.length > 0 ? order : clues.map(({ stage }) => stage)));
    for (const card of this.#cards) part<HTMLSelectElement>(card, "select").value = actors[stageOf(card)] ?? "";
    const options = { signal };
    const list = part<HTMLElement>(place, ".stage-order");
    list.addEventListener("click", (event) => this.#press(event.target as Element), options);
    list.addEventListener("change", () => this.#update(), options);
    list.addEventListener("pointerdown", (event) => this.#grip(event), options);
    list.addEventListener("pointermove", (event) => this.#drag(event.clientY), options);
    list.addEventListener("lostpointercapture", () => this.#drop(), options);
    part(place, "form").addEventListener("submit", () => this.#check(), options);
  }

  get #cards(): readonly HTMLElement[] {
    return [...this.#place.querySelectorAll<HTMLElement>(".stage-order > li")];
  }

  #press(target: Element): void {
    const pressed = target.closest("button");
    const card = target.closest("li");
    if (!pressed || !card) return;
    const moved = pressed.value === "up" ? moveUp(card) : moveDown(card);
    if (moved) this.#moved(card);
    else this.#say(pressed.value === "up" ? "This is the first already." : "This is the last already.");
  }

  #grip(event: PointerEvent): void {
    const grip = (event.target as Element).closest(".stage-order-grip");
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
    this.#say(`“${part(card, "p").textContent}” is now number ${this.#cards.indexOf(card) + 1} of 5.`);
  }

  /** Verdicts on what has changed since are no longer true. */
  #update(): void {
    for (const card of this.#cards) part(card, ".stage-order-verdict").replaceChildren();
    this.#say("");
    const actors = this.#cards.map((card) => [stageOf(card), actorOf(card)]).filter(([, actor]) => actor !== "");
    this.#changed({ order: this.#cards.map((card) => Number(stageOf(card))), actors: Object.fromEntries(actors) });
  }

  #check(): void {
    let placed = 0;
    let known = 0;
    for (const [index, card] of this.#cards.entries()) {
      const clue = clues.find(({ stage }) => String(stage) === stageOf(card));
      if (!clue) continue;
      const { html, isPlaced, isKnown } = cardVerdict(clue, index, actorOf(card));
      show(part(card, ".stage-order-verdict"), html);
      placed += Number(isPlaced);
      known += Number(isKnown);
    }
    this.#say(
      placed + known === 10
        ? "All right: five stages in order, and who acts in each."
        : `${placed} of 5 stand in their place; ${known} of 5 actors are right.`,
    );
  }

  #say(text: string): void {
    part(this.#place, "[role=status]").textContent = text;
  }
}

const stageOf = (card: HTMLElement): string => card.dataset["stage"] ?? "";
const actorOf = (card: HTMLElement): string => part<HTMLSelectElement>(card, "select").value;

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
