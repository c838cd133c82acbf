import { createCssVariablesTheme, type ShikiTransformer } from "shiki";
import { fenceOptions } from "./fence-options.ts";

/** A theme whose colours are names, so that the page's style sheet decides them in light and dark. */
export const theme = createCssVariablesTheme({ name: "tokens", variablePrefix: "--", fontStyle: false });

type Node = Parameters<NonNullable<ShikiTransformer["root"]>>[0]["children"][number];

/**
 * Turns Shiki's inline styles into classes (`token-keyword`), since the page's policy lets no style attribute through,
 * and gives the lines that a fence marks (`{2,4}`) a class too.
 */
export const tokenClasses: ShikiTransformer = {
  name: "token-classes",
  line(node, line) {
    const { marked } = fenceOptions(this.options.meta?.__raw ?? "").options;
    if (marked.includes(line)) this.addClassToHast(node, "marked");
  },
  root(root) {
    for (const child of root.children) styleToClass(child);
  },
};

function styleToClass(node: Node): void {
  if (node.type !== "element") return;
  const style = String(node.properties["style"] ?? "");
  delete node.properties["style"];
  const token = /color:var\(--(token-[\w-]+)\)/.exec(style)?.[1];
  if (token) node.properties["class"] = token;
  for (const child of node.children) styleToClass(child);
}
