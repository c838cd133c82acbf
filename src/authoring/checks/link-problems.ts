import { existsSync } from "node:fs";
import { relative } from "node:path";
import { placeIn, plainText, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";
import { linkTarget, nearestPage, pageOutline } from "./content-files.ts";
import { didYouMean } from "./nearest.ts";
import type { PageContext } from "./page-problems.ts";
import { pictureProblem } from "./picture-problems.ts";

/** What is wrong with a link: its words, its address, what is there. */
export function linkProblems(node: TreeNode, context: PageContext): readonly Problem[] {
  const href = node.url ?? "";
  if (/^#?$/.test(href)) return [problem(...placeIn(node), "an address behind the words: [words](address)", "none")];
  const wordless =
    plainText(node).trim() === ""
      ? [problem(...placeIn(node), `a text between the brackets of the link to ${href}`, "none")]
      : [];
  const wrong = addressProblem(href, context);
  return wrong ? [...wordless, problem(...placeIn(node), ...wrong)] : wordless;
}

function addressProblem(
  href: string,
  { file, outline: own, root }: PageContext,
): readonly [expected: string, found: string] | null {
  const target = linkTarget(href, file, root);
  if (target.kind === "external") return siteProblem(href);
  if (target.kind === "file") {
    if (/^www\./i.test(href)) return ["an address that begins with https:, http: or mailto:", href];
    if (!existsSync(target.file)) return [missingFile(href), `no such file${didYouMeanPage(href, root)}`];
    if (href.startsWith("/")) return null;
    return [`a picture, ![what it shows](${href}), or a link to a page or to a file in public/`, href];
  }
  const outline = target.file === file ? own : pageOutline(target.file);
  const name = relative(root, target.file).replaceAll("\\", "/");
  if (!outline) {
    return [
      "a link to a page, from this file or from the content root",
      `${href}, but there is no content/${name}${didYouMeanPage(href, root)}`,
    ];
  }
  if (outline.draft && !own.draft) {
    return ["a link to a page that is in the built site", `${href}, but content/${name} says “draft: true”`];
  }
  if (outline.ids.has(target.place)) return null;
  const ids = [...outline.ids].filter((id) => id !== "" && id !== "start");
  const near = didYouMean(target.place, ids) || (ids.length > 0 ? `, such as #${ids[0]}` : "");
  return [`a place that content/${name} has${near}`, `#${target.place}`];
}

/** Hosts that are this computer, or in its own house. */
const own =
  /^(?:localhost|.*\.localhost|.*\.local|127\.[\d.]+|0\.0\.0\.0|\[::1?\]|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+)$/i;

function siteProblem(href: string): readonly [expected: string, found: string] | null {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return ["an address that begins with https:, http: or mailto:", href];
  if (/^mailto:/i.test(href)) {
    return /^mailto:[^@\s]+@[^@\s]+/i.test(href) ? null : ["an address such as mailto:me@site.example", href];
  }
  if (!URL.canParse(href)) return ["an address that a browser can read, such as https://developer.mozilla.org/", href];
  const { hostname } = new URL(href);
  return own.test(hostname)
    ? ["an address that readers can reach, or `code`", `${hostname}, which is the reader’s own computer or network`]
    : null;
}

function didYouMeanPage(href: string, root: string): string {
  const page = nearestPage(href, root);
  return page ? `. Did you mean “${page}”?` : "";
}

/** What is wrong with a picture: its text alternative, its address, its file and the one for dark themes. */
export async function imageProblems(node: TreeNode, { file, root }: PageContext): Promise<readonly Problem[]> {
  const url = node.url ?? "";
  if (url === "") return [problem(...placeIn(node), "an address behind the text: ![what it shows](address)", "none")];
  const mute =
    (node.alt ?? "").trim() === ""
      ? [
          problem(
            ...placeIn(node),
            `a text alternative: ![what the picture shows](${url})`,
            "none between the brackets",
          ),
        ]
      : [];
  const dark = linkTarget(url.replace(/(\.\w+)$/, ".dark$1"), file, root);
  const wrong = [
    await fileProblem(url, file, root),
    dark.kind === "file" && existsSync(dark.file) ? await pictureProblem(dark.file) : null,
  ];
  return [...mute, ...wrong.flatMap((said) => (said ? [problem(...placeIn(node), ...said)] : []))];
}

async function fileProblem(
  url: string,
  file: string,
  root: string,
): Promise<readonly [expected: string, found: string] | null> {
  const target = linkTarget(url, file, root);
  if (target.kind === "external")
    return ["a picture that stands in the project, since no page loads from another site", url];
  if (target.kind === "page" || !existsSync(target.file)) return [missingFile(url), "no such file"];
  return pictureProblem(target.file);
}

function missingFile(url: string): string {
  return url.startsWith("/") ? `a file in public/ at ${url}` : `a file at ${url}, seen from this page’s file`;
}
