import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { relative } from "./src/build/relative.ts";
import { httpFences } from "./src/markdown/http-fences.ts";
import { theme, tokenClasses } from "./src/markdown/token-classes.ts";

export default defineConfig({
  integrations: [mdx(), relative()],
  markdown: {
    processor: satteri({ mdastPlugins: [httpFences] }),
    shikiConfig: { theme, transformers: [tokenClasses] },
  },
  trailingSlash: "always",
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
  // A script finds what it loads from where it stands itself, so that the site works in any folder.
  vite: {
    experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === "js" ? { relative: true } : undefined) },
  },
});
