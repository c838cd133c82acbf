import { placeIn, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";
import { placeOf } from "./syntax-problems.ts";

/** What no text of a page should hold, as it is written; what is expected in its place, and what was found. */
const unwanted: readonly (readonly [pattern: RegExp, expected: string, found: string])[] = [
  [/(?<!\\)\[\[[^[\]]+\]\]/g, "a link of the form [words](address)", "double brackets"],
  [
    /(?<!\\)\]\((?=\S|$)/g,
    "an address without spaces, then perhaps a caption in straight double quotes, then ): [words](address)",
    "something else behind ](",
  ],
  [
    /(?<!\\)\](?=[ \t]+\((?:$|[./#]|[\w-]+\.mdx))/gm,
    "the address right behind the words: [words](address)",
    "a space between",
  ],
  [/(?<!\\)\]\[/g, "the address in round brackets: [words](address)", "square brackets"],
  [
    /\)\[(?=[^\]]*(?:\.mdx|\/|#))/g,
    "the words in square brackets and the address in round ones: [words](address)",
    "the other way round",
  ],
  [/(?<!\\)\[\^[^\]\s]+\](?!:)/g, "a line [^1]: with the text of this footnote", "none"],
  [/(?<=^[> \t]*)#{2,6}(?=[^ \t\r\n#])/gm, "a space behind the signs of a heading", "none"],
  [/(?<=^[> \t]*)#{7,}/gm, "a heading with at most six signs", "more"],
  [/^(?:[-+](?=\p{L}|\[[ xX]?\])|\d{1,2}[.)](?=\p{L}))/gmu, "a space behind the sign of a list", "none"],
  [/^\[!\w+\]/g, "> before [!NOTE] and before each line of the note", "none"],
  [/^(?:%%|\/\/) .*$/gm, "a comment between {/* and */}", "a comment in another way"],
  [/^: (?=\S)/gm, "<dl> with <dt>term</dt> and <dd>what it is</dd>", ": before what a term is"],
  [/^\[TOC\]$/gim, "no list of contents: every page has its own", "[TOC]"],
  [/(?<=[\p{L}\p{N})])\^(?=[\p{L}\p{N}({])(?![^$\n]*\$)/gu, "<sup>2</sup> for what stands high", "^"],
  [/(?<![\p{L}\p{N}+])\+\+(?=[^\s+])(?=[^+\n]+\+\+)/gu, "<ins>words</ins>", "++ before and behind the words"],
  [/(?<![\w:]):[a-z][a-z_]+:(?![\w:])/g, "the little picture itself", "its name between colons"],
  [
    /(?<![\\*])\*{2,3}(?!\*)/g,
    "** before and behind the words, with no space within, or \\*\\* where the signs are meant",
    "** alone",
  ],
  [
    /(?<![\\*\p{L}\p{N}])\*(?=[\p{L}\p{N}“"(])/gu,
    "* before and behind the words, or \\* where the sign itself is meant",
    "* alone",
  ],
  [
    /(?<![\\_\p{L}\p{N}])_(?=\p{L})/gu,
    "_ before and behind the words, or `code` where the sign is part of a name",
    "_ alone",
  ],
  [/(?<![\\`])`+/g, "` before and behind code, or \\` where the sign itself is meant", "` alone"],
  [/(?<!\\)~~/g, "~~ before and behind what is struck out", "~~ alone"],
  [/(?<![=\p{L}\p{N}\\])==(?=[^\s=])(?=[^=\n]+==)/gu, "<mark>words</mark>", "== before and behind the words"],
  [
    /^(?::::+[ \t]*[\w{]|!!! \w|\?\?\? \w).*$/gm,
    "a note: a line > [!NOTE], and > before each of its lines",
    "a note in another way",
  ],
  [
    /(?<!\\)\$\$|(?<!\\)\$(?=[^\s$][^$\n]*[\\^_][^$\n]*\$)/g,
    "a formula in words or as `code`, for none is set here",
    "a formula",
  ],
];

/** What is wrong in a text: notes that editors left to one another, and markdown that did not become what it looks like. */
export function textProblems(node: TreeNode, source: string): readonly Problem[] {
  const { start, end } = node.position ?? {};
  if (!start || !end) return [];
  const written = source.slice(start.offset, end.offset);
  const problems: Problem[] = [];
  for (const [pattern, expected, found] of unwanted) {
    for (const { index } of written.matchAll(pattern)) {
      const { line, column } = placeOf(source, start.offset + index);
      if (pattern.source.startsWith("^") && !beginsLine(source, start.offset + index)) continue;
      problems.push(problem(line, column, expected, found));
    }
  }
  for (const { index, 0: name } of written.matchAll(/&[a-z][a-z\d]*;/gi)) {
    if (!(node.value ?? "").includes(name) || written.includes(`&amp;${name.slice(1)}`)) continue;
    const { line, column } = placeOf(source, start.offset + index);
    problems.push(problem(line, column, "a sign by a name that HTML has, such as &nbsp; or &copy;", name));
  }
  return [...firstOfEach(problems), ...leftovers(written, start.offset, source)];
}

/** Whether nothing but white space stands before a place in its line. */
function beginsLine(source: string, index: number): boolean {
  return source.slice(source.lastIndexOf("\n", index - 1) + 1, index).trim() === "";
}

/** One problem for each place: what stands first in the list says most. */
function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    ({ line, column }, index) =>
      problems.findIndex((other) => other.line === line && other.column === column) === index,
  );
}

/** Braces hold code, and a page has none: they may only hold what is no longer meant to be there, a comment. */
export function braceProblems(node: TreeNode, source: string): readonly Problem[] {
  const isComment = /^\s*\/\*.*\*\/\s*$/s.test(node.value ?? "");
  const code = (node.value ?? "").replace(/\/\*.*?\*\//gs, "").trim();
  const found =
    isComment && code === "" ? [] : [problem(...placeIn(node), "\\{ where a brace itself is meant", `{${code}}`)];
  const { start, end } = node.position ?? {};
  return start && end ? [...found, ...leftovers(source.slice(start.offset, end.offset), start.offset, source)] : found;
}

/** A block between too few signs, which readers see as one line of code. */
export function codeProblems(node: TreeNode, source: string): readonly Problem[] {
  const { start, end } = node.position ?? {};
  const written = source.slice(start?.offset, end?.offset);
  const isBlock = beginsLine(source, start?.offset ?? 0) && /^(`+)[^`\n]*\n[\s\S]*\n\1$/.test(written);
  if (!isBlock) return [];
  return [problem(...placeIn(node), "a line that begins with ``` before a block, and one behind it", "fewer signs")];
}

/** Editors' notes to one another, which must never be published. */
function leftovers(written: string, offset: number, source: string): readonly Problem[] {
  return [...written.matchAll(/\btktk\b|\blorem ipsum\b|\b(?:TODO|FIXME|TBD|XXX)\b/gi)]
    .filter(([word]) => word === word.toUpperCase() || /tktk|lorem/i.test(word))
    .map(({ index, 0: word }) => {
      const { line, column } = placeOf(source, offset + index);
      const expected = `text that is ready for readers, or \`${word}\` in backticks where the word itself is meant`;
      return problem(line, column, expected, `the note “${word}”`);
    });
}

/** What one wave strikes out, where its author may have meant it to stand low: `H~2~O`. */
export function strikeProblems(node: TreeNode, source: string): readonly Problem[] {
  const { start } = node.position ?? {};
  if (!start || source.startsWith("~~", start.offset)) return [];
  return [
    problem(...placeIn(node), "<sub>2</sub> for what stands low, or ~~words~~ for what is struck out", "~ alone"),
  ];
}

/** A footnote that no text names, which readers would not see. */
export function footnoteProblems(node: TreeNode, page: TreeNode): readonly Problem[] {
  const isNamed = (each: TreeNode): boolean =>
    (each.type === "footnoteReference" && each.identifier === node.identifier) || (each.children ?? []).some(isNamed);
  if (isNamed(page)) return [];
  return [problem(...placeIn(node), `[^${node.identifier}] in a text of the page`, "a footnote that no text names")];
}

/** A sign of markdown or HTML in a text that is shown as it is written, or null. */
export function markdownIn(text: string): string | null {
  return /`[^`]+`|\*\*?[^*\s][^*]*\*|\[[^\]]+\]\([^)]+\)|<\/?[a-z]+>|&[a-z]+;/.exec(text)?.[0] ?? null;
}
