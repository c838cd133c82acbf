/** A second-level heading, as a table of contents names it. */
export interface Place {
  readonly id: string;
  /** The heading's own HTML, marks included. */
  readonly html: string;
  /** The heading's text alone. */
  readonly text: string;
  /** Where the heading, or the section that it opens, begins in the page's HTML. */
  readonly start: number;
}

/**
 * Finds the second-level headings of a rendered page, in order.
 * A heading that opens a section is reached by the section's id, any other by its own; one without an id is left out.
 */
export function contents(html: string): Place[] {
  const headings = html.matchAll(/(?:<section\b([^>]*)>\s*)?<h2\b([^>]*)>(.*?)<\/h2>/gs);
  return Array.from(headings, ({ 1: section = "", 2: heading = "", 3: inner = "", index }) => ({
    id: /\bid="([^"]*)"/.exec(`${section} ${heading}`)?.[1] ?? "",
    html: inner,
    text: plain(inner),
    start: index,
  })).filter(({ id }) => id !== "");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/** The text of a heading's HTML. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (written, name) => entities[name] ?? written)
    .trim();
}
