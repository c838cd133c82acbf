import type { AstroIntegration } from "astro";
import { siteUrl } from "./site-url.ts";

/**
 * Takes the site's address from the environment variable SITE_URL. The pages work at any address without it; only what
 * other sites read has to name one: the sitemap, the canonical link, and the previews of shared links.
 */
export function siteAddress(): AstroIntegration {
  const site = siteUrl(process.env["SITE_URL"]);
  return {
    name: "site-address",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        if (site) updateConfig({ site: site.href });
      },
      "astro:build:done": ({ logger }) => {
        logger.info(
          site
            ? `the sitemap and the previews of shared links name ${site.href}`
            : "SITE_URL is not set: there is no sitemap.xml, and previews of shared links have no picture",
        );
      },
    },
  };
}
