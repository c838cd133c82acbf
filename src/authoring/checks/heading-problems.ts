import { placeIn, plainText, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

/** The headings of a page, as far as they have been met. */
export class Headings {
  #level: number;

  /** @param level of the heading that stands above: 1 for the page's title */
  constructor(level = 1) {
    this.#level = level;
  }

  /** What is wrong with the next heading: its level, its text. */
  problems(node: TreeNode, depth: number, source: string): readonly Problem[] {
    const { start, end } = node.position ?? {};
    if (start && end && node.type === "heading" && !/^[ \t]*#/.test(source.slice(start.offset, end.offset))) {
      const line = source.slice(start.offset, end.offset).split("\n").at(-1)?.trim() ?? "";
      return [
        problem(
          ...placeIn(node),
          "## before a heading, or an empty line before a line ---",
          `a text with ${line.slice(0, 3)} under it`,
        ),
      ];
    }
    const signs = "#".repeat(depth);
    const found: Problem[] = [];
    if (depth === 1) {
      found.push(
        problem(...placeIn(node), "headings from ## on: the title in the frontmatter is the page’s only #", "#"),
      );
    } else if (depth > this.#level + 1) {
      const most = "#".repeat(this.#level + 1);
      found.push(problem(...placeIn(node), `a heading with at most ${most} here, so that no level is skipped`, signs));
    }
    if (node.type === "heading" && plainText(node).trim() === "")
      found.push(problem(...placeIn(node), `a text behind ${signs}`, "none"));
    this.#level = depth;
    return found;
  }

  /** What is wrong where something stands whose title is a heading of level 3. One heading mends all that follow. */
  titledProblems(node: TreeNode): readonly Problem[] {
    if (this.#level > 1) return [];
    this.#level = 2;
    return [problem(...placeIn(node), "a heading with ## above this, whose own title is one with ###", "none")];
  }
}
