import { placeIn, plainText, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

const divider = /^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/;

/** A table that became a paragraph, because its second line does not fit the first or is missing. */
export function paragraphProblems({ position }: TreeNode, source: string): readonly Problem[] {
  if (!position) return [];
  const lines = source.slice(position.start.offset, position.end.offset).split("\n");
  const place = (index: number): [line: number, column: number] => [
    position.start.line + index,
    index === 0 ? position.start.column : 1,
  ];
  const second = lines.findIndex((line, index) => index > 0 && divider.test(line) && lines[index - 1]?.includes("|"));
  if (second > 0) {
    const [above, here] = [cells(lines[second - 1] ?? ""), cells(lines[second] ?? "")];
    if (above === here) return [];
    return [problem(...place(second), `as many cells here as in the line above, which has ${above}`, `${here}`)];
  }
  const rows = lines.filter((line) => /^\s*\|.*\|\s*$/.test(line)).length;
  if (rows < 2 || rows < lines.length) return [];
  const dashes = `|${" --- |".repeat(cells(lines[0] ?? ""))}`;
  return [problem(...place(1), `the line ${dashes} under the first line of a table`, "none")];
}

/** How many letters a phone has room for side by side; the space between two columns takes as much as two. */
const mostLetters = 40;

/** What is wrong with a table: cells that readers would not see, beyond its head, and more in a row than a phone has room for. */
export function tableProblems(table: TreeNode): readonly Problem[] {
  const { children = [] } = table;
  const [head, ...rows] = children;
  const columns = (head?.children ?? []).map((_, column) => {
    return Math.max(0, ...children.map((row) => longestWord(row.children?.[column])));
  });
  const letters = columns.reduce((sum, longest) => sum + longest + 2, 0);
  if (letters > mostLetters) {
    const found = `${columns.length} columns whose longest words need the room of ${letters} letters side by side`;
    return [problem(...placeIn(table), `a table that a phone has room for: that of ${mostLetters} letters`, found)];
  }
  const most = head?.children?.length ?? 0;
  return rows
    .filter((row) => (row.children ?? []).length > most)
    .map((row) =>
      problem(
        ...placeIn(row),
        `at most ${most} cells in this row, as in the table’s head, and \\| where the sign itself is meant`,
        `${row.children?.length}`,
      ),
    );
}

/** The letters of a cell's longest word. Code breaks anywhere. */
function longestWord(cell: TreeNode | undefined): number {
  const words = textBesideCode(cell).split(/[\s\-–—/]+/);
  return Math.max(...words.map(({ length }) => length));
}

function textBesideCode(node: TreeNode | undefined): string {
  if (!node || node.type === "inlineCode") return " ";
  return node.children ? node.children.map(textBesideCode).join("") : plainText(node);
}

/** How many cells a line of a table has. */
function cells(line: string): number {
  const inner = line.trim().replace(/^\||(?<!\\)\|$/g, "");
  return inner.split(/(?<!\\)\|/).length;
}
