import type { Html } from "../../html.ts";

/** Put HTML into an element; only HTML that the `html` tag made fits. */
export function show(element: Element, content: Html): void {
  element.innerHTML = content.text;
}

/** A button of a demo; `press` runs on click until `signal` aborts. */
export function button(name: string, press: () => void, signal: AbortSignal): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = name;
  element.addEventListener("click", press, { signal });
  return element;
}

/** Show at a control that what its press needs is on its way; gives what comes. */
export async function awaited<T>(control: HTMLElement, work: Promise<T>): Promise<T> {
  control.ariaBusy = "true";
  try {
    return await work;
  } finally {
    control.ariaBusy = null;
  }
}

/** The part of an island's prerendered HTML that its code relies on. */
export function part<T extends Element>(host: Element, selector: string): T {
  const element = host.querySelector<T>(selector);
  if (!element) throw new Error(`<${host.localName}> has no ${selector} inside it.`);
  return element;
}
