/**
 * The ids of a page's demos. A demo's id is its client's name, its name in shared links, the key of what it stores, and the
 * beginning of the ids of its elements.
 */
export class DemoIds {
  readonly #taken = new Set<string>();

  /** Whether a demo of the page has this id already. */
  has(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Take an id for a demo; where another has it, the same with a number behind. */
  take(id: string): string {
    let free = id;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${id}-${number}`;
    this.#taken.add(free);
    return free;
  }
}

/**
 * An id from a title: small letters without marks, digits and hyphens, not so many that no file could be named for it. Empty
 * where the title has none of them.
 */
export function idFrom(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 100)
    .replace(/^-|-$/g, "");
}

/** Whether an author may give this id. */
export function isId(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text);
}
