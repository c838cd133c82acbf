import type { Plugin } from "vite";
import { AuthorError } from "./author-error.ts";
import { checkContent } from "./check-content.ts";
import { contentRoot, linkTarget, pageOutline } from "./content-files.ts";

/** Stops the build where the content has mistakes, with all of them in one error, before anything else reads a page. */
export function pageChecks(): Plugin {
  let checked: Promise<void> | undefined;
  return {
    name: "page-checks",
    enforce: "pre",
    buildStart() {
      if (this.environment.mode !== "build") return;
      checked ??= checkAll();
      return checked;
    },
    transform: {
      order: "pre",
      filter: { id: `${contentRoot}/**/*.mdx` },
      handler(_source, file) {
        if (this.environment.mode === "dev") for (const linked of linkedPages(file)) this.addWatchFile(linked);
      },
    },
  };
}

async function checkAll(): Promise<void> {
  const found = await checkContent();
  if (found.size > 0) throw new AuthorError(found);
}

/** The pages that a page links to, which it is made anew with: it shows what they say of a term. */
function linkedPages(file: string): readonly string[] {
  const targets = (pageOutline(file)?.links ?? []).map((href) => linkTarget(href, file));
  return targets.flatMap((target) => (target.kind === "page" && target.file !== file ? [target.file] : []));
}
