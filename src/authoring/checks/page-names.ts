import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { referenceKinds } from "../reference/parse-reference.ts";
import { type Problem, problem } from "./author-error.ts";

/** The characters that the name of a page's file or folder may have, as in a regular expression or a glob. */
const letters = "a-z0-9-";

/** What the site itself has at these addresses, at its root. */
const taken: Readonly<Record<string, string>> = {
  "404": "the page for addresses where there is nothing",
  assets: "the folder of the built site’s style sheets and scripts",
  embed: "the folder of single demos, for pages of other sites",
  lab: "the folder of the mock server",
  pictures: "the folder of the pictures for shared links",
};

/** Names that Windows does not let a file have. */
const barredByWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Globs for the pages that the site can serve, seen from the content root; all others are refused by name, and do not come
 * near the site's own machinery, some of which would stop at them.
 */
export const servedPages: readonly string[] = [
  "**/*.mdx",
  `!**/*[^${letters}]*/**`,
  `!**/*[^${letters}]*.mdx`,
  ...Object.keys(taken).flatMap((name) => [`!${name}.mdx`, `!${name}/**`]),
];

/** What is wrong with the names in the content folder, by the file that has them. Files that are no pages may have any. */
export function nameProblems(root: string): ReadonlyMap<string, Problem> {
  const found = new Map<string, Problem>();
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    const path = name.split(sep).join("/");
    if (!/\.(?:mdx?|markdown)(?:\.txt)?$/i.test(path)) continue;
    const said = nameProblem(path, root);
    if (said) found.set(join(root, name), problem(1, 1, ...said));
  }
  return found;
}

function nameProblem(path: string, root: string): readonly [expected: string, found: string] | null {
  if (referenceKinds.some((kind) => path === `reference/${kind}.md`)) return null;
  if (/^reference\/[^/]+\.md$/.test(path)) {
    const names = referenceKinds.map((kind) => `${kind}.md`).join(", ");
    return [`${names}, or a page, which ends in .mdx`, basename(path)];
  }
  if (!path.endsWith(".mdx")) {
    const good = path.replace(/\.(?:mdx?|markdown)(?:\.txt)?$/i, ".mdx");
    return ["a name that ends in .mdx", `${basename(path)}${thereAlready(good, root)}`];
  }
  const parts = path.replace(/\.mdx$/, "").split("/");
  const bad = parts.find((part) => !new RegExp(`^[${letters}]+$`).test(part));
  if (bad !== undefined) {
    const good = plainName(bad);
    const such = good === "" ? "" : `, such as ${good}`;
    const there = path.replace(bad, good);
    return [`a name of the letters a to z, digits and hyphens${such}`, `“${bad}”${thereAlready(there, root)}`];
  }
  const [first = ""] = parts;
  const use = Object.hasOwn(taken, first) ? taken[first] : undefined;
  if (use) return ["a name that the site does not need itself", `“${first}”, which is ${use}`];
  const barred = parts.find((part) => barredByWindows.test(part));
  if (barred) return ["a name that every computer can have", `“${barred}”, which Windows keeps for itself`];
  // A page in a folder (`caching/index.mdx`) has the address of the file beside the folder (`caching.mdx`).
  const beside = `${dirname(path)}.mdx`;
  if (basename(path) === "index.mdx" && existsSync(join(root, beside)))
    return ["one file for each address", `${basename(beside)} beside the folder, which has the same address`];
  return null;
}

function thereAlready(path: string, root: string): string {
  return existsSync(join(root, path)) ? `, and ${basename(path)} is there, too` : "";
}

/** A name as a page's file or folder may have it, as near as can be: `Größe & mehr` gives `groesse-mehr`. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => `${letter}e`)
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(new RegExp(`[^${letters}]+`, "g"), "-")
    .replace(/^-+|-+$|(?<=-)-+/g, "");
}

/** A page's file, seen from the content root. */
export function pathIn(root: string, file: string): string {
  return relative(root, file).split(sep).join("/");
}
