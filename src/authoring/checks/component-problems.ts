import { type DemoIds, idFrom, isId } from "../../demos/kit/demo-ids.ts";
import { tellAttributes } from "../../demos/kit/kind.ts";
import type { Tell, Written } from "../../demos/kit/written.ts";
import { kindOf, kinds } from "../../demos/registry.ts";
import { stages } from "../../http/stages.ts";
import { idOf } from "../blocks/demos.ts";
import { linkResolver } from "../blocks/link-resolver.ts";
import type { TreeNode } from "../blocks/tree.ts";
import { placeOf, readWritten } from "../blocks/written.ts";
import { referenceKinds } from "../reference/parse-reference.ts";
import { type Problem, problem } from "./author-error.ts";
import { beliefProblems } from "./belief-problems.ts";
import { htmlProblems, markdownFor, onItsOwn, plainElements } from "./html-problems.ts";
import { didYouMean } from "./nearest.ts";
import type { PageContext } from "./page-problems.ts";
import { markdownIn } from "./text-problems.ts";

/** What an author may write at a component that is no demo. */
interface Component {
  /** Its attributes, each with how it is written. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The numbers that an attribute may have, where these are not all. */
  readonly range?: Readonly<Record<string, readonly [least: number, most: number]>>;
  /** The texts that an attribute may have, where these are not all. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** The attributes that it cannot be without. */
  readonly needs?: readonly string[];
  /** Whether text stands between its tags. */
  readonly holdsText?: boolean;
}

/** The components of `src/components`, and what the markdown plugins read; the handiest first. */
const textComponents: Readonly<Record<string, Component>> = {
  Objective: { holdsText: true },
  Part: {
    attributes: { title: 'title="Two programs, two roles"', short: 'short="Two roles"', minutes: "minutes={6}" },
    needs: ["title"],
    holdsText: true,
  },
  Stage: {
    attributes: { number: "number={3}", title: 'title="The server returns a response"', minutes: "minutes={6}" },
    range: { number: [1, stages.length] },
    needs: ["number", "title"],
    holdsText: true,
  },
  Why: { holdsText: true },
  More: { attributes: { title: 'title="Be the server yourself"' }, needs: ["title"], holdsText: true },
  Belief: { attributes: { claim: 'claim="what many believe"' }, needs: ["claim"], holdsText: true },
  NetworkOff: {
    attributes: { gone: 'gone="The network is off."', there: 'there="The network is on."' },
    needs: ["gone", "there"],
    holdsText: true,
  },
  Steps: { holdsText: true },
  Plan: { attributes: { minutes: "minutes={45}" }, needs: ["minutes"], holdsText: true },
  WhatYouBelieved: {},
  Reference: { attributes: { of: 'of="fields"' }, choices: { of: referenceKinds }, needs: ["of"] },
};

/** Components that only the author's guide uses: no page of a lesson may. */
const guideComponents = ["FrontmatterKeys", "LibraryResources", "Mistakes", "ReferenceSource"];

/** The components that a page may use, without an import: those for text first, then the demos. */
const componentNames: readonly string[] = [
  ...Object.keys(textComponents).filter((name) => textComponents[name]?.holdsText),
  ...Object.keys(textComponents).filter((name) => !textComponents[name]?.holdsText),
  ...kinds.map(({ component }) => component),
];

/** All that a tag may be, as it is said where one is none of them. */
export const usableTags = `one of ${componentNames.join(", ")}, or of the HTML ${plainElements.join(", ")}`;

/** What is wrong with a tag: its name, its attributes, what stands in it. Demos are checked by `demoProblems`. */
export function componentProblems(node: TreeNode, parent: string | null, isGuide: boolean): readonly Problem[] {
  const { line, column } = placeOf(node);
  const { name } = node;
  const names = (node.attributes ?? []).flatMap((attribute) => attribute.name ?? []);
  const styled = names.find((attribute) => /^(style$|on)/.test(attribute));
  if (styled) return [problem(line, column, "no style and no script: the site’s own apply everywhere", styled)];
  const spread = (node.attributes ?? []).some((attribute) => attribute.name === undefined);
  if (spread) return [problem(line, column, "each attribute by its name", "braces that hold several")];
  const isComponent = name && (kindOf(name) || textComponents[name]);
  if (isComponent && node.type === "mdxJsxTextElement") {
    return [problem(line, column, ...onItsOwn(name))];
  }
  if (!name || kindOf(name)) return [];
  if (plainElements.includes(name)) return htmlProblems(node, parent);
  const component = textComponents[name] ?? (isGuide && guideComponents.includes(name) ? {} : undefined);
  if (component) return usageProblems(node, component, names);
  const sign = markdownFor(name);
  if (sign) return [problem(line, column, sign, `<${name}>`)];
  const near = didYouMean(name, /^[A-Z]/.test(name) ? componentNames : [...plainElements, ...componentNames]);
  return [problem(line, column, usableTags, `<${name}>${near}`)];
}

function usageProblems(node: TreeNode, component: Component, names: readonly string[]): readonly Problem[] {
  const { attributes = {}, needs = [], holdsText = false } = component;
  const { line, column } = placeOf(node);
  const { name } = node;
  const missing = needs
    .filter((key) => !names.includes(key))
    .map((key) => problem(line, column, `<${name} ${attributes[key]}>`, `<${name}> without it`));
  const unknown = names
    .filter((key) => !(key in attributes))
    .map((key) => problem(line, column, attributesOf(String(name), attributes), unknownName(key, attributes)));
  const isFilled = !holdsText && (node.children ?? []).length > 0;
  const filled = isFilled ? [problem(line, column, `<${name} /> alone`, "text or blocks inside it")] : [];
  const wrong = (node.attributes ?? []).flatMap((attribute) => {
    const { name: key = "" } = attribute;
    const said = valueProblem(attribute, attributes[key], component.range?.[key], component.choices?.[key]);
    return said ? [problem(line, column, ...said)] : [];
  });
  const isEmpty = holdsText && (node.children ?? []).length === 0;
  const empty = isEmpty ? [problem(line, column, `a text between <${name}> and </${name}>`, "none")] : [];
  return [...missing, ...unknown, ...wrong, ...filled, ...empty];
}

type Attribute = NonNullable<TreeNode["attributes"]>[number];

/** What is wrong with an attribute's value, given how such an attribute is written, and the numbers or texts that it may have. */
function valueProblem(
  { name = "", value }: Attribute,
  written: string | undefined,
  [least, most]: readonly [least: number, most: number] = [1, Number.MAX_SAFE_INTEGER],
  choices: readonly string[] | null = null,
): readonly [expected: string, found: string] | null {
  if (!written) return null;
  const isText = typeof value === "string";
  const inBraces = isText ? null : value?.value.trim();
  if (!written.endsWith("}")) {
    if (!isText || value.trim() === "") return [written, asFound(name, value)];
    if (choices && !choices.includes(value)) return [`${name}= and one of ${choices.join(", ")}`, asFound(name, value)];
    const sign = markdownIn(value);
    return sign ? ["words without signs of markdown, which readers would see", sign] : null;
  }
  const number = /^\d+$/.test(inBraces ?? "") ? Number(inBraces) : Number.NaN;
  if (number >= least && number <= most) return null;
  const range = most === Number.MAX_SAFE_INTEGER ? "" : `, with a number from ${least} to ${most}`;
  return [written + range, asFound(name, value)];
}

function asFound(name: string, value: Attribute["value"]): string {
  if (value === null || value === undefined) return `${name} without a value`;
  return typeof value === "string" ? `${name}="${value}"` : `${name}={${value.value}}`;
}

/** What is wrong with the words in a demo's attributes, which readers see as they are written. */
export function wordProblems(node: TreeNode): readonly Problem[] {
  const { line, column } = placeOf(node);
  return (node.attributes ?? []).flatMap(({ name, value }) => {
    if (typeof value !== "string" || !["title", "link", "invitation"].includes(name ?? "")) return [];
    const sign = markdownIn(value);
    if (sign) return [problem(line, column, "words without signs of markdown, which readers would see", sign)];
    const isEmpty = name === "title" && value.trim() === "";
    return isEmpty ? [problem(line, column, "words in title, or no title", 'title=""')] : [];
  });
}

/** What is wrong with a component that is a kind of demo: its attributes, its id, and all that stands in it. */
export function demoProblems(
  node: TreeNode,
  ids: DemoIds,
  { file, claims }: Pick<PageContext, "file" | "claims">,
): readonly Problem[] {
  const kind = kindOf(node.name ?? "");
  if (!kind) return [];
  const problems: Problem[] = [];
  const tell: Tell = ({ line, column }, expected, found) => problems.push(problem(line, column, expected, found));
  const written = readWritten(node, { resolve: linkResolver(file), tell });
  tellAttributes(kind, written, tell);
  const id = idOf(kind, written);
  tellId(written, id, ids, tell);
  kind.element(written, ids.take(id), tell);
  problems.push(...beliefProblems(written.parts, claims));
  return problems;
}

function tellId({ attributes, place }: Written, id: string, ids: DemoIds, tell: Tell): void {
  const { id: given, title } = attributes;
  if (given !== undefined && isId(given) && ids.has(given)) {
    tell(place, "an id that no other demo of the page has", `id="${given}" again`);
  } else if (given === undefined && idFrom(title ?? "") !== "" && ids.has(id)) {
    tell(place, "a title that no other demo of the page has, or an id of its own", `title="${title}" again`);
  }
}

function attributesOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const known = Object.values(attributes);
  return known.length === 0 ? `<${name}> without attributes` : `at <${name}> no attribute but ${known.join(", ")}`;
}

function unknownName(key: string, attributes: Readonly<Record<string, string>>): string {
  return `“${key}”${didYouMean(key, Object.keys(attributes))}`;
}
