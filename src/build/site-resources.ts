import { createHash } from "node:crypto";
import { sep } from "node:path";
import type { Plugin } from "vite";
import { contentRoot } from "../authoring/checks/content-files.ts";
import { siteResources } from "../authoring/site-resources.ts";

/** The modules that hold what pages add to the library, each with the code that the build puts there. */
const modules: Readonly<Record<string, (text: string) => string>> = {
  "src/lab/site-resources.ts": (text) => `export const siteResources = ${text};`,
  "src/lab/site-mark.ts": (text) =>
    `export const siteMark = "-${createHash("sha256").update(text).digest("hex").slice(0, 8)}";`,
};

/**
 * Puts what the site's pages add to the library where the worker and the page's own server find it; a site whose pages add nothing
 * stays as it is. In the editor's loop all is made anew when a page's resources have changed.
 */
export function siteResourcesPlugin(): Plugin {
  return {
    name: "site-resources",
    transform: {
      filter: { id: /src\/lab\/site-(?:resources|mark)\.ts/ },
      handler(_code, id) {
        const text = JSON.stringify(siteResources());
        const [, code] = Object.entries(modules).find(([file]) => id.split("?")[0]?.endsWith(file)) ?? [];
        return code && text !== "[]" ? { code: code(text), map: null } : null;
      },
    },
    configureServer({ config, watcher, environments }) {
      if (config.server.hmr === false) return;
      let known = JSON.stringify(siteResources());
      watcher.on("all", (_event, file) => {
        if (!file.startsWith(contentRoot + sep) || !file.endsWith(".mdx")) return;
        const text = JSON.stringify(siteResources());
        if (text === known) return;
        known = text;
        for (const { moduleGraph } of Object.values(environments)) moduleGraph.invalidateAll();
        environments["client"]?.hot.send({ type: "full-reload" });
      });
    },
  };
}
