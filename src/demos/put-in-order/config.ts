import { kind } from "../kit/kind.ts";
import { type Paragraph, type Part, partName, type Tell } from "../kit/written.ts";
import { putInOrderFigure } from "./figure.ts";

/** Things to put in order, in the right order. Texts are HTML. */
export interface PutInOrderConfig {
  readonly task: string;
  readonly items: readonly Item[];
  /** Who may act in the items, in the order in which they first do; empty where nobody is asked for. */
  readonly actors: readonly string[];
}

export interface Item {
  readonly text: string;
  readonly actor: string | null;
  /** Why it stands here. */
  readonly place: string;
  /** Why this one acts. */
  readonly who: string;
}

export const putInOrder = kind<PutInOrderConfig>({
  component: "PutInOrder",
  folder: "put-in-order",
  title: "Put in order",
  read({ parts, place }, tell) {
    const items: Item[] = [];
    const task: string[] = [];
    for (const part of parts) {
      if (part.kind === "paragraph" && items.length === 0) task.push(part.html);
      else if (part.kind === "steps" && items.length === 0) {
        for (const each of part.items) {
          const item = readItem(each.parts, tell);
          if (items.some(({ text }) => text === item.text)) tell(each.place, "each item once", "it again");
          items.push(item);
        }
      } else tell(part.place, "paragraphs, and then one numbered list, inside <PutInOrder>", partName(part));
    }
    if (items.length < 2) {
      tell(
        place,
        "a numbered list with at least two items inside <PutInOrder>, in the right order",
        items.length === 1 ? "one" : "none",
      );
      return null;
    }
    const actors = [...new Set(items.flatMap(({ actor }) => actor ?? []))];
    if (actors.length > 0 && items.some(({ actor }) => actor === null)) {
      tell(
        place,
        "who acts, in brackets, behind each item or behind none: 1. A link is clicked [client]",
        "it at some only",
      );
    }
    return { task: task.join(""), items, actors };
  },
  figure: putInOrderFigure,
});

function readItem(parts: readonly Part[], tell: Tell): Item {
  const paragraphs = parts.filter((part): part is Paragraph => {
    if (part.kind === "paragraph") return true;
    tell(part.place, "paragraphs under an item: why it stands here, and why this one acts", partName(part));
    return false;
  });
  const [said = "", ...why] = paragraphs.map(({ html }) => html);
  const actor = /\s*\[([^\]<]+)\]<\/p>$/.exec(said);
  const text = said.replace(/^<p>/, "").replace(actor ? actor[0] : "</p>", "");
  const most = actor
    ? "two paragraphs under an item: why it stands here, and why this one acts"
    : "one paragraph under an item without [who acts]: why it stands here";
  const surplus = paragraphs[actor ? 3 : 2];
  if (surplus) tell(surplus.place, `at most ${most}`, "another one");
  const [place = "", who = place] = why;
  return { text, actor: actor?.[1] ?? null, place, who };
}
