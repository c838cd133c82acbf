import type { MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import type { Html } from "../../html.ts";

type Attributes = Readonly<Record<string, string>>;

const listed = (attributes: Attributes) =>
  Object.entries(attributes).map(([name, value]) => ({ type: "mdxJsxAttribute" as const, name, value }));

/** An element that stands by itself, made in place of markdown. */
export function block(name: string, attributes: Attributes, children: readonly unknown[]): MdxJsxFlowElement {
  return {
    type: "mdxJsxFlowElement",
    name,
    attributes: listed(attributes),
    children: children as MdxJsxFlowElement["children"],
  };
}

/** An element within a line, made in place of markdown. */
export function inline(name: string, attributes: Attributes, children: readonly unknown[]): MdxJsxTextElement {
  return {
    type: "mdxJsxTextElement",
    name,
    attributes: listed(attributes),
    children: children as MdxJsxTextElement["children"],
  };
}

/** A text node. */
export function text(value: string): { readonly type: "text"; readonly value: string } {
  return { type: "text", value };
}

/** Finished HTML, which markdown leaves as it is. */
export function finished(html: Html): MdxJsxFlowElement {
  const value = { type: "mdxJsxAttributeValueExpression" as const, value: JSON.stringify(html.text) };
  return {
    type: "mdxJsxFlowElement",
    name: "Fragment",
    attributes: [{ type: "mdxJsxAttribute", name: "set:html", value }],
    children: [],
  };
}
