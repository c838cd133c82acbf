import { type Problem, problem } from "./author-error.ts";

/** Signs that no reader sees, or that turn the writing about, and what an author may call them. */
const named: Readonly<Record<string, string>> = {
  "\0": "a NUL",
  "\u200b": "a space without width",
  "\u200e": "a mark that turns the direction of writing",
  "\u200f": "a mark that turns the direction of writing",
  "\u2028": "a line separator",
  "\u2029": "a paragraph separator",
  "\ufffc": "the place of an object that did not come along",
};

// A soft hyphen shows where a word may be parted, and a joiner between two pictures makes one of them.
const unseen = /(?![\t\n\r\u00ad])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\ufffc]/gu;
const joinsPictures = /(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})$/u;

/** What in a page's source is no text at all; where something is, the rest of the page need not be looked at. */
export function encodingProblems(source: string): readonly Problem[] {
  const broken = source.indexOf("\ufffd");
  if (broken >= 0)
    return [at(source, broken, "text in UTF-8 (choose it where your editor saves a file)", "bytes that are none")];
  if (source.startsWith("\ufeff")) return [problem(1, 1, "a file in UTF-8 without a byte order mark", "that mark")];
  return [...source.matchAll(/^(?:<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?$/gm)]
    .filter(() => /^<{7} /m.test(source))
    .map(({ index, 0: mark }) => at(source, index, "one text, where a merge has left two", mark.slice(0, 7)));
}

/** Characters that cannot be seen in the page, each with its number. */
export function characterProblems(source: string): readonly Problem[] {
  return [...source.matchAll(unseen)]
    .filter(({ index, 0: sign }) => !(sign === "\u200d" && joinsPictures.test(source.slice(0, index))))
    .map(({ index, 0: sign }) => {
      const code = `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
      const turns = /[\u202a-\u202e\u2066-\u2069]/.test(sign) ? named["\u200e"] : undefined;
      return at(
        source,
        index,
        "characters that can be seen",
        `${named[sign] ?? turns ?? "an invisible one"} (${code})`,
      );
    });
}

function at(source: string, index: number, expected: string, found: string): Problem {
  const before = source.slice(0, index).split("\n");
  return problem(before.length, (before.at(-1)?.length ?? 0) + 1, expected, found);
}
