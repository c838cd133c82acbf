import { built, type Html, html } from "../../html.ts";
import type { TreeNode } from "./tree.ts";

/** Turns the address of a link in a page into the one that the built page needs; null where it leads nowhere in this site. */
export type Resolve = (href: string) => string | null;

/** Elements that stand for themselves, each with the HTML that it becomes. */
const elements: Readonly<Record<string, (content: Html) => Html>> = {
  paragraph: (content) => html`<p>${content}</p>`,
  emphasis: (content) => html`<em>${content}</em>`,
  strong: (content) => html`<strong>${content}</strong>`,
  delete: (content) => html`<del>${content}</del>`,
  blockquote: (content) => html`<blockquote>${content}</blockquote>`,
  listItem: (content) => html`<li>${content}</li>`,
};

/** Whether a node is running text that a demo can hold as HTML. */
export function isRichText({ type }: TreeNode): boolean {
  return type === "list" || type === "code" || type in elements;
}

/** The HTML of markdown that stands within a demo: text with marks, links, code and lists. */
export function richText(nodes: readonly TreeNode[], resolve: Resolve): Html {
  return html`${nodes.map((node) => nodeView(node, resolve))}`;
}

function nodeView(node: TreeNode, resolve: Resolve): Html {
  const inside = () => richText(node.children ?? [], resolve);
  switch (node.type) {
    case "text":
      return html`${node.value}`;
    case "inlineCode":
      return html`<code>${node.value}</code>`;
    case "code":
      return html`<pre><code>${node.value}</code></pre>`;
    case "break":
      return html`<br>`;
    case "link": {
      const href = resolve(node.url ?? "");
      return href === null ? inside() : html`<a href="${href}">${inside()}</a>`;
    }
    case "mdxJsxTextElement":
      if (node.name === "br") return html`<br>`;
      return html`<${built(node.name ?? "span")}>${inside()}</${built(node.name ?? "span")}>`;
    case "list":
      return node.ordered ? html`<ol>${inside()}</ol>` : html`<ul>${inside()}</ul>`;
    default:
      return elements[node.type]?.(inside()) ?? inside();
  }
}
