import type { AstroIntegration } from "astro";
import { settings } from "./settings.ts";

/**
 * Gives the build the site's address, where it is set. The pages work at any address without it; only what other sites read
 * has to name one: the sitemap, the canonical link, and the previews of shared links.
 */
export function siteAddress(): AstroIntegration {
  const { url } = settings;
  return {
    name: "site-address",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        if (url) updateConfig({ site: url.href });
      },
      "astro:build:done": ({ logger }) => {
        logger.info(
          url
            ? `the sitemap and the previews of shared links name ${url.href}`
            : "SITE_URL is not set: there is no sitemap.xml, and previews of shared links have no picture",
        );
      },
    },
  };
}

/** A URL from the site's root (`/lessons/`) as an absolute one below the site's address. */
export function absoluteUrl(url: string, site: URL): string {
  return new URL(url.replace(/^\//, ""), site).href;
}
