import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import Slugger, { slug } from "github-slugger";
import { parseDocument } from "yaml";
import { attributeText, plainText, type TreeNode } from "../blocks/tree.ts";
import { readReference, referenceId } from "../reference/reference-files.ts";
import { nearest } from "./nearest.ts";
import { readPage } from "./syntax-problems.ts";

/** The folder of all pages. `CONTENT` names another than `content/`, seen from the project's root, as the tests do. */
export const contentRoot = resolve(process.env["CONTENT"] ?? "content");

/** Every page's file in the content folder, in the order of their names. */
export function contentFiles(root = contentRoot): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".mdx"))
    .sort()
    .map((name) => join(root, name));
}

/** The URL of a page's file, from the site's root: `content/lessons/caching.mdx` is `/lessons/caching/`. */
export function pageUrl(file: string, root = contentRoot): string {
  const path = relative(root, file)
    .split(sep)
    .join("/")
    .replace(/\.mdx$/, "");
  const folder = path.replace(/(^|\/)index$/, "");
  return folder === "" ? "/" : `/${folder}/`;
}

/** What there is to know of a page beside its text: whether readers get it, its places, where it leads. */
export interface Outline {
  /** Whether the page is kept out of the built site. */
  readonly draft: boolean;
  /** Its title, or null where it has none. */
  readonly title: string | null;
  readonly ids: ReadonlySet<string>;
  /** The text of the paragraph under each heading, by the heading's id. */
  readonly introductions: ReadonlyMap<string, string>;
  /** Its links, as they are written. */
  readonly links: readonly string[];
  /** What many believe, as its `<Belief claim>` say it. */
  readonly claims: readonly string[];
}

const outlines = new Map<string, { readonly changed: number; readonly outline: Outline }>();

/** The outline of a page's file; read again only when the file has changed. Null where there is no such file. */
export function pageOutline(file: string): Outline | null {
  if (!existsSync(file)) return null;
  const changed = statSync(file).mtimeMs;
  const known = outlines.get(file);
  if (known?.changed === changed) return known.outline;
  const read = outlineOf(readFileSync(file, "utf8"));
  outlines.set(file, { changed, outline: read });
  return read;
}

/** The outline of a page's source; empty where the source cannot be read, which the page's own check tells. */
export function outlineOf(source: string): Outline {
  return outline(readPage(source).tree ?? { type: "root" });
}

function outline(tree: TreeNode): Outline {
  const ids = new Set<string>(["start", ""]);
  const introductions = new Map<string, string>();
  const links: string[] = [];
  const claims: string[] = [];
  let draft = false;
  let title: string | null = null;
  const slugger = new Slugger();
  let heading: string | null = null;
  const visit = (node: TreeNode): void => {
    const id = node.attributes?.find(({ name }) => name === "id")?.value;
    if (typeof id === "string") ids.add(id);
    if (node.name === "Stage") ids.add(`stage-${attributeText(node, "number")}`);
    if (node.name === "Part") ids.add(slug(attributeText(node, "title")));
    if (node.name === "Reference") {
      const of = attributeText(node, "of");
      const entries = readReference().find(({ kind }) => kind === of)?.entries ?? [];
      for (const { name } of entries) ids.add(referenceId(name));
    }
    const claim = node.name === "Belief" && node.attributes?.find(({ name }) => name === "claim")?.value;
    if (typeof claim === "string") claims.push(claim);
    if (node.type === "link") links.push(node.url ?? "");
    else if (node.type === "yaml") {
      const frontmatter = parseDocument(node.value ?? "");
      draft = frontmatter.get("draft") === true;
      const given = frontmatter.get("title");
      title = typeof given === "string" ? given : null;
    } else if (node.type === "heading") {
      heading = slugger.slug(plainText(node));
      ids.add(heading);
    } else if (node.type === "paragraph" && heading !== null) {
      introductions.set(heading, plainText(node));
      heading = null;
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return { draft, title, ids, introductions, links, claims };
}

/** Where a link leads: another site, a page of this one (with a place in it), or another file that is served. */
export type LinkTarget =
  | { readonly kind: "external" }
  | { readonly kind: "page"; readonly file: string; readonly place: string }
  | { readonly kind: "file"; readonly file: string };

/**
 * Resolve a link as an author writes it: relative to the file it stands in (`caching.mdx`, `../glossary.mdx#cache`), or
 * from the content root (`/glossary.mdx`, `/glossary/`). A URL path that names no page is a file of `public/`.
 */
export function linkTarget(href: string, from: string, root = contentRoot): LinkTarget {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return { kind: "external" };
  const [path = "", coded = ""] = href.split("#", 2);
  const place = decoded(coded);
  const clean = decoded(path.split("?")[0] ?? "");
  if (clean === "") return { kind: "page", file: from, place };
  const base = clean.startsWith("/") ? join(root, clean) : resolve(dirname(from), clean);
  if (clean.endsWith(".mdx")) return { kind: "page", file: base, place };
  if (clean.endsWith("/")) {
    const asFile = `${base.replace(/[\\/]$/, "")}.mdx`;
    return { kind: "page", file: existsSync(asFile) ? asFile : join(base, "index.mdx"), place };
  }
  return { kind: "file", file: clean.startsWith("/") ? resolve(`public${clean}`) : base };
}

/** A part of a URL as its reader sees it; as it is written where a percent sign begins no code in it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The page that an author probably means by an address that leads nowhere, from the content root: `/glossary.mdx`. */
export function nearestPage(href: string, root: string): string | null {
  const name = href.replace(/[?#].*$/, "").replace(/^(\.{0,2}\/)+|^content\/|\.\w+$|\/$/g, "");
  const pages = contentFiles(root).map((file) => `/${relative(root, file).split(sep).join("/")}`);
  return pages.find((page) => page === `/${name}.mdx`) ?? nearest(`/${name}.mdx`, pages);
}
