import { type CollectionEntry, getCollection } from "astro:content";
import { isLeftOut } from "../build/settings.ts";
import { type SitePage, withFolderPages } from "./site-structure.ts";

/** A page of the site, with its markdown; a folder's page has none where the folder holds no `index.mdx`. */
export interface PublishedPage extends SitePage {
  readonly entry: CollectionEntry<"pages"> | null;
}

/** All pages that readers get to see. Drafts are among them while the site is written, and not in the built site. */
export async function publishedPages(): Promise<readonly PublishedPage[]> {
  const entries = await getCollection("pages", ({ data }) => import.meta.env.DEV || !data.draft);
  const published = entries.filter(({ id }) => !isLeftOut(id));
  const pages = published.map((entry) => {
    const { title, short = title, description, audience = null, order = null } = entry.data;
    return { url: entry.id, title, short, description, audience, order, entry };
  });
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return withFolderPages(pages).map((page) => byUrl.get(page.url) ?? { ...page, entry: null });
}

/** Where a page's social picture stands. */
export function pictureUrl(pageUrl: string): string {
  return `/pictures${pageUrl === "/" ? "/index" : pageUrl.slice(0, -1)}.png`;
}
