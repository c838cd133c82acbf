import { placeIn, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

/** How many parts of a page with stages the bar at the top of a phone has room for. */
const most = 11;

/** What is wrong with the parts of a page as a whole: in one with stages, a bar shows them all. */
export function partProblems(tree: TreeNode): readonly Problem[] {
  const parts = partsUnder(tree);
  const nested = nestedUnder(tree, null);
  if (nested.length > 0) return nested;
  const surplus = parts[most];
  if (!surplus || !parts.some(({ name }) => name === "Stage")) return [];
  const expected = `at most ${most} parts in a page with stages, for a phone shows a mark for each`;
  return [problem(...placeIn(surplus), expected, `${parts.length}`)];
}

/** Parts within a part: each is a step of the way through the page, and none is on the way through another. */
function nestedUnder(node: TreeNode, around: string | null): readonly Problem[] {
  const part = node.name === "Stage" || node.name === "Part" ? node.name : null;
  const told =
    part && around ? [problem(...placeIn(node), `<${part}> below </${around}>`, `it within <${around}>`)] : [];
  return [...told, ...(node.children ?? []).flatMap((child) => nestedUnder(child, part ?? around))];
}

function partsUnder(node: TreeNode): readonly TreeNode[] {
  const isPart = node.name === "Stage" || node.name === "Part" || (node.type === "heading" && node.depth === 2);
  return [...(isPart ? [node] : []), ...(node.children ?? []).flatMap(partsUnder)];
}
