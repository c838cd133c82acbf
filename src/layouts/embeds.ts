import { render } from "astro:content";
import mdx from "@astrojs/mdx/server.js";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { type DemoAlone, demosOf } from "./demos-alone.ts";
import { components } from "./page-components.ts";
import { type PublishedPage, publishedPages } from "./site-pages.ts";

/** A demo or a task that stands by itself too, for frames in pages of other sites. */
export interface Embed extends DemoAlone {
  readonly page: PublishedPage;
}

/** All demos and tasks of the site's pages that can stand by themselves, in order. A demo within another is not among them. */
export function embeds(): Promise<readonly Embed[]> {
  // While the site is written its pages change; a build takes them out once for all that ask.
  if (import.meta.env.DEV) return takeOut();
  built ??= takeOut();
  return built;
}

let built: Promise<readonly Embed[]> | null = null;

async function takeOut(): Promise<readonly Embed[]> {
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: "astro:jsx", renderer: mdx });
  const all: Embed[] = [];
  for (const page of await publishedPages()) {
    if (!page.entry) continue;
    const { Content } = await render(page.entry);
    const html = await container.renderToString(Content, { props: { components } });
    all.push(...demosOf(html).map((each) => ({ page, ...each })));
  }
  return all;
}
