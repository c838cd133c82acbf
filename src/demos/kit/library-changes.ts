import type { Report } from "../../lab/protocol.ts";

/** Why a live answer may differ from the record, as far as it is known: what has changed the library since it was fresh. */
export function changesLine(changes: readonly Report[]): string {
  const known = new Map<string, number>();
  for (const change of changes) {
    const text = `${lineOf(change)} in ${placeOf(change)}`;
    known.set(text, (known.get(text) ?? 0) + 1);
  }
  const list = Array.from(known, ([text, times]) => (times > 1 ? `${text}, ${times} times` : text)).slice(-3);
  return list.length > 0
    ? `The library has changed since it was fresh: ${list.join("; ")}.`
    : "The library may have changed in an earlier visit, or in another tab.";
}

function lineOf({ request: { method, target } }: Report): string {
  return `${method} ${target}`;
}

/** Where a request came from, in the page's words: the title of its demo. */
function placeOf({ client }: Report): string {
  const demo = document.querySelector(`[data-client="${CSS.escape(client)}"]`);
  const title = demo?.querySelector(".exchange-title, :scope > .head > :first-child")?.textContent;
  return title ? `“${title}”` : "another demo or tab";
}
