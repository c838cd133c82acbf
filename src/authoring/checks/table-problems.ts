import { placeIn, type TreeNode } from "../blocks/tree.ts";
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

/** Cells of a table that readers would not see: those beyond its head. */
export function tableProblems({ children = [] }: TreeNode): readonly Problem[] {
  const [head, ...rows] = children;
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

/** How many cells a line of a table has. */
function cells(line: string): number {
  const inner = line.trim().replace(/^\||(?<!\\)\|$/g, "");
  return inner.split(/(?<!\\)\|/).length;
}
