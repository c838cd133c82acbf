import { join } from "node:path";
import { DemoIds } from "../../demos/kit/demo-ids.ts";
import type { Tell } from "../../demos/kit/written.ts";
import { kindOf } from "../../demos/registry.ts";
import { fenceOptions } from "../blocks/fence-options.ts";
import { linkResolver } from "../blocks/link-resolver.ts";
import { noteKinds } from "../blocks/notes.ts";
import { isPredicted, predictionUnder, readPrediction } from "../blocks/prediction.ts";
import { placeIn, plainText, type TreeNode } from "../blocks/tree.ts";
import { placeOf, readParts } from "../blocks/written.ts";
import { type Problem, problem } from "./author-error.ts";
import { beliefProblems } from "./belief-problems.ts";
import { componentProblems, demoProblems, wordProblems } from "./component-problems.ts";
import type { Outline } from "./content-files.ts";
import { demoFenceProblems, fenceProblems } from "./fence-problems.ts";
import { Headings } from "./heading-problems.ts";
import { Places } from "./id-problems.ts";
import { imageProblems, linkProblems } from "./link-problems.ts";
import { itemProblems, listProblems } from "./list-problems.ts";
import { mustProblems } from "./must-problems.ts";
import { didYouMean } from "./nearest.ts";
import { partProblems } from "./part-problems.ts";
import { planProblems } from "./plan-problems.ts";
import { paragraphProblems, tableProblems } from "./table-problems.ts";
import { braceProblems, codeProblems, footnoteProblems, strikeProblems, textProblems } from "./text-problems.ts";

/** What the checks know of the page beside its tree. */
export interface PageContext {
  readonly file: string;
  readonly outline: Outline;
  /** The content root. */
  readonly root: string;
  /** What many believe, as the pages of the site say it. */
  readonly claims: readonly string[];
  /** The level of the heading that stands above the tree: 1, the page's title, where none is given. */
  readonly level?: number;
  /** The markdown that the tree is of. */
  readonly source: string;
}

/** What is wrong in the body of a page: headings, blocks, links, images, components, leftover notes. In order of lines. */
export function pageProblems(tree: TreeNode, context: PageContext): readonly Problem[] {
  const problems: Problem[] = [];
  const ids = new DemoIds();
  const tasks = new Set<string>();
  const isGuide = context.file.startsWith(join(context.root, "authors"));
  const headings = new Headings(context.level);
  const places = new Places();
  const visit = (node: TreeNode, parent: string | null, isInDemo: boolean): void => {
    switch (node.type) {
      case "heading":
        problems.push(...headings.problems(node, node.depth ?? 2, context.source), ...places.heading(node));
        break;
      case "link":
        problems.push(...linkProblems(node, context));
        break;
      case "code":
        if (isInDemo && node.lang === "http") {
          if (parent && kindOf(parent)) problems.push(...demoFenceProblems(node, parent));
          break;
        }
        problems.push(...fenceProblems(node));
        if (node.lang === "http") {
          const { send, task, title } = fenceOptions(node.meta ?? "").options;
          if (send || task) problems.push(...headings.titledProblems(node));
          if (task && title !== null && tasks.has(title)) {
            problems.push(
              problem(...placeIn(node), "a title that no other task of the page has", `title="${title}" again`),
            );
          }
          if (task && title !== null) tasks.add(title);
        }
        break;
      case "text":
        problems.push(...textProblems(node, context.source));
        break;
      case "inlineCode":
        problems.push(...codeProblems(node, context.source));
        break;
      case "paragraph":
        problems.push(...paragraphProblems(node, context.source));
        break;
      case "table":
        problems.push(...tableProblems(node));
        break;
      case "listItem":
        if (isInDemo) break;
        problems.push(...itemProblems(node, context.source));
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        problems.push(...braceProblems(node, context.source));
        break;
      case "definition":
        problems.push(
          problem(
            ...placeIn(node),
            `the address right behind the words: [words](${node.url})`,
            "a line of its own for it",
          ),
        );
        break;
      case "delete":
        problems.push(...strikeProblems(node, context.source));
        break;
      case "footnoteDefinition":
        problems.push(...footnoteProblems(node, tree));
        break;
      case "blockquote":
        if (isInDemo) break;
        problems.push(...noteProblems(node));
        break;
      case "mdxjsEsm":
        problems.push(
          problem(
            ...placeIn(node),
            "a page without import or export (every component is there by its name), and another word at the start of a text",
            firstLine(node.value ?? ""),
          ),
        );
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        if (node.name === "Stage" || node.name === "Part") problems.push(...headings.problems(node, 2, context.source));
        if (kindOf(node.name ?? "")) problems.push(...wordProblems(node));
        if (isInDemo) {
          if (node.type === "mdxJsxTextElement") problems.push(...componentProblems(node, parent, isGuide));
          break;
        }
        if (kindOf(node.name ?? "")?.hasHeading) problems.push(...headings.titledProblems(node));
        problems.push(
          ...componentProblems(node, parent, isGuide),
          ...places.problems(node),
          ...listProblems(node),
          ...planProblems(node),
          ...demoProblems(node, ids, context),
        );
    }
    const isDemo = isInDemo || kindOf(node.name ?? "") !== undefined;
    const children = node.children ?? [];
    const predictions = new Set<TreeNode>();
    for (const [index, child] of children.entries()) {
      if (!isDemo && isPredicted(child)) {
        const under = predictionUnder(children, index);
        for (const each of under) predictions.add(each);
        problems.push(...predictionProblems(child, under, context));
      }
      visit(child, node.name ?? parent, isDemo || predictions.has(child));
    }
  };
  visit(tree, null, false);
  return [...problems, ...mustProblems(tree), ...partProblems(tree)];
}

/** What is wrong with what stands under a fence that asks readers what will come. */
function predictionProblems(
  fence: TreeNode,
  under: readonly TreeNode[],
  { file, claims }: PageContext,
): readonly Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = ({ line, column }, expected, found) => problems.push(problem(line, column, expected, found));
  const parts = readParts(under, { resolve: linkResolver(file), tell });
  readPrediction(parts, placeOf(fence), tell);
  return [...problems, ...beliefProblems(parts, claims)];
}

/** What is wrong with the pictures of a page: their text alternatives, their addresses, their files. */
export async function pictureProblems(node: TreeNode, context: PageContext): Promise<readonly Problem[]> {
  if (node.type === "image") return imageProblems(node, context);
  return (await Promise.all((node.children ?? []).map((child) => pictureProblems(child, context)))).flat();
}

/** A block quote that means to be a note, but of no known kind. */
function noteProblems(node: TreeNode): readonly Problem[] {
  const [marker, kind] = /^\[!(\w*)\]/.exec(plainText(node)) ?? [];
  if (marker === undefined || kind === undefined) return [];
  if (plainText(node).trim() === marker && kind in noteKinds)
    return [problem(...placeIn(node), `a text below ${marker}, with > before each of its lines`, "none")];
  if (kind in noteKinds) return [];
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

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
