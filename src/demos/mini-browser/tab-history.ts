/** The pages that a tab has shown, and which of them is on show. */
export interface TabHistory {
  readonly urls: readonly string[];
  readonly index: number;
}

/** How a tab came to a page: one entry back or on, the same entry again, or a new one. */
export type Travel = "back" | "forward" | "same" | "new";

export const emptyHistory: TabHistory = { urls: [], index: -1 };

/** The URL one entry back or on, or null at either end. */
export function neighbour({ urls, index }: TabHistory, travel: Travel): string | null {
  return urls[index + step(travel)] ?? null;
}

/**
 * The history after a tab has come to `url`. A new page cuts off those that lay ahead; at most `limit` are kept, the
 * oldest go first.
 */
export function arrive(history: TabHistory, url: string, travel: Travel, limit: number): TabHistory {
  const { urls, index } = history;
  if (travel === "new" && url !== urls[index]) {
    const kept = [...urls.slice(0, index + 1), url].slice(-limit);
    return { urls: kept, index: kept.length - 1 };
  }
  const at = Math.max(0, index + step(travel));
  return { urls: urls.length === 0 ? [url] : urls.with(at, url), index: at };
}

/** How a tab travelled, where only the page that it came to is known. */
export function travelTo(history: TabHistory, url: string): Travel {
  const travels: readonly Travel[] = ["back", "forward", "same"];
  return travels.find((travel) => neighbour(history, travel) === url) ?? "new";
}

function step(travel: Travel): number {
  return travel === "back" ? -1 : travel === "forward" ? 1 : 0;
}
