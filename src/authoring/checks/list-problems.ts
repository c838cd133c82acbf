import { placeIn, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

/** A box before an item where nobody can choose, or one that is not written as a box: `[]`, `[x]text`, `[✓]`. */
export function itemProblems(node: TreeNode, source: string): readonly Problem[] {
  if (typeof node.checked === "boolean") {
    return [
      problem(...placeIn(node), "boxes only in a question or a demo, where readers choose", "- [ ] or - [x] in a text"),
    ];
  }
  const [first] = node.children ?? [];
  const { start, end } = first?.position ?? {};
  if (first?.type !== "paragraph" || typeof node.checked === "boolean" || !start || !end) return [];
  const box = /^\[(?:[^\]\w^]{0,3}|[xXyY])\](?![([:])/.exec(source.slice(start.offset, end.offset))?.[0];
  return box ? [problem(...placeIn(first), "- [x] or - [ ] and a space, for an item with a box", box)] : [];
}

/** A procedure needs its steps, a belief its truth. */
export function listProblems(node: TreeNode): readonly Problem[] {
  if (node.name === "Belief") return truthProblems(node);
  if (node.name !== "Steps" || (node.children ?? []).some(({ type, ordered }) => type === "list" && ordered)) return [];
  return [problem(...placeIn(node), "a numbered list (1. …) inside <Steps>", "none")];
}

/** Who reads only what stands out must meet the truth, not the belief. */
function truthProblems({ children = [], position }: TreeNode): readonly Problem[] {
  if (children.length === 0 || children[0]?.children?.[0]?.type === "strong") return [];
  const { line = 1, column = 1 } = position?.start ?? {};
  return [problem(line, column, "the truth in one bold sentence first inside <Belief>: **False. …**", "none")];
}
