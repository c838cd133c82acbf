/**
 * Where a demo stands by itself, for frames in pages of other sites: `embed/caching/still-good/`, relative to the site's root.
 * @param page the address of its page from the site's root: `/`, `/caching/`
 * @param demo the demo's name in its page
 */
export function embedPath(page: string, demo: string): string {
  return `embed/${page === "/" ? "index" : page.slice(1, -1)}/${demo}/`;
}
