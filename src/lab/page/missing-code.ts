/** The event by which the window hears that code did not come that an act of the reader needs. */
export const codeMissed = "codemissed";

/** Tell the window that code did not come. Gives what helps, as a sentence: only who is offline is told to go online. */
export function missingCode(): string {
  dispatchEvent(new Event(codeMissed));
  return navigator.onLine ? "Reload the page." : "Reload the page when you are online.";
}

/** How often the code at an address has not come, and what came of asking for it elsewhere. */
const missed = new Map<string, number>();
const found = new Map<string, Promise<never>>();

/**
 * Ask once more for code that did not come: to be put behind an import, with the error that it ends in. Chromium 150 remembers
 * for as long as a page lives that a module could not be had, so from the second time on another address is asked for. Typed as
 * never, so that it adds nothing to what the import brings.
 */
export async function again(error: unknown): Promise<never> {
  const address = /https?:\S+/.exec((error as Error).message)?.[0] ?? "";
  const times = missed.get(address) ?? 0;
  missed.set(address, times + 1);
  if (times === 0 || !address.startsWith(origin)) throw error;
  const asked = found.get(address) ?? (import(/* @vite-ignore */ `${address}?again=${times}`) as Promise<never>);
  found.set(address, asked);
  asked.catch(() => found.delete(address));
  return asked;
}
