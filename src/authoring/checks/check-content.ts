import { readFileSync } from "node:fs";
import { readReference } from "../reference/reference-files.ts";
import { placedResources } from "../site-resources.ts";
import type { Problem } from "./author-error.ts";
import { checkPage, titledPages } from "./check-page.ts";
import { contentFiles, contentRoot } from "./content-files.ts";
import { nameProblems } from "./page-names.ts";

/** All that is wrong in the content folder, by the file; a file without a mistake is not among them. */
export async function checkContent(root = contentRoot): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const found = new Map<string, readonly Problem[]>();
  for (const [file, problem] of nameProblems(root)) found.set(file, [problem]);
  for (const { file, problems } of readReference(root)) if (problems.length > 0) found.set(file, problems);
  const placed = placedResources(root);
  const titled = titledPages(root);
  for (const file of contentFiles(root)) {
    const problems = await checkPage(file, readFileSync(file, "utf8"), root, placed, titled);
    if (problems.length > 0) found.set(file, [...(found.get(file) ?? []), ...problems]);
  }
  return found;
}
