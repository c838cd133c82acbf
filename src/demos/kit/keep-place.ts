import { part } from "./element-parts.ts";

/** Change what stands above a control that was pressed, which stays where it is in the window. */
export function keepPlace(control: Element, change: () => void): void {
  const before = control.getBoundingClientRect().top;
  change();
  window.scrollBy({ top: control.getBoundingClientRect().top - before, behavior: "instant" });
}

/** Say in the head of a demo where its server is. However many lines that takes, what stands below keeps its place. */
export function sayHost(demo: Element, text: string): void {
  const line = part(demo, ".host-line");
  const below = line.parentElement?.nextElementSibling ?? line;
  keepPlace(below, () => {
    line.textContent = text;
  });
}
