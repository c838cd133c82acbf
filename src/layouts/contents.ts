/** A second-level heading, as a table of contents names it. */
export interface Place {
  readonly id: string;
  /** The heading's own HTML, marks included. */
  readonly html: string;
  /** The heading's text alone. */
  readonly text: string;
  /** Where the heading, or the section that it opens, begins in the page's HTML. */
  readonly start: number;
  /** The name for narrow places; the heading's text where its author gave none. */
  readonly short: string;
  /** How long the part takes a reader; null where its author does not say. */
  readonly minutes: number | null;
  /** Who acts, and in which stage, where the part is a stage of the cycle. */
  readonly stage: { readonly number: string; readonly actor: string } | null;
}

/**
 * Finds the second-level headings of a rendered page, in order.
 * A heading that opens a section is reached by the section's id, any other by its own; one without an id is left out.
 */
export function contents(html: string): Place[] {
  const headings = html.matchAll(/(?:<section\b([^>]*)>\s*)?<h2\b([^>]*)>(.*?)<\/h2>/gs);
  return Array.from(headings, ({ 1: section = "", 2: heading = "", 3: inner = "", index }) => {
    const text = plain(inner);
    const [number, actor] = [attribute(section, "data-number"), attribute(section, "data-actor")];
    return {
      id: attribute(section, "id") ?? attribute(heading, "id") ?? "",
      html: inner,
      text,
      start: index,
      short: plain(attribute(section, "data-short") ?? text),
      minutes: Number(attribute(section, "data-minutes")) || null,
      stage: number && actor ? { number, actor } : null,
    };
  }).filter(({ id }) => id !== "");
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/** The text of a heading's HTML. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (written, name) => entities[name] ?? written)
    .trim();
}
