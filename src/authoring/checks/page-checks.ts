import { sep } from "node:path";
import type { Plugin } from "vite";
import { AuthorError, listed } from "./author-error.ts";
import { checkContent } from "./check-content.ts";
import { checkPage } from "./check-page.ts";
import { contentRoot, linkTarget, pageOutline } from "./content-files.ts";
import { nameProblems } from "./page-names.ts";

/**
 * Stops the build where the content has mistakes, with all of them in one error; in the editor's loop, only the page that has
 * them. It stands before the markdown processor, so that a page's syntax is told in the same words as all else. A file whose
 * name no page can have is no page in the editor's loop, so the terminal tells of it.
 */
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
    configureServer({ config, watcher }) {
      // Before a build, Astro begins a server that nobody watches, to read the content.
      if (config.server.hmr === false) return;
      const tellNames = (): void => {
        for (const [file, problem] of nameProblems(contentRoot)) config.logger.error(listed(file, [problem]));
      };
      tellNames();
      watcher.on("add", (file) => {
        if (file.startsWith(contentRoot + sep)) tellNames();
      });
    },
    transform: {
      order: "pre",
      filter: { id: `${contentRoot}/**/*.mdx` },
      async handler(source, file) {
        if (this.environment.mode !== "dev") return;
        for (const linked of linkedPages(file)) this.addWatchFile(linked);
        const problems = await checkPage(file, source);
        if (problems.length > 0) throw new AuthorError(new Map([[file, problems]]));
      },
    },
  };
}

async function checkAll(): Promise<void> {
  const found = await checkContent();
  if (found.size > 0) throw new AuthorError(found);
}

/** The pages that a page links to. What it shows of them, and whether it may link to them, changes with them. */
function linkedPages(file: string): readonly string[] {
  const targets = (pageOutline(file)?.links ?? []).map((href) => linkTarget(href, file));
  return targets.flatMap((target) => (target.kind === "page" && target.file !== file ? [target.file] : []));
}
