import { attributeText, placeIn, plainText, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

/** A plan whose minutes are not said, or do not add up to what it is said to take. */
export function planProblems(node: TreeNode): readonly Problem[] {
  if (node.name !== "Plan") return [];
  const table = (node.children ?? []).find(({ type }) => type === "table");
  const [head, ...rows] = table?.children ?? [];
  const column = (head?.children ?? []).findIndex((cell) => /\bminutes\b/i.test(plainText(cell)));
  if (column < 0) return [problem(...placeIn(node), "a table with a column of minutes inside <Plan>", "none")];
  const minutes = rows.map((row) => minutesIn(row.children?.[column]));
  const mute = rows.filter((_, index) => minutes[index] === null);
  if (mute.length > 0) {
    return mute.map((row) => problem(...placeIn(row), "a number of minutes at the end of the cell for it", "none"));
  }
  const sum = minutes.reduce<number>((before, each) => before + (each ?? 0), 0);
  const said = Number(attributeText(node, "minutes"));
  if (!said || said === sum) return [];
  return [problem(...placeIn(node), `rows that add up to minutes={${said}}`, `${sum}`)];
}

/** The number at the end of a cell. */
function minutesIn(cell: TreeNode | undefined): number | null {
  const [number] = /\d+$/.exec(cell ? plainText(cell).trim() : "") ?? [];
  return number ? Number(number) : null;
}
