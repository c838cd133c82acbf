import Slugger, { slug } from "github-slugger";
import { placeIn, plainText, type TreeNode } from "../blocks/tree.ts";
import { type Problem, problem } from "./author-error.ts";

/** What the page itself has for its main part. */
const start = "start";
const whatStartIs = "#start, which leads to the beginning of every page";

/** The addresses within a page that its author gives, as far as they have been met; no two may be the same. */
export class Places {
  readonly #known = new Map<string, number>();
  readonly #slugger = new Slugger();

  /** What is wrong with the place that a heading makes by its words. Equal headings are told apart by a number. */
  heading(node: TreeNode): readonly Problem[] {
    const id = this.#slugger.slug(plainText(node));
    if (id === start) return [problem(...placeIn(node), "a heading with other words", whatStartIs)];
    if ((node.children ?? []).some(({ type }) => type === "link"))
      return [problem(...placeIn(node), "a heading without links, for the list of contents makes it one", "a link")];
    const isPicture = (node.children ?? []).some(({ type }) => type === "image");
    if (isPicture || (id === "" && plainText(node).trim() !== ""))
      return [
        problem(
          ...placeIn(node),
          "words in a heading, of which its address is made",
          isPicture ? "a picture" : "signs alone",
        ),
      ];
    const before = this.#known.get(id);
    this.#known.set(id, before ?? placeIn(node)[0]);
    if (before === undefined) return [];
    return [problem(...placeIn(node), "a heading with other words", `#${id} again, after line ${before}`)];
  }

  /** What is wrong with the place that a tag makes: a stage, a part, an `id`. */
  problems(node: TreeNode): readonly Problem[] {
    const made = place(node);
    if (!made) return [];
    const [id, unique, written] = made;
    if (!/^[A-Za-z][\w-]*$/.test(id)) {
      return [problem(...placeIn(node), "an id of letters, digits and hyphens that begins with a letter", written)];
    }
    if (id === start) return [problem(...placeIn(node), unique, whatStartIs)];
    const [line] = placeIn(node);
    const before = this.#known.get(id);
    this.#known.set(id, before ?? line);
    return before === undefined ? [] : [problem(...placeIn(node), unique, `${written} again, after line ${before}`)];
  }
}

function place(node: TreeNode): readonly [id: string, unique: string, written: string] | null {
  const value = (key: string): string | null => {
    const given = node.attributes?.find(({ name }) => name === key)?.value;
    return typeof given === "string" ? given : (given?.value ?? null);
  };
  const number = value("number");
  if (node.name === "Stage" && number)
    return [`stage-${number.trim()}`, "each stage once in a page", `<Stage number={${number}}>`];
  const title = value("title");
  if (node.name === "Part" && title) return [slug(title), "parts with different titles", `title="${title}"`];
  const id = value("id");
  return id ? [id, "an id that nothing else in the page has", `id="${id}"`] : null;
}
