import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { relative } from "./src/build/relative.ts";
import { siteAddress } from "./src/build/site-address.ts";
import { examples } from "./src/markdown/examples.ts";
import { figures } from "./src/markdown/figures.ts";
import { httpFences } from "./src/markdown/http-fences.ts";
import { notes } from "./src/markdown/notes.ts";
import { pageChecks } from "./src/markdown/page-checks.ts";
import { pageLinks } from "./src/markdown/page-links.ts";
import { questions } from "./src/markdown/questions.ts";
import { theme, tokenClasses } from "./src/markdown/token-classes.ts";

export default defineConfig({
  integrations: [mdx(), relative(), siteAddress()],
  markdown: {
    processor: satteri({ mdastPlugins: [examples, httpFences, notes, questions, figures, pageLinks] }),
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
    plugins: [pageChecks()],
    // A script finds what it loads from where it stands itself, so that the site works in any folder.
    experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === "js" ? { relative: true } : undefined) },
  },
});
