/** Text that is known to be HTML. Only `html` and `built` make it, so nothing else gets into a page unescaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Html | string | number | false | null | undefined | readonly (Html | string)[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");

function fill(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(fill).join("");
  return value === false || value === null || value === undefined ? "" : escapeText(String(value));
}

/**
 * A template whose values are escaped, in text and in quoted attributes. Html goes in as it is, a list of Html is
 * joined, and false, null and undefined leave nothing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, index) => text + fill(values[index - 1]) + part));
}

/** Text that is HTML because the build made it: of an author's markdown, of a tag's name, of data. Never a reader's text. */
export function built(text: string): Html {
  return new Html(text);
}
