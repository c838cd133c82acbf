import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { mdxToMdast } from "satteri";
import { listed, type Problem } from "./author-error.ts";
import { contentFiles } from "./content-files.ts";
import { frontmatterProblems } from "./frontmatter.ts";
import { pageProblems } from "./page-problems.ts";
import type { TreeNode } from "./tree.ts";

/** All that is wrong with one page: its frontmatter, its markdown, and what the markdown says. */
export function checkPage(file: string, source: string, root?: string): readonly Problem[] {
  const context = root === undefined ? { file, source } : { file, source, root };
  return [...frontmatterProblems(source), ...bodyProblems(source, context)];
}

function bodyProblems(source: string, context: Parameters<typeof pageProblems>[1]): readonly Problem[] {
  let tree: TreeNode;
  try {
    tree = mdxToMdast(source, { features: { frontmatter: true } }) as TreeNode;
  } catch (error) {
    return [syntaxProblem(error as Error)];
  }
  return pageProblems(tree, context);
}

/** The markdown parser's own complaint, without its codes: the place, and what it wants. */
function syntaxProblem({ message }: Error): Problem {
  const [, line, column, text] = /^(?:.*?)(\d+):(\d+)(?:-\d+:\d+)?:?\s*([\s\S]*)$/.exec(message) ?? [];
  const plain = (text ?? message).split("\n")[0] ?? "";
  return {
    line: Number(line ?? 1),
    column: Number(column ?? 1),
    text: plain.replace(/\s*\((?:mdx[\w:-]+|\d+:\d+|note: [^)]*\)?)\)/g, "").replaceAll("`", ""),
  };
}

if (import.meta.main) {
  const files = contentFiles();
  let wrong = 0;
  for (const file of files) {
    const problems = checkPage(file, readFileSync(file, "utf8"));
    wrong += problems.length;
    if (problems.length > 0) process.stdout.write(`${listed(file, problems)}\n`);
  }
  const pages = `${files.length} ${files.length === 1 ? "page" : "pages"} in ${relative(process.cwd(), "content")}`;
  process.stdout.write(wrong === 0 ? `${pages}: nothing to mend.\n` : `\n${pages}: ${wrong} to mend.\n`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
