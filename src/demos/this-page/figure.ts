import { html } from "../../html.ts";
import type { Figure } from "../kit/kind.ts";
import type { ThisPageConfig } from "./config.ts";

/** Said of a page that was opened from a disk, where nothing was measured. */
export const fromDisk = "A page that is opened from a disk came by no cycle.";

/** What the demo would show. */
export function thisPageFigure({ task }: Pick<ThisPageConfig, "task">): Figure {
  return {
    task,
    result: html`<p>With scripts, your browser says here what it measured of the cycle that brought this page. ${fromDisk}</p>`,
  };
}
