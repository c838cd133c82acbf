import { readFileSync } from "node:fs";
import { readReference } from "../reference/reference-files.ts";
import type { Problem } from "./author-error.ts";
import { checkPage, sitePages } from "./check-page.ts";
import { contentFiles, contentRoot } from "./content-files.ts";
import { nameProblems } from "./page-names.ts";
import { readingOnce } from "./syntax-problems.ts";

/** All that is wrong in the content folder, by the file; a file without a mistake is not among them. */
export function checkContent(root = contentRoot): Promise<ReadonlyMap<string, readonly Problem[]>> {
  return readingOnce(() => checkFiles(root));
}

async function checkFiles(root: string): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const found = new Map<string, readonly Problem[]>();
  for (const [file, problem] of nameProblems(root)) found.set(file, [problem]);
  for (const { file, problems } of readReference(root)) if (problems.length > 0) found.set(file, problems);
  const site = sitePages(root);
  for (const file of contentFiles(root)) {
    const problems = await checkPage(file, readFileSync(file, "utf8"), root, site);
    if (problems.length > 0) found.set(file, [...(found.get(file) ?? []), ...problems]);
  }
  return found;
}
