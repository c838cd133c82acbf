import { settings } from "../build/settings.ts";
import { embedPath } from "../demos/kit/embed-path.ts";
import { type Html, html } from "../html.ts";
import { pageStyles, type Sheets } from "./page-styles.ts";
import type { SitePage } from "./site-structure.ts";

/** A demo or a task that stands by itself too, for frames in pages of other sites. */
export interface Embed {
  /** The page that it is a part of. */
  readonly page: Pick<SitePage, "url" | "title">;
  /** Its name in that page. */
  readonly demo: string;
  /** What it is called. */
  readonly title: string;
}

/** What only the page of one demo has, and no other. */
export interface EmbedParts {
  readonly title: string;
  /** The title of the page that the demo is a part of, its address, and what the link to it says. */
  readonly of: string;
  readonly home: string;
  readonly link: string;
  readonly styles: string;
  readonly html: string;
}

/** @param html the demo's, as it stands away from its page */
export function embedParts({ page, title }: Embed, html: string, sheets: Sheets): EmbedParts {
  const { title: site } = settings;
  return {
    title: `${title} – ${site}`,
    of: page.title,
    home: page.url,
    link: page.url === "/" ? site : `${page.title} – ${site}`,
    styles: pageStyles(html, sheets, null),
    html,
  };
}

/** The addresses of all demos that stand by themselves, under the titles of their pages. */
export function embedList(embeds: readonly Embed[]): Html {
  const byPage = Map.groupBy(embeds, ({ page }) => page.url);
  return html`${Array.from(byPage.values(), (ofPage) => {
    const items = ofPage.map(
      ({ page, demo, title }) => html`<li><a href="/${embedPath(page.url, demo)}">${title}</a></li>`,
    );
    return html`<h2>${ofPage[0]?.page.title}</h2><ul>${items}</ul>`;
  })}`;
}

/** The mark that stands in a page which the build fills, for a part of it. */
export const mark = (part: string): string => `[[${part}]]`;

/**
 * The parts of the one page of a demo that Astro renders for a build: marks in place of what differs, and all style sheets, of
 * which each page then gets its own.
 */
export function templateParts(sheets: Sheets): EmbedParts {
  return {
    title: mark("title"),
    of: mark("of"),
    home: mark("home"),
    link: mark("link"),
    styles: JSON.stringify(sheets),
    html: mark("html"),
  };
}
