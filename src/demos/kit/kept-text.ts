/** The text that a reader was writing in this page and tab, under a name; null where there is none, or nothing is kept. */
export function keptText(name: string): string | null {
  try {
    return sessionStorage.getItem(key(name));
  } catch {
    return null;
  }
}

/** Keep what the reader is writing, so that it outlives a reload; null forgets it. Some browsers keep nothing. */
export function keepText(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key(name));
    else sessionStorage.setItem(key(name), text);
  } catch {
    // Then it lasts as long as the page.
  }
}

/** Forget all that the reader was writing in this page. */
export function forgetTexts(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(key(""))) sessionStorage.removeItem(name);
  } catch {
    // Then nothing was kept.
  }
}

const key = (name: string): string => `${location.pathname} ${name}`;
