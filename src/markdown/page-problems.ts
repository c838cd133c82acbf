import { existsSync, readdirSync } from "node:fs";
import { relative } from "node:path";
import { type Problem, problem } from "./author-error.ts";
import { linkTarget, nearestPage, type Outline, pageOutline } from "./content-files.ts";
import { fenceProblems } from "./fence-problems.ts";
import { didYouMean } from "./nearest.ts";
import { noteKinds } from "./notes.ts";
import { braceProblems, textProblems } from "./text-problems.ts";
import { plainText, type TreeNode } from "./tree.ts";

/** The components that a page may use without an import: all in `src/components`, and what the markdown plugins read. */
export const componentNames = [
  "Question",
  ...readdirSync("src/components")
    .filter((name) => name.endsWith(".astro"))
    .map((name) => name.replace(/\.astro$/, "")),
].sort();

/** HTML that an author may write where markdown has no sign for it. */
const plainElements = [
  "abbr",
  "br",
  "cite",
  "del",
  "details",
  "div",
  "dl",
  "dt",
  "dd",
  "figcaption",
  "figure",
  "ins",
  "kbd",
  "mark",
  "p",
  "q",
  "section",
  "small",
  "span",
  "sub",
  "summary",
  "sup",
  "table",
  "tbody",
  "td",
  "th",
  "thead",
  "time",
  "tr",
];

/** What the checks know of the page beside its tree. */
export interface PageContext {
  readonly file: string;
  readonly outline: Outline;
  /** The content root. */
  readonly root: string;
}

/** What is wrong in the body of a page: headings, blocks, links, images, components, leftover notes. In order of lines. */
export function pageProblems(tree: TreeNode, { file, outline: own, root }: PageContext): readonly Problem[] {
  const problems: Problem[] = [];
  let level = 1;
  const at = (node: TreeNode): [line: number, column: number] => [
    node.position?.start.line ?? 1,
    node.position?.start.column ?? 1,
  ];
  const heading = (node: TreeNode, depth: number): void => {
    if (depth === 1)
      problems.push(
        problem(...at(node), "headings from ## on: the title in the frontmatter is the page’s only #", "#"),
      );
    else if (depth > level + 1) {
      const signs = "#".repeat(level + 1);
      problems.push(
        problem(...at(node), `a heading with at most ${signs} here, so that no level is skipped`, "#".repeat(depth)),
      );
    }
    if (node.type === "heading" && plainText(node).trim() === "")
      problems.push(problem(...at(node), `a text behind ${"#".repeat(depth)}`, "none"));
    level = depth;
  };
  const didYouMeanPage = (href: string): string => {
    const page = nearestPage(href, root);
    return page ? `. Did you mean “${page}”?` : "";
  };
  const link = (node: TreeNode): void => {
    const href = node.url ?? "";
    const target = linkTarget(href, file, root);
    if (plainText(node).trim() === "")
      problems.push(problem(...at(node), `a text between the brackets of the link to ${href}`, "none"));
    if (target.kind === "external") {
      if (!/^(https?:|mailto:)/i.test(href))
        problems.push(problem(...at(node), "an address that begins with https:, http: or mailto:", href));
      return;
    }
    if (target.kind === "file") {
      if (!existsSync(target.file))
        problems.push(problem(...at(node), missingFile(href), `no such file${didYouMeanPage(href)}`));
      else if (!href.startsWith("/"))
        problems.push(
          problem(
            ...at(node),
            `a picture, ![what it shows](${href}), or a link to a page or to a file in public/`,
            href,
          ),
        );
      return;
    }
    const outline = target.file === file ? own : pageOutline(target.file);
    const name = relative(root, target.file).replaceAll("\\", "/");
    if (!outline)
      problems.push(
        problem(
          ...at(node),
          `a link to a page, from this file or from the content root`,
          `${href}, but there is no content/${name}${didYouMeanPage(href)}`,
        ),
      );
    else if (outline.draft && !own.draft)
      problems.push(
        problem(
          ...at(node),
          "a link to a page that is in the built site",
          `${href}, but content/${name} says “draft: true”`,
        ),
      );
    else if (!outline.ids.has(target.place)) {
      const ids = [...outline.ids].filter((id) => id !== "" && id !== "start");
      problems.push(
        problem(
          ...at(node),
          `a place that content/${name} has${didYouMean(target.place, ids) || (ids.length > 0 ? `, such as #${ids[0]}` : "")}`,
          `#${target.place}`,
        ),
      );
    }
  };
  const image = (node: TreeNode): void => {
    const url = node.url ?? "";
    if ((node.alt ?? "").trim() === "")
      problems.push(
        problem(...at(node), `a text alternative: ![what the picture shows](${url})`, "none between the brackets"),
      );
    const target = linkTarget(url, file, root);
    if (target.kind === "external")
      problems.push(
        problem(...at(node), "a picture that stands in the project, since no page loads from another site", url),
      );
    else if (target.kind === "page" || !existsSync(target.file))
      problems.push(problem(...at(node), missingFile(url), "no such file"));
  };
  const visit = (node: TreeNode): void => {
    switch (node.type) {
      case "heading":
        heading(node, node.depth ?? 2);
        break;
      case "link":
        link(node);
        break;
      case "image":
        image(node);
        break;
      case "code":
        problems.push(...fenceProblems(node));
        break;
      case "text":
        problems.push(...textProblems(node));
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        problems.push(...braceProblems(node));
        break;
      case "definition":
        problems.push(
          problem(...at(node), `the address right behind the words: [words](${node.url})`, "a line of its own for it"),
        );
        break;
      case "blockquote":
        problems.push(...noteProblems(node));
        break;
      case "mdxjsEsm":
        problems.push(
          problem(
            ...at(node),
            "a page without import or export: every component is there by its name",
            firstLine(node.value ?? ""),
          ),
        );
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        if (node.name === "Stage") heading(node, 2);
        problems.push(...componentProblems(node), ...listProblems(node));
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

function missingFile(url: string): string {
  return url.startsWith("/") ? `a file in public/ at ${url}` : `a file at ${url}, seen from this page’s file`;
}

/** What markdown has a sign for, so that no author needs its element. */
const markdownFor: Readonly<Record<string, string>> = {
  a: "a link as [words](address)",
  img: "a picture as ![what it shows](address)",
};

/** What a component cannot be without: the attribute, and how it is written. */
const needed: Readonly<Record<string, readonly (readonly [name: string, written: string])[]>> = {
  Belief: [["claim", 'claim="what many believe"']],
  Stage: [["number", "number={3}"]],
};

function componentProblems(node: TreeNode): readonly Problem[] {
  const { name, position } = node;
  const { line = 1, column = 1 } = position?.start ?? {};
  const styled = node.attributes?.find((attribute) => /^(style$|on)/.test(attribute.name ?? ""))?.name;
  if (styled) return [problem(line, column, "no style and no script: the site’s own apply everywhere", styled)];
  if (!name || plainElements.includes(name) || componentNames.includes(name)) {
    const missing = (needed[name ?? ""] ?? []).filter(([key]) => !node.attributes?.some((known) => known.name === key));
    return missing.map(([, written]) => problem(line, column, `<${name} ${written}>`, `<${name}> without it`));
  }
  const sign = markdownFor[name];
  if (sign) return [problem(line, column, sign, `<${name}>`)];
  const near = didYouMean(name, /^[A-Z]/.test(name) ? componentNames : [...plainElements, ...componentNames]);
  return [problem(line, column, `one of the components ${componentNames.join(", ")}`, `<${name}>${near}`)];
}

/** A block quote that means to be a note, but of no known kind. */
function noteProblems(node: TreeNode): readonly Problem[] {
  const kind = /^\[!(\w*)\]/.exec(plainText(node))?.[1];
  if (kind === undefined || kind in noteKinds) return [];
  const kinds = Object.keys(noteKinds);
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return [
    problem(
      line,
      column,
      `one of ${kinds.map((name) => `[!${name}]`).join(", ")}`,
      `[!${kind}]${didYouMean(kind, kinds)}`,
    ),
  ];
}

/** The components around a list: a question needs answers and feedback, a procedure its steps. */
function listProblems(node: TreeNode): readonly Problem[] {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const lists = (node.children ?? []).filter(({ type }) => type === "list");
  const items = lists.flatMap((list) => list.children ?? []);
  if (node.name === "Steps" && !lists.some((list) => list.ordered)) {
    return [problem(line, column, "a numbered list (1. …) inside <Steps>", "none")];
  }
  if (node.name !== "Question") return [];
  if (items.length < 2 || items.some(({ checked }) => checked === null || checked === undefined)) {
    return [
      problem(
        line,
        column,
        "at least two answers inside <Question>: - [x] right, - [ ] wrong",
        items.length === 0 ? "no list" : "a list item without [x] or [ ], or one answer only",
      ),
    ];
  }
  const right = items.some(({ checked }) => checked)
    ? []
    : [problem(line, column, "a right answer, - [x] …", "none with an x")];
  const mute = items
    .filter(({ children }) => (children ?? []).length < 2)
    .map((item) =>
      problem(
        item.position?.start.line ?? line,
        item.position?.start.column ?? column,
        "feedback under the answer: an indented paragraph that says why",
        "none",
      ),
    );
  return [...right, ...mute];
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
