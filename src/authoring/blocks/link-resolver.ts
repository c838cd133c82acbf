import { isLeftOut } from "../../build/settings.ts";
import { linkTarget, pageUrl } from "../checks/content-files.ts";
import type { Resolve } from "./rich-text.ts";

/**
 * Turns the address of a link in a page's file into one that holds wherever the page is hosted: relative to the page. What
 * stands in a demo's data is out of reach of the step that makes a page's links relative.
 */
export function linkResolver(file: string): Resolve {
  return (href) => {
    const target = linkTarget(href, file);
    if (target.kind !== "page") return href;
    const place = target.place === "" ? "" : `#${target.place}`;
    if (target.file === file) return place || "#start";
    if (isLeftOut(pageUrl(target.file))) return null;
    const depth = pageUrl(file).split("/").length - 2;
    return `${"../".repeat(depth) || "./"}${pageUrl(target.file).slice(1)}${place}`;
  };
}
