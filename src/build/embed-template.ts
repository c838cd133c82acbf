import { built, type Html, html } from "../html.ts";
import { type Embed, embedParts, mark } from "../layouts/embed-parts.ts";
import type { Sheets } from "../layouts/page-styles.ts";
import { cspHash } from "./csp-hashes.ts";
import { relativeCss, relativeHtml, relativeUrl } from "./relative.ts";

/** The page of a demo, whose HTML has been made fit for the file that the page goes to. */
export type EmbedPage = (embed: Embed, content: string, file: string) => string;

/**
 * Gives what makes the pages of single demos.
 * @param template the one that Astro rendered: marks stand in place of the parts of a page, and all style sheets in that of its own
 */
export function embedTemplate(template: string): EmbedPage {
  const [, json = "{}"] = /<style>(.*?)<\/style>/s.exec(template) ?? [];
  const sheets: Sheets = JSON.parse(json);
  const marked = template.replace(json, () => mark("styles")).replace(cspHash(json), () => mark("hash"));
  // Pages that are as deep in the site link alike.
  const byDepth = new Map<number, string>();
  return (embed, content, file) => {
    const depth = file.split("/").length;
    const page = byDepth.get(depth) ?? relativeHtml(marked, file);
    byDepth.set(depth, page);
    const parts = embedParts(embed, content, sheets);
    const styles = relativeCss(parts.styles, file);
    const values: Readonly<Record<string, Html | string>> = {
      ...parts,
      home: relativeUrl(parts.home, file),
      html: built(content),
      styles: built(styles),
      hash: built(cspHash(styles)),
    };
    return page.replaceAll(/\[\[(\w+)\]\]/g, (text, part) => (part in values ? html`${values[part]}`.text : text));
  };
}
