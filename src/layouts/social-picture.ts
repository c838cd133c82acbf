import { type Html, html } from "../html.ts";
import { stages } from "../http/stages.ts";

/** The width that previews of links are made for, and its height, in pixels. */
export const pictureSize = { width: 1200, height: 630 } as const;

const hues = { client: "#16459f", server: "#784100" } as const;
const mostLines = 4;

/** The picture that a shared link to a page shows, as SVG: the page's title, the site's name, the marks of the stages. */
export function socialPicture(title: string, site: string): Html {
  const lines = titleLines(title);
  const { width, height } = pictureSize;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fdfdfc"/>
<g font-family="Charter, 'Noto Serif', 'DejaVu Serif', serif" font-size="64" font-weight="600" fill="#1b1f26">${lines.map(
    (line, index) => html`<text x="80" y="${150 + index * 84}">${line}</text>`,
  )}</g>
<g font-family="'Noto Sans', 'DejaVu Sans', sans-serif">${stages.map(
    ({ number, actor }, index) =>
      html`<circle cx="${108 + index * 84}" cy="540" r="28" fill="${hues[actor]}"/><text x="${108 + index * 84}" y="550" font-size="28" font-weight="700" fill="#fdfdfc" text-anchor="middle">${number}</text>`,
  )}<text x="${width - 80}" y="550" font-size="30" fill="#454d58" text-anchor="end">${site}</text></g>
</svg>`;
}

/** A title in lines of about equal measure, by counting characters: no font's widths are known here. */
export function titleLines(title: string, width = 25): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= width) lines.splice(-1, 1, `${line} ${word}`);
    else lines.push(word);
  }
  const shown = lines.slice(0, mostLines).map((line) => (line.length > width + 2 ? `${line.slice(0, width)}…` : line));
  return lines.length > mostLines ? [...shown.slice(0, -1), `${shown.at(-1)} …`] : shown;
}
