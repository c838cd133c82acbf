import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { mdxToMdast } from "satteri";
import { listed, type Problem, problem } from "./author-error.ts";
import { contentFiles, contentRoot, outline } from "./content-files.ts";
import { isExample } from "./examples.ts";
import { frontmatterProblems } from "./frontmatter.ts";
import { type PageContext, pageProblems } from "./page-problems.ts";
import type { TreeNode } from "./tree.ts";

/** All that is wrong with one page: its frontmatter, its markdown, and what the markdown says. */
export function checkPage(file: string, source: string, root = contentRoot): readonly Problem[] {
  const body = bodyProblems(source, (tree) => ({ file, outline: outline(tree), root }));
  return [...addressProblems(file), ...frontmatterProblems(source), ...body];
}

/** A page in a folder (`caching/index.mdx`) whose address is that of the file beside the folder (`caching.mdx`). */
function addressProblems(file: string): readonly Problem[] {
  const other = `${dirname(file)}.mdx`;
  if (basename(file) !== "index.mdx" || !existsSync(other)) return [];
  return [
    problem(1, 1, "one file for each address", `${basename(other)} beside the folder, which has the same address`),
  ];
}

function bodyProblems(source: string, contextOf: (tree: TreeNode) => PageContext): readonly Problem[] {
  let tree: TreeNode;
  try {
    tree = mdxToMdast(source, { features: { frontmatter: true } }) as TreeNode;
  } catch (error) {
    return [syntaxProblem(error as Error)];
  }
  const context = contextOf(tree);
  return [...pageProblems(tree, context), ...exampleProblems(tree, context)];
}

/** What is wrong in the guide's examples, which readers see as they see any page. Lines are those of the page's file. */
function exampleProblems(node: TreeNode, context: PageContext): readonly Problem[] {
  if (!isExample(node)) return (node.children ?? []).flatMap((child) => exampleProblems(child, context));
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return bodyProblems(node.value ?? "", () => context).map((found) => ({
    ...found,
    line: found.line + line,
    column: found.column + column - 1,
  }));
}

/** The parser's complaints in the words of all the others. The first that fits is told. */
const syntax: readonly (readonly [complaint: RegExp, expected: string, found: string])[] = [
  [/closing tag for `<img>`/, "a picture as ![what it shows](address)", "<img>"],
  [/closing tag for `<(br|hr|input|wbr)>`/, "<$1 />, with a slash, since nothing closes it", "<$1>"],
  [
    /closing tag for `<([\w.]+)>`.*before the end of `paragraph`/s,
    "the tags <$1> and </$1> in lines of their own",
    "<$1> within a text",
  ],
  [/corresponding closing tag for `<([\w.]+)>`/, "the closing tag </$1>", "another one"],
  [/closing tag for `<([\w.]+)>`/, "the closing tag </$1>", "none"],
  [/Unexpected closing tag `<\/([\w.]+)>`/, "the tag <$1> before its end", "</$1> alone"],
  [/corresponding closing brace/, "a closing brace, or \\{ where a brace itself is meant", "none"],
  [
    /Could not parse expression/,
    "\\{ where a brace itself is meant, and a line ``` around a block",
    "braces around a text",
  ],
  [/create a comment in MDX/, "a comment between {/* and */}", "<!--"],
  [
    /after `<`/,
    "a tag after <, or &lt; where the sign itself is meant, or [words](address) for a link",
    "something else",
  ],
];

/** The markdown parser's own complaint, without its codes: the place, what it wants, what it got. */
function syntaxProblem({ message }: Error): Problem {
  const [, line, column, text = message] = /(\d+):(\d+)(?:-\d+:\d+)?:?\s*([\s\S]*)$/.exec(message) ?? [];
  const place: [line: number, column: number] = [Number(line ?? 1), Number(column ?? 1)];
  for (const [complaint, expected, found] of syntax) {
    const name = complaint.exec(text)?.[1] ?? "";
    if (complaint.test(text)) return problem(...place, expected.replaceAll("$1", name), found.replaceAll("$1", name));
  }
  return problem(...place, "markdown with components (MDX)", text.split("\n")[0] ?? "");
}

if (import.meta.main) {
  const files = contentFiles();
  const unseen = readdirSync(contentRoot, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  let wrong = unseen.length;
  for (const name of unseen) {
    process.stdout.write(`${listed(join(contentRoot, name), [problem(1, 1, "a name that ends in .mdx", ".md")])}\n`);
  }
  for (const file of files) {
    const problems = checkPage(file, readFileSync(file, "utf8"));
    wrong += problems.length;
    if (problems.length > 0) process.stdout.write(`${listed(file, problems)}\n`);
  }
  const pages = `${files.length} ${files.length === 1 ? "page" : "pages"} in ${relative(process.cwd(), "content")}`;
  process.stdout.write(wrong === 0 ? `${pages}: nothing to mend.\n` : `\n${pages}: ${wrong} to mend.\n`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
