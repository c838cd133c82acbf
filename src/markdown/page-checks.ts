import type { Plugin } from "vite";
import { AuthorError } from "./author-error.ts";
import { checkPage } from "./check-content.ts";

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
        const problems = checkPage(file, source);
        if (problems.length > 0) throw new AuthorError(file, problems);
      },
    },
  };
}
