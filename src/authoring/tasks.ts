import { readFileSync } from "node:fs";
import { idFrom } from "../demos/kit/demo-ids.ts";
import { readTaskBlock, type TaskBlock } from "../demos/task/task-block.ts";
import { fenceOptions } from "./blocks/fence-options.ts";
import type { TreeNode } from "./blocks/tree.ts";
import { contentFiles, contentRoot } from "./checks/content-files.ts";
import { readPage } from "./checks/syntax-problems.ts";

/** A task of a page, by the id that it has there. */
export interface NamedTask {
  readonly id: string;
  readonly title: string;
  readonly block: TaskBlock;
}

/** All tasks of the pages under a content root, in the order of their files. Throws a MessageError for one that cannot be read. */
export function tasksIn(root = contentRoot): readonly NamedTask[] {
  return contentFiles(root).flatMap((file) => tasksOf(readPage(readFileSync(file, "utf8")).tree));
}

function tasksOf(node: TreeNode | null): readonly NamedTask[] {
  if (!node) return [];
  if (node.type === "code" && node.lang === "http") {
    const { task, title } = fenceOptions(node.meta ?? "").options;
    return task && title ? [{ id: idFrom(title), title, block: readTaskBlock(node.value ?? "") }] : [];
  }
  return (node.children ?? []).flatMap(tasksOf);
}
