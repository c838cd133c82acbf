import { type Problem, problem } from "./author-error.ts";
import type { TreeNode } from "./tree.ts";

/** What no text of a page should hold, and what is expected in its place. */
const unwanted: readonly (readonly [pattern: RegExp, expected: string, found: string])[] = [
  [/\[\[[^[\]]+\]\]/g, "a link of the form [words](address)", "double brackets"],
  [
    /\]\((?=\S)/g,
    "an address without spaces, then perhaps a caption in straight double quotes, then ): [words](address)",
    "something else behind ](",
  ],
  [/\]\[/g, "the address in round brackets: [words](address)", "square brackets"],
  [/^#{2,6}(?=[^\s#])/gm, "a space behind the signs of a heading", "none"],
];

/** What is wrong in a text: notes that editors left to one another, and markdown that did not become what it looks like. */
export function textProblems(node: TreeNode): readonly Problem[] {
  const misread = unwanted.flatMap(([pattern, expected, found]) =>
    [...(node.value ?? "").matchAll(pattern)].map(({ index }) => problem(...placeIn(node, index), expected, found)),
  );
  return [...misread, ...leftovers(node)];
}

/** Braces hold code, and a page has none: they may only hold what is no longer meant to be there, a comment. */
export function braceProblems(node: TreeNode): readonly Problem[] {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const code = (node.value ?? "").replace(/\/\*.*?\*\//gs, "").trim();
  const found = code === "" ? [] : [problem(line, column, "\\{ where a brace itself is meant", `{${code}}`)];
  return [...found, ...leftovers(node)];
}

/** Editors' notes to one another, which must never be published. */
function leftovers(node: TreeNode): readonly Problem[] {
  return [...(node.value ?? "").matchAll(/\btktk\b|\b(?:TODO|FIXME|TBD)\b/gi)]
    .filter(([word]) => word === word.toUpperCase() || /tktk/i.test(word))
    .map(({ index, 0: word }) =>
      problem(...placeIn(node, index), "text that is ready for readers", `the note “${word}”`),
    );
}

/** The line and the column of a place in a text, from 1, in the page's file. */
function placeIn({ value = "", position }: TreeNode, index: number): [line: number, column: number] {
  const before = value.slice(0, index).split("\n");
  const { line = 1, column = 1 } = position?.start ?? {};
  return [line + before.length - 1, (before.length === 1 ? column : 1) + (before.at(-1)?.length ?? 0)];
}
