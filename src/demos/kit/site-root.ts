const worker = (): HTMLLinkElement | null => document.querySelector("link[rel=lab-worker]");

/** Whether the lesson is one file (src/build/one-file.ts): it has no mock server beside it, and no other page. */
export function isOneFile(): boolean {
  return worker() === null;
}

/** The address of the site's root, as the page's link to the mock server tells it. */
export function siteRoot(): URL {
  return new URL(worker() ? ".." : ".", worker()?.href ?? location.href);
}
