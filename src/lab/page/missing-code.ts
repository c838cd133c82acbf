/** The event by which the window hears that code did not come that an act of the reader needs. */
export const codeMissed = "codemissed";

/** Tell the window that code did not come. Gives what helps, as a sentence: only who is offline is told to go online. */
export function missingCode(): string {
  dispatchEvent(new Event(codeMissed));
  return navigator.onLine ? "Reload the page." : "Reload the page when you are online.";
}
