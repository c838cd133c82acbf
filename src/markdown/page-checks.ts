import type { Plugin } from "vite";
import { AuthorError } from "./author-error.ts";
import { checkPage } from "./check-content.ts";
import { linkTarget, pageOutline } from "./content-files.ts";

/**
 * Stops a page that has mistakes, in the build and in the editor's loop, with all of them in one error. It stands before
 * the markdown processor, so that a page's syntax is told in the same words as all else.
 */
export function pageChecks(): Plugin {
  return {
    name: "page-checks",
    enforce: "pre",
    transform: {
      order: "pre",
      filter: { id: /\/content\/.*\.mdx$/ },
      handler(source, file) {
        if (this.environment.mode === "dev") for (const linked of linkedPages(file)) this.addWatchFile(linked);
        const problems = checkPage(file, source);
        if (problems.length > 0) throw new AuthorError(file, problems);
      },
    },
  };
}

/** The pages that a page links to. What it shows of them, and whether it may link to them, changes with them. */
function linkedPages(file: string): readonly string[] {
  const targets = (pageOutline(file)?.links ?? []).map((href) => linkTarget(href, file));
  return targets.flatMap((target) => (target.kind === "page" && target.file !== file ? [target.file] : []));
}
