import { hash } from "node:crypto";
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

declare global {
  var finishedHtml: Map<string, string>;
}

/**
 * Finished HTML by its hash. A page's module only names it: of what a module holds, the bundler keeps a copy for each plugin that
 * changes it, which for a course of a thousand lessons is more than a small machine has. The module runs in the process that made
 * it, though bundled apart from this one, so both reach it from the global object.
 */
globalThis.finishedHtml ??= new Map();

/** Finished HTML, which markdown leaves as it is. */
export function finished(html: Html): MdxJsxFlowElement {
  const name = hash("sha256", html.text, "base64url");
  finishedHtml.set(name, html.text);
  const value = { type: "mdxJsxAttributeValueExpression" as const, value: `finishedHtml.get("${name}")` };
  return {
    type: "mdxJsxFlowElement",
    name: "Fragment",
    attributes: [{ type: "mdxJsxAttribute", name: "set:html", value }],
    children: [],
  };
}
