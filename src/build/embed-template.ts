import { html } from "../html.ts";
import { type Embed, embedParts, mark } from "../layouts/embed-parts.ts";
import type { Sheets } from "../layouts/page-styles.ts";
import { remembered } from "../remembered.ts";
import { cspHash } from "./csp-hashes.ts";
import { plainSigns } from "./plain-signs.ts";
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
  // Pages that are as deep in the site link alike, and those of one kind have one style sheet.
  const atDepth = remembered((depth: number) => {
    const file = `${"folder/".repeat(depth)}index.html`;
    return {
      page: relativeHtml(plainSigns(marked), file),
      fitted: remembered((sheet: string) => {
        const styles = relativeCss(sheet, file);
        return { styles, hash: cspHash(styles) };
      }),
    };
  });
  return (embed, content, file) => {
    const { page, fitted } = atDepth(file.split("/").length - 1);
    const { title, of, link, home, styles, html: demo } = embedParts(embed, content, sheets);
    const values: Readonly<Record<string, string>> = {
      title: inText(title),
      of: inText(of),
      link: inText(link),
      home: escaped(relativeUrl(home, file)),
      html: demo,
      ...fitted(styles),
    };
    return page.replaceAll(/\[\[(\w+)\]\]/g, (text, part) => values[part] ?? text);
  };
}

const escaped = (text: string): string => html`${text}`.text;

const inText = (text: string): string => plainSigns(escaped(text));
