import { render } from "astro:content";
import mdx from "@astrojs/mdx/server.js";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { awayFrom, demosOf } from "./demos-alone.ts";
import type { Embed } from "./embed-parts.ts";
import { components } from "./page-components.ts";
import { publishedPages } from "./site-pages.ts";

/**
 * All demos and tasks of the site's pages that can stand by themselves, in order, with their HTML. A demo within another is not
 * among them. For the editor's loop: a build cuts them out of the pages that it has made.
 */
export async function embeds(): Promise<readonly (Embed & { readonly html: string })[]> {
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: "astro:jsx", renderer: mdx });
  const all: (Embed & { readonly html: string })[] = [];
  for (const page of await publishedPages()) {
    if (!page.entry) continue;
    const { Content } = await render(page.entry);
    const html = await container.renderToString(Content, { props: { components } });
    all.push(...demosOf(html).map((each) => ({ ...each, page, html: awayFrom(page.url, html, each) })));
  }
  return all;
}
