/** A comment, a script, a style sheet or a tag, in which all stays as it is; or a sign that was escaped in text. */
const pattern = /<!--.*?-->|<(script|style)\b.*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|&(quot|#39|gt);/gs;

const signs: Readonly<Record<string, string>> = { quot: '"', "#39": "'", gt: ">" };

/**
 * A page whose text has quotes and closing brackets as they are. Templates escape them everywhere, because attributes need it; text
 * does not, and a lesson on messages and their HTML is full of them.
 */
export function plainSigns(html: string): string {
  return html.replace(pattern, (found, _, escaped) => signs[escaped] ?? found);
}
