import { defineMdastPlugin } from "satteri";

/** Opens the first of several `<Belief>`s in a row, so that a reader sees what the others hold. */
export const beliefs = defineMdastPlugin({
  name: "beliefs",
  mdxJsxFlowElement(node, context) {
    if (node.name !== "Belief" || node.attributes.some((each) => "name" in each && each.name === "open")) return;
    const siblings = context.parent(node)?.children ?? [];
    const before = siblings[(context.indexOf(node) ?? 0) - 1];
    if (before?.type === "mdxJsxFlowElement" && before.name === "Belief") return;
    const open = { type: "mdxJsxAttribute" as const, name: "open", value: null };
    return { type: node.type, name: node.name, attributes: [...node.attributes, open], children: node.children };
  },
});
