import { placeIn, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";
import { didYouMean } from "./nearest.ts";

/** Attributes that any element may have. */
const everywhere = ["id", "class", "lang", "dir", "title"];

/** HTML that an author may write where markdown has no sign for it: its own attributes, and what it must stand in. */
const elements: Readonly<Record<string, { readonly attributes?: readonly string[]; readonly in?: readonly string[] }>> =
  {
    kbd: {},
    mark: {},
    sub: {},
    sup: {},
    small: {},
    abbr: {},
    q: {},
    cite: {},
    time: { attributes: ["datetime"] },
    del: { attributes: ["datetime"] },
    ins: { attributes: ["datetime"] },
    br: {},
    span: {},
    details: { attributes: ["open", "name"] },
    summary: { in: ["details"] },
    dl: {},
    dt: { in: ["dl", "div"] },
    dd: { in: ["dl", "div"] },
    figure: {},
    figcaption: { in: ["figure"] },
    table: {},
    thead: { in: ["table"] },
    tbody: { in: ["table"] },
    tr: { in: ["table", "thead", "tbody"] },
    th: { attributes: ["scope", "abbr", "colspan", "rowspan"], in: ["tr"] },
    td: { attributes: ["colspan", "rowspan"], in: ["tr"] },
    p: {},
    div: {},
    section: {},
  };

/** The names of that HTML, the handiest first. */
export const plainElements: readonly string[] = Object.keys(elements);

/** What an author writes in the place of other HTML. */
const instead: readonly (readonly [names: RegExp, written: string])[] = [
  [/^(?:em|i|u|var|dfn)$/, "*words* for emphasis"],
  [/^(?:strong|b)$/, "**words** for strong emphasis"],
  [/^(?:code|tt|samp)$/, "`words` for code"],
  [/^(?:s|strike)$/, "~~words~~ for what is struck out"],
  [/^pre$/, "lines ``` around a block of code"],
  [/^(?:ul|menu|li)$/, "- before each item of a list"],
  [/^ol$/, "1. before each item of a numbered list"],
  [/^h[1-6]$/, "## before the words of a heading"],
  [/^blockquote$/, "> before each line of a quotation"],
  [/^hr$/, "a line --- with an empty line before it"],
  [/^a$/, "a link as [words](address)"],
  [/^(?:img|picture|svg)$/, "a picture as ![what it shows](address)"],
  [/^(?:center|font|big)$/, "the words alone: the site’s own style applies everywhere"],
  [
    /^(?:video|audio|iframe|embed|object|source|canvas)$/,
    "a picture, or a link to what is elsewhere: [words](address)",
  ],
  [/^(?:script|style|link|meta|template)$/, "no style and no script: the site’s own apply everywhere"],
  [/^(?:form|input|button|select|option|textarea|label)$/, "a demo or a <Question>, which bring their own controls"],
];

/** What is wrong with an element of HTML that markdown has no sign for: its attributes, its place. */
export function htmlProblems(node: TreeNode, parent: string | null): readonly Problem[] {
  const name = node.name ?? "";
  const { attributes = [], in: places } = elements[name] ?? {};
  const known = [...attributes, ...everywhere];
  const given = (node.attributes ?? []).flatMap((attribute) => attribute.name ?? []);
  const unknown = given
    .filter((key) => !known.includes(key))
    .map((key) =>
      problem(
        ...placeIn(node),
        `at <${name}> no attribute but ${known.join(", ")}`,
        `“${key}”${didYouMean(key, known)}`,
      ),
    );
  const lang = node.attributes?.find((attribute) => attribute.name === "lang")?.value;
  if (typeof lang === "string" && !isLanguage(lang))
    return [...unknown, problem(...placeIn(node), 'a language by its code, such as lang="de"', `lang="${lang}"`)];
  if (node.type === "mdxJsxTextElement" && forBlocks.test(name) && !(parent !== null && parent in elements))
    return [...unknown, problem(...placeIn(node), ...onItsOwn(name))];
  const inner = contentProblem(node);
  if (inner) return [...unknown, problem(...placeIn(node), ...inner)];
  if (!places || (parent !== null && places.includes(parent))) return unknown;
  const home = places.map((place) => `<${place}>`).join(" or ");
  return [...unknown, problem(...placeIn(node), `<${name}> within ${home}`, parent ? `it in <${parent}>` : "it alone")];
}

/** Elements that hold words, and no blocks. */
const forWords = /^(?:kbd|mark|sub|sup|small|abbr|q|cite|time|span|summary|p)$/;

const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

function isLanguage(code: string): boolean {
  try {
    return languages.of(code) !== undefined;
  } catch {
    return false;
  }
}

/** Elements that no paragraph may hold. */
const forBlocks = /^(?:details|dl|figure|table|p|div|section)$/;

/** What is said of a tag that makes a block, in the middle of a text. */
export function onItsOwn(name: string): readonly [expected: string, found: string] {
  return [`<${name}> in a line of its own, between empty lines`, "it within a text"];
}

/** What stands in an element and must not, or does not and should. */
function contentProblem({ name, children = [] }: TreeNode): readonly [expected: string, found: string] | null {
  const isBlock = (child: TreeNode): boolean => /^(?:paragraph|list|heading|code|table|blockquote)$/.test(child.type);
  if (forWords.test(name ?? "") && children.some(isBlock))
    return [`words alone in <${name}>, in one line with it`, "lines or blocks"];
  if (name === "details" && children[0]?.name !== "summary")
    return ["<summary>words</summary> as the first thing in <details>", "something else"];
  if (name === "dl" && children.some((child) => !/^(?:dt|dd|div)$/.test(child.name ?? "")))
    return ["nothing but <dt> and <dd> in <dl>", "text of its own"];
  return null;
}

/** What an author writes in the place of an element of HTML; null where there is no such thing. */
export function markdownFor(name: string): string | null {
  return instead.find(([names]) => names.test(name))?.[1] ?? null;
}
