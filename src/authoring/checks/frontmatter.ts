import { parseFrontmatter } from "astro/markdown";
import { z } from "astro/zod";
import { isMap, isScalar, parseDocument, visit } from "yaml";
import { type Problem, problem } from "./author-error.ts";
import { didYouMean } from "./nearest.ts";
import { markdownIn } from "./text-problems.ts";

/**
 * What stands between the two `---` lines at the head of a page. A key that is not listed here is an error.
 * A file's path is its URL: `content/index.mdx` is `/`, `content/glossary.mdx` is `/glossary/`.
 */
export const frontmatter = z.strictObject({
  /** The page's heading, and its name in the browser's tab. */
  title: z.string().regex(/\S/),

  /** The page's name in the site's navigation, where its title is too long for that. */
  short: z.string().regex(/\S/).optional(),

  /** One or two sentences that say what the reader gains. Shown under the heading and by search engines. */
  description: z.string().regex(/\S/),

  /** For whom the page is and what it takes, in one line. Shown in the opening, behind the time that the page's parts take. */
  audience: z.string().min(1).optional(),

  /** `draft: true` keeps the page out of the built site. `npm run dev` still shows it. */
  draft: z.boolean().default(false),

  /** The page's place among its neighbours: a lower number comes first. A page without one counts as 50. */
  order: z.number().optional(),
});

/** Each key as an author writes it, and what it takes: for error messages, for new pages and for the guide. */
export const frontmatterKeys: Readonly<
  Record<keyof typeof frontmatter.shape, { readonly takes: string; readonly example: string; readonly about: string }>
> = {
  title: { takes: "text", example: "title: Caching", about: "The page’s heading, and its name in the browser’s tab." },
  short: {
    takes: "text",
    example: "short: Caching",
    about: "The page’s name in the site’s navigation, where its title is too long for a phone. Without it: the title.",
  },
  description: {
    takes: "text",
    example: "description: How a browser spares itself a request.",
    about: "One or two sentences that say what the reader gains. Shown under the heading and by search engines.",
  },
  audience: {
    takes: "text",
    example: "audience: For beginners. You need a browser.",
    about: "For whom the page is and what it takes, in one line. Shown under the description, behind the time.",
  },
  draft: {
    takes: "true or false",
    example: "draft: true",
    about: "true keeps the page out of the built site; npm run dev still shows it. Without it: false.",
  },
  order: {
    takes: "a number",
    example: "order: 3",
    about:
      "The page’s place among its neighbours: a lower number comes first. Lessons have 1 to 49; a page without one counts as 50, by title.",
  },
};

const keys = Object.keys(frontmatterKeys) as readonly (keyof typeof frontmatterKeys)[];

/** What the YAML parser's commonest complaints mean to an author. */
const yamlWords: Readonly<Record<string, readonly [expected: string, found: string]>> = {
  DUPLICATE_KEY: ["each key once", "the same key again"],
  BLOCK_AS_IMPLICIT_KEY: ["double quotes around a text that holds a colon", "none"],
  MISSING_CHAR: ["a closing quote", "none"],
  TAB_AS_INDENT: ["spaces before a key", "a tab"],
  MULTILINE_IMPLICIT_KEY: ["lines of the form “key: value”, with a space behind the colon", "none"],
  UNEXPECTED_TOKEN: [
    "double quotes around a text that begins with a quote, a bracket or another sign",
    "more text behind its end",
  ],
  BAD_SCALAR_START: ["double quotes around a text that begins with a quote, a bracket or another sign", "none"],
  BAD_ALIAS: ["double quotes around a text that begins with a quote, a bracket or another sign", "none"],
};

/** What is wrong with the frontmatter of a page, given the whole source of its file. */
export function frontmatterProblems(source: string): readonly Problem[] {
  const block = /^---\r?\n([\s\S]*?)(?:^---[ \t]*(?:\r?\n|$))/m.exec(source);
  if (!source.startsWith("---") || !block) {
    const found = source.startsWith("---") ? "no second --- line that ends it" : "no --- line at the start of the file";
    return [problem(1, 1, "frontmatter between two --- lines, with a title and a description", found)];
  }
  const text = block[1] ?? "";
  const place = (offset: number): [line: number, column: number] => {
    const before = text.slice(0, offset).split("\n");
    return [before.length + 1, (before.at(-1)?.length ?? 0) + 1];
  };
  const document = parseDocument(text, { prettyErrors: false });
  const broken = document.errors[0];
  if (broken) {
    const start = text.lastIndexOf("\n", broken.pos[0] - 1) + 1;
    const quoted = curlyQuoted(text.slice(start).split("\n")[0] ?? "");
    if (quoted) return [problem(place(start)[0], quoted.column, ...quoted.said)];
    const [expected, found] = yamlWords[broken.code] ?? [
      "lines of the form “key: value”",
      firstSentence(broken.message),
    ];
    return [problem(...place(broken.pos[0]), expected, found)];
  }
  let alias: number | undefined;
  visit(document, {
    Alias: (_, { range }) => {
      alias ??= range?.[0] ?? 0;
    },
  });
  if (alias !== undefined)
    return [
      problem(
        ...place(alias),
        "double quotes around a text that begins with a quote, a bracket or another sign",
        "none",
      ),
    ];
  const curly = text.split("\n").flatMap((line, index) => {
    const quoted = curlyQuoted(line);
    return quoted ? [problem(index + 2, quoted.column, ...quoted.said)] : [];
  });
  let data: Record<string, unknown>;
  try {
    // As the site reads it: to Astro's parser a date is no text.
    data = document.contents === null ? {} : parseFrontmatter(`---\n${text}---\n`).frontmatter;
  } catch (error) {
    const { mark, reason = "" } = error as { mark?: { line: number; column: number }; reason?: string };
    return [problem((mark?.line ?? 1) + 1, (mark?.column ?? 0) + 1, "lines of the form “key: value”", reason)];
  }
  if (!isMap(document.contents) && document.contents !== null) {
    return [problem(2, 1, "lines of the form “key: value”", "none")];
  }
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const where = (key: string) => {
    const pair = pairs.find((item) => isScalar(item.key) && item.key.value === key);
    return isScalar(pair?.key) ? place(pair.key.range?.[0] ?? 0) : ([1, 1] as [number, number]);
  };
  const unknown = Object.keys(data)
    .filter((key) => !(keys as readonly string[]).includes(key))
    .map((key) => problem(...where(key), `one of the keys ${keys.join(", ")}`, `“${key}”${didYouMean(key, keys)}`));
  const result = frontmatter
    .partial()
    .safeParse(Object.fromEntries(keys.filter((key) => key in data).map((key) => [key, data[key]])));
  const wrong = (result.error?.issues ?? []).map((issue) => {
    const key = issue.path[0] as keyof typeof frontmatterKeys;
    const { takes, example } = frontmatterKeys[key];
    return problem(
      ...where(key),
      `${takes} after “${key}:”, such as ${example}`,
      described(data[key]) + (takes === "text" && isQuotable(data[key]) ? ". Put it in double quotes" : ""),
    );
  });
  const missing = (["title", "description"] as const)
    .filter((key) => !(key in data))
    .map((key) => problem(1, 1, `the key “${key}”, such as ${frontmatterKeys[key].example}`, "none"));
  const shown = (["title", "description"] as const).flatMap((key) => {
    const value = data[key];
    const pair = pairs.find((item) => isScalar(item.key) && item.key.value === key);
    const cut = isScalar(pair?.value) && pair.value.type === "PLAIN" ? pair.value.comment : null;
    if (cut) return [problem(...where(key), `double quotes around a text with a #, as in ${key}: "…"`, `#${cut}`)];
    const sign = typeof value === "string" ? markdownIn(value) : null;
    return sign ? [problem(...where(key), "words without signs of markdown, which readers would see", sign)] : [];
  });
  return [...missing, ...unknown, ...wrong, ...curly, ...shown].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Quotes as word processors make them around a whole value, where straight ones are meant. */
function curlyQuoted(line: string): { column: number; said: readonly [expected: string, found: string] } | null {
  const [, start = "", quote, text = ""] = /^(\s*[\w-]+:[ \t]*)([“”„«‘’])(.*)[“”»‘’"][ \t]*\r?$/.exec(line) ?? [];
  if (!quote || /[“”„«»]/.test(text)) return null;
  return {
    column: start.length + 1,
    said: [`straight quotes around the text, "${text}", or none`, `${quote}, a quote as word processors make it`],
  };
}

function described(value: unknown): string {
  if (value === null || value === "") return "nothing";
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date) return "a date";
  if (typeof value === "object") return "further keys";
  if (typeof value === "number") return `the number ${value}`;
  return `the ${typeof value === "string" ? "text" : typeof value} ${JSON.stringify(value)}`;
}

/** Whether a value would be text if it stood in quotes. */
function isQuotable(value: unknown): boolean {
  return ["number", "boolean", "bigint"].includes(typeof value) || value instanceof Date;
}

function firstSentence(text: string): string {
  const sentence = text.split("\n")[0]?.replace(/[.:]$/, "") ?? "";
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
