import type { PlacedResource } from "../site-resources.ts";
import { type Problem, problem } from "./author-error.ts";
import { pathIn } from "./page-names.ts";

/** The resources of a page that stand above in it, or in a page before it, too. */
export function resourceProblems(file: string, placed: readonly PlacedResource[], root: string): readonly Problem[] {
  return placed.flatMap((each, index) => {
    if (each.file !== file) return [];
    const { path } = each.resource;
    const first = placed.slice(0, index).find(({ resource }) => resource.path === path);
    if (!first) return [];
    const name = pathIn(root, first.file);
    const other = first.file === file ? `line ${first.line}` : `${name}:${first.line}`;
    return [problem(each.line, each.column, "each resource once on the site", `“${path}”, which ${other} adds, too`)];
  });
}
