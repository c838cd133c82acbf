import { html } from "../../html.ts";

/** The script that keeps the reader's place, as the editor's server names it. */
export const keepPlace = "/src/authoring/editing/keep-place.ts";

const styles = html`<style>
.mistakes { position: fixed; z-index: 99; inset: 0 0 auto; max-height: 45vh; overflow: auto; border-bottom: 3px solid #981c17; background: #fff4f3; color: #1b1f26; font: 1rem/1.5 system-ui, sans-serif; }
.mistakes summary { padding: 0.5rem 1rem; font-weight: 700; cursor: pointer; }
.mistakes p { max-width: none; margin: 0; padding: 0 1rem 0.5rem; overflow-wrap: anywhere; }
.mistakes a { color: inherit; }
</style>`;

/** The mistakes of a page, each in a line as the terminal has it, over whatever stands in the window. A reader may fold them. */
function banner(mistakes: readonly string[], below: string, guide: string | null) {
  const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
  return html`<div class="mistakes" role="alert">${styles}<details open><summary>${count}. ${below}</summary>
${mistakes.map((mistake) => html`<p><code>${mistake}</code></p>\n`)}
${guide && html`<p><a href="${guide}">How to mend each mistake</a></p>`}</details></div>`;
}

/** A page as it last was without a mistake, with those that it has now over it. */
export function withBanner(page: string, mistakes: readonly string[], guide: string | null): string {
  const { text } = banner(mistakes, "Below is the page as it last was without any.", guide);
  const end = page.lastIndexOf("</body>");
  return page.slice(0, end) + text + page.slice(end);
}

/** What stands in place of a page of which nothing good is known. */
export function bannerAlone(mistakes: readonly string[], guide: string | null): string {
  return page("Mistakes", banner(mistakes, "The page is here when they are mended.", guide).text);
}

/** What stands in place of a page whose file is gone. */
export function gonePage(file: string): string {
  const { text } =
    html`<p>There is no page at this address any more: ${file} is gone. <a href="/">The first page</a></p>`;
  return page("No page any more", text);
}

/** It is higher than any page, so that the reader's place is in it, and is the same when the page is back. */
function page(title: string, body: string): string {
  const scripts = ["/@vite/client", keepPlace].map((src) => `<script type="module" src="${src}"></script>`).join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${scripts}</head>
<body style="min-height: 200000px; font: 1rem/1.5 system-ui, sans-serif">${body}</body></html>
`;
}
