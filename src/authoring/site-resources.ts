import { existsSync, readFileSync, statSync } from "node:fs";
import { MessageError } from "../http/message/message.ts";
import { addResources } from "../library/site/routes.ts";
import type { WrittenResource } from "../library/site/written.ts";
import { isExample } from "./blocks/examples.ts";
import { fenceOptions } from "./blocks/fence-options.ts";
import { readResource } from "./blocks/resource-block.ts";
import type { TreeNode } from "./blocks/tree.ts";
import { contentFiles, contentRoot } from "./checks/content-files.ts";
import { readPage } from "./checks/syntax-problems.ts";

/** A resource of a page, and where its request line stands. */
export interface PlacedResource {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly title: string | null;
  readonly resource: WrittenResource;
}

const read = new Map<string, { readonly changed: number; readonly found: readonly PlacedResource[] }>();

/**
 * The resources of all pages under a content root, drafts too, in the order of files and lines. Blocks that are none are left
 * out, for the checks tell of them. `page` is read in place of what its file holds.
 */
export function placedResources(
  root = contentRoot,
  page?: { readonly file: string; readonly source: string },
): readonly PlacedResource[] {
  const files = existsSync(root) ? contentFiles(root) : [];
  const all = !page || files.includes(page.file) ? files : [...files, page.file].sort();
  return all.flatMap((file) => (file === page?.file ? resourcesIn(file, page.source) : resourcesOf(file)));
}

/** What the server has for them: of several with one path the first. */
export function firstResources(placed: readonly PlacedResource[]): readonly WrittenResource[] {
  const byPath = new Map(placed.toReversed().map(({ resource }) => [resource.path, resource]));
  return [...new Set(placed.map(({ resource }) => byPath.get(resource.path) ?? resource))];
}

/** The resources that the pages of the site add to the library. */
export const siteResources = (): readonly WrittenResource[] => firstResources(placedResources());

let known = "[]";

/** Let the library of this process have these resources. What was run before is run anew only where they are others. */
export function useResources(resources: readonly WrittenResource[]): void {
  const text = JSON.stringify(resources);
  if (text === known) return;
  known = text;
  addResources(resources);
}

function resourcesOf(file: string): readonly PlacedResource[] {
  const changed = statSync(file).mtimeMs;
  const before = read.get(file);
  if (before?.changed === changed) return before.found;
  const found = resourcesIn(file, readFileSync(file, "utf8"));
  read.set(file, { changed, found });
  return found;
}

function resourcesIn(file: string, source: string): readonly PlacedResource[] {
  // Most pages have none, and need not be parsed for it.
  return /`http +[^\n]*\bresource\b/.test(source) ? resourcesUnder(readPage(source).tree, file, 0, 0) : [];
}

function resourcesUnder(node: TreeNode | null, file: string, above: number, before: number): readonly PlacedResource[] {
  if (!node) return [];
  const line = (node.position?.start.line ?? 1) + above;
  const indent = (node.position?.start.column ?? 1) - 1 + before;
  if (isExample(node)) return resourcesUnder(readPage(node.value ?? "").tree, file, line, indent);
  if (node.type !== "code" || node.lang !== "http") {
    return (node.children ?? []).flatMap((child) => resourcesUnder(child, file, above, before));
  }
  const { options } = fenceOptions(node.meta ?? "");
  if (!options.resource) return [];
  try {
    const resource = readResource(node.value ?? "");
    return [{ file, line: line + 1, column: indent + 1, title: options.title, resource }];
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return [];
  }
}
