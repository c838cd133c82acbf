import type { APIRoute } from "astro";
import { absoluteUrl } from "../build/site-address.ts";
import { html } from "../html.ts";
import { publishedPages } from "../layouts/site-pages.ts";

/** One sitemap, or none: it has to name absolute addresses, which only a build with SITE_URL knows. */
export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { sitemap: "sitemap" } }] : [];
}

export const GET: APIRoute = async ({ site }) => {
  if (!site) return new Response(null, { status: 404 });
  const addresses = (await publishedPages()).map(({ url }) => absoluteUrl(url, site));
  const sitemap = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => html`<url><loc>${address}</loc></url>\n`)}</urlset>
`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${sitemap.text}`, {
    headers: { "Content-Type": "application/xml" },
  });
};
