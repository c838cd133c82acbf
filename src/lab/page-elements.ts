// A page may give its parts names that hide the properties of a form or of the document around them, and a link may be
// drawn in SVG, where its properties are others. So what a page holds is read by attributes, and by methods that no name hides.

/** An attribute of an element, whatever the names inside it. */
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Set an attribute of an element, whatever the names inside it. */
export function setAttribute(element: Element, name: string, value: string): void {
  Element.prototype.setAttribute.call(element, name, value);
}

/** What leads to another place when it is clicked. */
export const links = "a[*|href], area[href]";

/** Where a link leads, as it is written. */
export function linkAddress(link: Element): string {
  return attribute(link, "href") ?? attribute(link, "xlink:href") ?? "";
}

/** The link that a click falls on, or null. */
export function clickedLink({ target }: Event): Element | null {
  return Element.prototype.closest.call(target, links);
}

/** Where a form leads and by which method, as it is written, or as the button says with which it is submitted. */
export function formAddress(form: Element, submitter: Element | null): { address: string; method: string } {
  const written = (name: string) => (submitter && attribute(submitter, `form${name}`)) ?? attribute(form, name);
  return { address: written("action") ?? "", method: written("method")?.toUpperCase() ?? "GET" };
}

/** The URL of the page that a frame shows; null where it shows none that this page may look at. */
export function shownUrl(frame: HTMLIFrameElement): string | null {
  return frame.contentDocument && (frame.contentWindow?.location.href ?? null);
}
