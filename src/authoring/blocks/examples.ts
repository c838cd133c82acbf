import { defineMdastPlugin, mdxToMdast } from "satteri";
import { block, text } from "./jsx.ts";
import type { TreeNode } from "./tree.ts";

/** Whether a fence is an example: ```` ```mdx example ````. */
export function isExample({
  lang,
  meta,
}: {
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
}): boolean {
  return lang === "mdx" && meta === "example";
}

/**
 * Shows the markdown of a ```` ```mdx example ```` fence twice: as its author writes it, and as readers see it. One text
 * is the source of both. Stands before the other plugins, which then make of the result what they make of any page.
 */
export const examples = defineMdastPlugin({
  name: "examples",
  code(node) {
    if (!isExample(node)) return;
    const { children = [] } = mdxToMdast(node.value, { position: false }) as TreeNode;
    return block("div", { class: "example wide" }, [
      block("div", { class: "written" }, [
        block("p", { class: "label" }, [text("You write")]),
        { type: "code", lang: "mdx", value: node.value },
      ]),
      block("div", { class: "shown" }, [block("p", { class: "label" }, [text("Readers see")]), ...children]),
    ]);
  },
});
