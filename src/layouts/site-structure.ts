/** A page as the site's structure knows it. */
export interface SitePage {
  /** From the site's root, with a slash at both ends: `/lessons/caching/`. The root itself is `/`. */
  readonly url: string;
  readonly title: string;
  /** The name for the navigation; the title where the author gives none. */
  readonly short: string;
  readonly description: string;
  /** For whom the page is and what it takes, beside its time; null where its author does not say. */
  readonly audience: string | null;
  /** The page's place among its neighbours; null counts as 50: after the lessons with a number, before glossary and guides. */
  readonly order: number | null;
}

/** What a page shows of the site around it. */
export interface PagePlace {
  /** The pages right under the root: the site's navigation. */
  readonly sections: readonly SitePage[];
  /** The section that the page belongs to, or is; null for the root. */
  readonly section: SitePage | null;
  /** The page of the folder that this page stands in; null in the content folder itself. */
  readonly folder: SitePage | null;
  /** The pages that stand in this page's folder; none for the root, whose pages are the navigation. */
  readonly children: readonly SitePage[];
  readonly previous: SitePage | null;
  readonly next: SitePage | null;
}

/** The site's pages with one more for each folder that has no `index.mdx`, named for the folder. */
export function withFolderPages(pages: readonly SitePage[]): readonly SitePage[] {
  const known = new Map(pages.map((page) => [page.url, page]));
  for (const page of pages) {
    for (let url = parentUrl(page.url); url !== null && !known.has(url); url = parentUrl(url)) {
      const title = folderTitle(url);
      known.set(url, {
        url,
        title,
        short: title,
        description: `All pages of “${title}”, in order.`,
        audience: null,
        order: null,
      });
    }
  }
  return [...known.values()];
}

/**
 * Where each page of a site stands, by its URL. Reading order is that of a book: a folder's page first, then the pages
 * in it, each followed by its own.
 * @param pages all pages, those of folders among them
 */
export function siteStructure(pages: readonly SitePage[]): ReadonlyMap<string, PagePlace> {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const byFolder = Map.groupBy([...pages].sort(compareNeighbours), ({ url }) => parentUrl(url));
  const childrenOf = (url: string): readonly SitePage[] => byFolder.get(url) ?? [];
  const readFrom = (page: SitePage): SitePage[] => [page, ...childrenOf(page.url).flatMap(readFrom)];
  const sections = childrenOf("/");
  const book = (byFolder.get(null) ?? []).flatMap(readFrom);
  return new Map(
    book.map((page, index) => {
      const parent = parentUrl(page.url) ?? "/";
      const place: PagePlace = {
        sections,
        section: byUrl.get(page.url.replace(/^(\/[^/]+\/).*$/, "$1")) ?? null,
        folder: parent === "/" ? null : (byUrl.get(parent) ?? null),
        children: page.url === "/" ? [] : childrenOf(page.url),
        previous: book[index - 1] ?? null,
        next: book[index + 1] ?? null,
      };
      return [page.url, page.url === "/" ? { ...place, section: null } : place];
    }),
  );
}

function parentUrl(url: string): string | null {
  return url === "/" ? null : url.replace(/[^/]+\/$/, "");
}

function folderTitle(url: string): string {
  const words = (url.split("/").at(-2) ?? "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function compareNeighbours(one: SitePage, other: SitePage): number {
  const place = ({ order }: SitePage): number => order ?? 50;
  return place(one) - place(other) || one.title.localeCompare(other.title, "en", { numeric: true });
}
