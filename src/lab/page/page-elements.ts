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

/** The button of a form that a click falls on, or null. */
export function clickedSubmitter({ target }: Event): Element | null {
  const button = Element.prototype.closest.call(target, "button, input[type=submit], input[type=image]");
  const { form, type } = (button ?? {}) as Partial<HTMLButtonElement>;
  return form && type !== "button" && type !== "reset" ? button : null;
}

/**
 * Whether a frame around this page keeps the browser from sending forms. Most browsers tell of no `submit` then; WebKit does, so
 * there the frame itself is asked, where it is of the same origin.
 */
export function formsForbidden(): boolean {
  const around = frameElement?.getAttribute("sandbox")?.split(" ");
  if (around && !around.includes("allow-forms")) return true;
  const form = document.createElement("form");
  form.hidden = true;
  let isHeard = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    isHeard = true;
  });
  document.body.append(form);
  form.requestSubmit();
  form.remove();
  return !isHeard;
}

/** The URL of the page that a frame shows; null where it shows none that this page may look at. */
export function shownUrl(frame: HTMLIFrameElement): string | null {
  return frame.contentDocument && (frame.contentWindow?.location.href ?? null);
}
