import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { beliefs } from "./src/authoring/blocks/beliefs.ts";
import { demos } from "./src/authoring/blocks/demos.ts";
import { examples } from "./src/authoring/blocks/examples.ts";
import { figures } from "./src/authoring/blocks/figures.ts";
import { notes } from "./src/authoring/blocks/notes.ts";
import { pageLinks } from "./src/authoring/blocks/page-links.ts";
import { theme, tokenClasses } from "./src/authoring/blocks/token-classes.ts";
import { pageChecks } from "./src/authoring/checks/page-checks.ts";
import { lastGoodPages } from "./src/authoring/editing/last-good-pages.ts";
import { finishedPages } from "./src/build/finished-pages.ts";
import { referenceNotesPlugin } from "./src/build/reference-notes.ts";
import { siteAddress } from "./src/build/site-address.ts";
import { siteResourcesPlugin } from "./src/build/site-resources.ts";
import { tagOf } from "./src/demos/kit/tag.ts";

/** A script's file: that of a kind of demo is named for its tag, which tells hosts and tests whose it is. */
function scriptName({ facadeModuleId, moduleIds }) {
  const kind = /src\/demos\/([^/]+)\/element\.ts/.exec(facadeModuleId ?? moduleIds.at(-1) ?? "")?.[1];
  return `assets/${kind ? tagOf(kind) : "[name]"}.[hash].js`;
}

/** What the first demos of a page share comes in one file: each request costs a phone more than its bytes. */
const groups = [
  {
    name: "first",
    test: /src\/(html|demos\/kit\/(done|element-parts|kept-text|unfold)|lab\/page\/(lab|missing-code))\.ts$|preload-helper/,
  },
];

/**
 * Chromium 150 asks no second time for a module that a preload could not get, though its reader tries again. Astro sets the option
 * by itself, so it is changed behind it. What Vite puts around each import to preload is then as good as nothing, and as long as
 * all else that the first demos share.
 */
const withoutPreloads = {
  name: "without-preloads",
  enforce: "pre",
  configEnvironment: (name) => (name === "client" ? { build: { modulePreload: false } } : null),
  load: {
    filter: { id: /preload-helper/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
};

export default defineConfig({
  integrations: [mdx(), lastGoodPages(), finishedPages(), siteAddress()],
  markdown: {
    processor: satteri({ mdastPlugins: [examples, beliefs, demos, notes, figures, pageLinks] }),
    shikiConfig: { theme, transformers: [tokenClasses] },
  },
  trailingSlash: "always",
  // Jekyll, through which GitHub Pages may send the site, leaves out what begins with an underscore: the folder that Astro
  // names _astro, and the style sheets that it names after pages such as [...slug].
  // Other threads draw the pages' pictures, so several are begun at once.
  build: { assets: "assets", concurrency: 4 },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "frame-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  vite: {
    build: {
      rolldownOptions: {
        output: { assetFileNames: "assets/[hash][extname]" },
        // Astro marks each page of the content for itself with a directive that the bundler does not know.
        onLog: (level, log, tell) => log.code === "MODULE_LEVEL_DIRECTIVE" || tell(level, log),
      },
    },
    plugins: [pageChecks(), siteResourcesPlugin(), referenceNotesPlugin(), withoutPreloads],
    environments: {
      // Each file that the bundler writes costs memory at each plugin, and a course would have two for each lesson.
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: "content", test: /\.mdx/ }] } } } },
      },
      client: { build: { rolldownOptions: { output: { chunkFileNames: scriptName, codeSplitting: { groups } } } } },
    },
    // A script finds what it loads from where it stands itself, so that the site works in any folder.
    experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === "js" ? { relative: true } : undefined) },
  },
});
