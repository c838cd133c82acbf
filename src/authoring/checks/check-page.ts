import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { isExample } from "../blocks/examples.ts";
import type { TreeNode } from "../blocks/tree.ts";
import { firstResources, type PlacedResource, placedResources, useResources } from "../site-resources.ts";
import { type Problem, problem } from "./author-error.ts";
import { characterProblems, encodingProblems } from "./character-problems.ts";
import { contentFiles, contentRoot, outlineOf, pageOutline, pageUrl } from "./content-files.ts";
import { frontmatterProblems } from "./frontmatter.ts";
import { type PageContext, pageProblems, pictureProblems } from "./page-problems.ts";
import { resourceProblems } from "./resource-problems.ts";
import { placeOf, readPage } from "./syntax-problems.ts";

/** What the check of a page needs to know of all pages of the site. */
export interface SitePages {
  /** The resources that they add to the library, on which blocks run. */
  readonly placed: readonly PlacedResource[];
  /** Their files, by what no two pages of a folder may share. */
  readonly titled: ReadonlyMap<string, readonly string[]>;
  /** What many believe, as their `<Belief claim>` say it. */
  readonly claims: readonly string[];
}

/** @param page what is read in place of what a page's file holds */
export function sitePages(root = contentRoot, page?: { readonly file: string; readonly source: string }): SitePages {
  const files = existsSync(root) ? contentFiles(root) : [];
  return {
    placed: placedResources(root, page),
    titled: Map.groupBy(files, (file) => titleKey(file, pageOutline(file)?.title ?? "")),
    claims: files.flatMap((file) => pageOutline(file)?.claims ?? []),
  };
}

const titleKey = (file: string, title: string): string => `${dirname(file)}\n${title}`;

/** All that is wrong with one page: its text as such, its frontmatter, its markdown, and what the markdown says. */
export async function checkPage(
  file: string,
  source: string,
  root = contentRoot,
  site = sitePages(root, { file, source }),
): Promise<readonly Problem[]> {
  useResources(firstResources(site.placed));
  const broken = encodingProblems(source);
  if (broken.length > 0) return broken;
  const own = outlineOf(source);
  const problems = [
    ...frontmatterProblems(source),
    ...titleProblems(file, source, own.title, site, root),
    ...characterProblems(source),
    ...resourceProblems(file, site.placed, root),
    ...(await bodyProblems(source, { file, outline: own, root, claims: site.claims })),
  ];
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

async function bodyProblems(page: string, place: Omit<PageContext, "source">): Promise<readonly Problem[]> {
  const { tree, source, problems } = readPage(page);
  if (!tree) return problems;
  const context = { ...place, source };
  const examples = await exampleProblems(tree, context);
  // What stands in the line of a mistake of writing is read without it, so what else is told there may only follow from it.
  const slips = new Set(problems.map(({ line }) => line));
  const others = [...pageProblems(tree, context), ...(await pictureProblems(tree, context)), ...examples];
  return [...problems, ...others.filter(({ line }) => !slips.has(line))];
}

/** What is wrong in the guide's examples, which readers see as they see any page. Lines are those of the page's file. */
async function exampleProblems(node: TreeNode, context: PageContext): Promise<readonly Problem[]> {
  if (!isExample(node)) {
    return (await Promise.all((node.children ?? []).map((child) => exampleProblems(child, context)))).flat();
  }
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const problems = await bodyProblems(node.value ?? "", { ...context, level: 2 });
  return problems.map((found) => ({ ...found, line: found.line + line, column: found.column + column - 1 }));
}

/**
 * A title that a page beside this one has, so that readers could not tell the two apart. It is told of the page whose
 * address comes later, so that one that has long been there stays as it is.
 */
function titleProblems(
  file: string,
  source: string,
  title: string | null,
  { titled }: SitePages,
  root: string,
): readonly Problem[] {
  if (!title) return [];
  const beside = titled.get(titleKey(file, title))?.find((other) => pageUrl(other, root) < pageUrl(file, root));
  if (!beside) return [];
  const name = pageUrl(beside, root);
  const { line } = placeOf(source, Math.max(0, source.search(/^title:/m)));
  return [
    problem(line, 1, "a title that no page beside this one has", `“${title}”, which is the title of ${name}, too`),
  ];
}
