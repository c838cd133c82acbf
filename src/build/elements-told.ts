import { type DefaultTreeAdapterMap, parse } from "parse5";
import { elements } from "./html-elements.ts";

// What tests hold the reading of built pages against.

/** An element: its name, its places and that of its parent, and its attributes with theirs. */
type Row = readonly [string, ...number[], readonly (readonly (string | number | undefined)[])[]];

/** What is read in a page. */
export function told(html: string): readonly Row[] {
  return elements(html).map(({ tagName, start, innerStart, innerEnd, end, parent, attributes }) => [
    tagName,
    ...[start, innerStart, innerEnd, end, parent?.start ?? -1],
    attributes.map((attr) => [attr.name, attr.value, attr.start, attr.end]),
  ]);
}

/** The same, as a parser has it that obeys all of the standard. */
export function toldByParser(html: string): readonly Row[] {
  const rows: Row[] = [];
  const visit = (node: DefaultTreeAdapterMap["node"], parent: number): void => {
    let start = parent;
    if ("attrs" in node && node.sourceCodeLocation) {
      const { startTag, endTag, endOffset: end, ...place } = node.sourceCodeLocation;
      start = startTag?.startOffset ?? place.startOffset;
      const attributes = node.attrs.map(({ prefix, name: local, value }) => {
        const name = prefix ? `${prefix}:${local}` : local;
        const at = place.attrs?.[name] ?? place.attrs?.[name.toLowerCase()];
        return [name.toLowerCase(), value, at?.startOffset, at?.endOffset];
      });
      rows.push([node.tagName, start, startTag?.endOffset ?? end, endTag?.startOffset ?? end, end, parent, attributes]);
    }
    if ("content" in node) visit(node.content, start);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child, start);
  };
  visit(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), -1);
  return rows;
}
