import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

export default defineConfig({
  integrations: [mdx()],
  trailingSlash: "always",
  devToolbar: { enabled: false },
  security: { csp: true },
  vite: { build: { modulePreload: false } },
});
