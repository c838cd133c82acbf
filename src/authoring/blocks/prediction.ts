import { asked, readChoices } from "../../demos/kit/cases.ts";
import type { Question } from "../../demos/kit/question-view.ts";
import type { Part, Place, Tell } from "../../demos/kit/written.ts";
import { fenceOptions } from "./fence-options.ts";
import type { TreeNode } from "./tree.ts";

/** Whether a node is a fence that asks readers what will come before they see it. */
export function isPredicted({ type, lang, meta }: TreeNode): boolean {
  return type === "code" && lang === "http" && fenceOptions(meta ?? "").options.predict;
}

/**
 * The paragraph that asks and the task list right under a fence that asks, with all its pieces where something ended it; none
 * where they do not stand there.
 */
export function predictionUnder(siblings: readonly TreeNode[], fence: number): readonly TreeNode[] {
  const below = siblings.slice(fence + 1);
  const [asking, list] = below;
  if (asking?.type !== "paragraph" || !list || !hasBoxes(list)) return [];
  const end = below.findIndex(({ type }) => !["paragraph", "blockquote", "list"].includes(type));
  return below.slice(0, below.slice(0, end < 0 ? undefined : end).findLastIndex(hasBoxes) + 1);
}

function hasBoxes({ type, children = [] }: TreeNode): boolean {
  return type === "list" && children.some(({ checked }) => typeof checked === "boolean");
}

/** The question before a transcript, from what stands under its fence. What is wrong with it is told. */
export function readPrediction([asking, list]: readonly Part[], fence: Place, tell: Tell): Question | null {
  if (asking?.kind === "paragraph" && list?.kind === "choices") {
    return { text: asking.html, choices: readChoices(list.items, tell).map(asked) };
  }
  tell(
    fence,
    "right under a block with “predict” a paragraph that asks, and a task list of what readers may expect, such as - [x] 404",
    "none",
  );
  return null;
}
