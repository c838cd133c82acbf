/** A node of a page's markdown tree, with the parts that the checks and the blocks read. */
export interface TreeNode {
  readonly type: string;
  readonly name?: string | null;
  readonly identifier?: string;
  readonly value?: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  /** The number of a numbered list's first item. */
  readonly start?: number | null;
  readonly checked?: boolean | null;
  readonly attributes?: readonly {
    readonly name?: string;
    readonly value?: string | { readonly value: string } | null;
  }[];
  readonly children?: readonly TreeNode[];
  readonly position?: { readonly start: Place; readonly end: Place };
}

/** A place in a page's source: line and column count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
  /** How many characters stand before it. */
  readonly offset: number;
}

/** Where a node begins, as a line and a column. */
export function placeIn({ position }: TreeNode): [line: number, column: number] {
  return [position?.start.line ?? 1, position?.start.column ?? 1];
}

/** The text of a node and all within it, as a reader hears it. */
export function plainText(node: TreeNode): string {
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") return "";
  return node.value ?? (node.children ?? []).map(plainText).join("");
}

/** What an author wrote as an attribute of a tag, in quotes or in braces; empty where there is none. */
export function attributeText(node: TreeNode, name: string): string {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === "string" ? value : (value?.value ?? "");
}
