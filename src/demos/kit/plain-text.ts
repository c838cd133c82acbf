/** The text of HTML that `html` made of markdown. */
export function plainText(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (written, name) => entities[name] ?? written)
    .trim();
}
