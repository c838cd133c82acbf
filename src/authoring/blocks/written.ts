import type { Choices, Part, Place, Tell, Written, WrittenChoice } from "../../demos/kit/written.ts";
import { fenceOptions } from "./fence-options.ts";
import { isRichText, type Resolve, richText } from "./rich-text.ts";
import { plainText, type TreeNode } from "./tree.ts";

/** What it takes to read a component: the addresses of its links, and whom to tell of mistakes. */
interface Reading {
  readonly resolve: Resolve;
  readonly tell: Tell;
}

/** What an author wrote in a component: attributes and children. What no demo could read is told. */
export function readWritten(node: TreeNode, reading: Reading): Written {
  const place = placeOf(node);
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes ?? []) {
    if (name === undefined) reading.tell(place, "attributes with names", "{…}");
    else if (typeof value === "string" || value === null || value === undefined) attributes[name] = value ?? "";
    else attributes[name] = value.value.trim();
  }
  return { component: node.name ?? "", place, attributes, parts: readParts(node.children ?? [], reading) };
}

/** What an author wrote, piece by piece. What no demo could read is told. */
export function readParts(nodes: readonly TreeNode[], reading: Reading): readonly Part[] {
  const parts: Part[] = [];
  for (const node of nodes) {
    const part = readPart(node, reading);
    if (part) parts.push(part);
    if (part?.kind === "choices" || (part?.kind === "steps" && (node.start ?? 1) > 1)) mendList(parts, reading.tell);
  }
  return parts;
}

/**
 * Put a list together again of which the last part is a piece: what stands under an item ends the list where it is not indented.
 * That is told once, where it is, in place of all that would follow from it.
 */
function mendList(parts: Part[], tell: Tell): void {
  const last = parts.at(-1);
  const from = parts.findLastIndex((part) => part !== last && part.kind === last?.kind);
  const first = parts[from];
  const between = parts.slice(from + 1, -1);
  const [cause] = between;
  if (first?.kind === "steps" && last?.kind === "steps" && cause) {
    tell(cause.place, ...indent(first.place.column + 2, cause.place, "an item"));
    const items = withLast(first.items, (item) => ({ ...item, parts: [...item.parts, ...between] }));
    parts.splice(from, parts.length, { ...first, items: [...items, ...last.items] });
  }
  if (first?.kind === "choices" && last?.kind === "choices" && !(isWhole(first) && isWhole(last))) {
    const said = between.flatMap((part) => (part.kind === "paragraph" ? [part.html] : []));
    const beliefs = between.flatMap((part) => (part.kind === "quotation" ? [part.text] : []));
    if (said.length + beliefs.length < between.length) return;
    if (cause) tell(cause.place, ...indent(first.place.column + 1, cause.place, "a choice"));
    else tell(last.place, "the same sign before each choice, such as -", "another one, which begins a list of its own");
    const [belief] = beliefs;
    const under = { ...(belief !== undefined && { belief }), ...(said.length > 0 && { why: said.join("") }) };
    const items = withLast(first.items, (item) => ({ ...item, ...under }));
    parts.splice(from, parts.length, { ...first, items: [...items, ...last.items] });
  }
}

/** Whether a list of choices can stand alone, and so is no piece of another. */
function isWhole({ items }: Choices): boolean {
  return items.length > 1 && items.some(({ isRight }) => isRight);
}

function withLast<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  return items.map((item, index) => (index === items.length - 1 ? change(item) : item));
}

function indent(spaces: number, { column }: Place, item: string): [expected: string, found: string] {
  return [`${spaces} spaces before what stands under ${item}`, `${column - 1 || "none"}, which ends the list`];
}

function readPart(node: TreeNode, reading: Reading): Part | null {
  const place = placeOf(node);
  const { tell } = reading;
  if (node.type === "code" && node.lang === "http") return readFence(node, tell);
  if (node.type === "list") return readList(node, reading);
  if (node.type === "blockquote") return { kind: "quotation", place, text: plainText(node).trim() };
  if (node.type === "mdxJsxFlowElement") return { kind: "component", place, written: readWritten(node, reading) };
  if (node.type === "mdxFlowExpression") return null;
  if (isRichText(node)) return { kind: "paragraph", place, html: running([node], reading) };
  const names: Readonly<Record<string, string>> = {
    heading: "a heading",
    thematicBreak: "a line ---",
    table: "a table",
  };
  tell(place, "paragraphs, lists and http blocks here", names[node.type] ?? "something else");
  return null;
}

function readFence(node: TreeNode, tell: Tell): Part {
  const place = placeOf(node);
  const { options, problems } = fenceOptions(node.meta ?? "", "demo");
  for (const { column, expected, found } of problems) {
    tell({ line: place.line, column: place.column + "```http ".length + column - 1 }, expected, found);
  }
  const { title, off, raw, expect, as: act } = options;
  return { kind: "fence", place, source: node.value ?? "", title, off, act, raw, expect };
}

function readList(node: TreeNode, reading: Reading): Part {
  const place = placeOf(node);
  const items = node.children ?? [];
  if (node.ordered) {
    const parts = items.map((item) => ({ place: placeOf(item), parts: readParts(item.children ?? [], reading) }));
    return { kind: "steps", place, items: parts };
  }
  if (items.some(({ checked }) => checked === true || checked === false)) {
    return { kind: "choices", place, items: items.map((item) => readChoice(item, reading)) };
  }
  const html = (item: TreeNode) => running(unwrapped(item.children ?? []), reading);
  return { kind: "points", place, items: items.map((item) => ({ place: placeOf(item), html: html(item) })) };
}

function readChoice(item: TreeNode, reading: Reading): WrittenChoice {
  const { tell } = reading;
  const place = placeOf(item);
  const [said, ...rest] = item.children ?? [];
  const plain = said ? plainText(said).trim() : "";
  if (item.checked === null || item.checked === undefined) {
    tell(place, "[x] at each right choice and [ ] at each other", `neither at “${plain}”`);
  }
  if (!said || plain === "") tell(place, "a text behind [x] or [ ]", "none");
  const beliefs = rest.filter(({ type }) => type === "blockquote");
  const second = beliefs[1];
  if (second) tell(placeOf(second), "one quotation under a choice, the belief that leads to it", "another one");
  const why = rest.filter((node) => node.type !== "blockquote");
  for (const node of why) {
    if (!isRichText(node)) tell(placeOf(node), "paragraphs and a quotation under a choice", "something else");
  }
  const [belief] = beliefs;
  return {
    place,
    plain,
    text: said ? running(unwrapped([said]), reading) : "",
    isRight: item.checked === true,
    ...(belief && { belief: plainText(belief).trim() }),
    ...(why.length > 0 && { why: running(why, reading) }),
  };
}

/** Running text as HTML; `nodes` stand in a demo. A block in it is shown as it is, so that words behind its language are told. */
function running(nodes: readonly TreeNode[], { resolve, tell }: Reading): string {
  const tellMeta = (node: TreeNode): void => {
    if (node.type === "code" && node.meta) {
      tell(placeOf(node), "no word behind the language of a block that is only shown", node.meta);
    }
    for (const child of node.children ?? []) tellMeta(child);
  };
  for (const node of nodes) tellMeta(node);
  return richText(nodes, resolve).text;
}

/** A single paragraph's own content, so that it can stand in a line. */
function unwrapped(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const [only, another] = nodes;
  return only?.type === "paragraph" && !another ? (only.children ?? []) : nodes;
}

/** Where a node begins; without positions, at the page's start. */
export function placeOf({ position }: TreeNode): Place {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
