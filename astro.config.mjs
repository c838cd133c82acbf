import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { relative } from "./src/build/relative.ts";

export default defineConfig({
  integrations: [mdx(), relative()],
  trailingSlash: "always",
  devToolbar: { enabled: false },
  security: { csp: true },
  // The preload helper that Vite would add holds URLs from the root of the host.
  vite: { build: { modulePreload: false } },
});
