import { kindOf } from "../../demos/registry.ts";
import { fenceOptions } from "../blocks/fence-options.ts";
import type { TreeNode } from "../blocks/tree.ts";
import { placeOf } from "../blocks/written.ts";
import { type Problem, problem } from "./author-error.ts";

/** The demos and blocks that count for a part of the page, and stand in none. */
export function mustProblems(node: TreeNode): readonly Problem[] {
  if (node.name === "Part" || node.name === "Stage") return [];
  const inner = (node.children ?? []).flatMap(mustProblems);
  if (!isMust(node)) return inner;
  const { line, column } = placeOf(node);
  return [
    problem(line, column, "“must” in a <Part> or a <Stage>, for which it counts", "it outside of them"),
    ...inner,
  ];
}

function isMust({ type, lang, meta, name, attributes = [] }: TreeNode): boolean {
  if (type === "code") return lang === "http" && fenceOptions(meta ?? "").options.must;
  return kindOf(name ?? "") !== undefined && attributes.some((attribute) => attribute.name === "must");
}
