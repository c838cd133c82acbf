import { type BeliefStory, beliefStories } from "../kit/belief-stories.ts";
import { type Answer, type Kept, type KeptGuess, readKept, writeKept } from "../kit/kept.ts";

/** What a reader's browser keeps of a site's pages, by their addresses within the site. */
export type KeptPages = ReadonlyMap<string, Kept>;

/** A task that a reader has tried. */
export interface TriedTask {
  /** The page and the task's id. */
  readonly page: string;
  readonly id: string;
  readonly tries: number;
  /** The messages that solved it; null while it is not solved. */
  readonly solvedBy: string | null;
}

/** What a reader can show: their tasks, and what became of each wrong belief that stood behind a guess. */
export interface Report {
  readonly tasks: readonly TriedTask[];
  readonly beliefs: readonly HeldBelief[];
}

/** A belief that a reader held, and the guess that no longer showed it, if there was one. */
export interface HeldBelief extends BeliefStory {
  readonly first: KeptGuess;
}

export function reportOf(pages: KeptPages): Report {
  return {
    tasks: [...pages].flatMap(([page, { answers }]) => answers.flatMap((answer) => taskIn(page, answer) ?? [])),
    beliefs: beliefStories([...pages.values()].flatMap(({ guesses }) => guesses)).flatMap(heldBelief),
  };
}

/** A belief as it was held first, be it at the first occasion or later; none where it never was. */
function heldBelief(story: BeliefStory): readonly HeldBelief[] {
  return story.first ? [{ ...story, first: story.first }] : [];
}

/** The task that an answer is about, as src/demos/task keeps it; null where it is about none. */
function taskIn(page: string, { asked, given }: Answer): TriedTask | null {
  const id = /^task (\S+) \S+$/.exec(asked)?.[1];
  const { tries, solvedBy } = Object(given) as Record<string, unknown>;
  if (id === undefined || typeof tries !== "number" || tries < 1) return null;
  return { page, id, tries: Math.floor(tries), solvedBy: typeof solvedBy === "string" ? solvedBy : null };
}

/** The line between what people read in a file and what a browser reads. */
const line = "=== for the browser, which reads what follows ===";

/** The shape of a file. A change that older code cannot read takes the next number. */
const version = 1;

/** A file for people and browsers: a report, and below it all that is kept. */
export function workFile(report: string, pages: KeptPages): string {
  const kept = [...pages].map(([page, each]) => [page, writeKept(each)]);
  return `${report.trimEnd()}\n\n${line}\n${JSON.stringify({ version, pages: Object.fromEntries(kept) })}\n`;
}

/** What a file is: another one altogether, damaged, of another version of the lesson's code, or a reader's work. */
export type WorkFile =
  | { readonly kind: "foreign" | "damaged" | "other version" }
  | { readonly kind: "work"; readonly pages: KeptPages };

/** Read a file that anyone may have made or changed. */
export function readWorkFile(text: string): WorkFile {
  const at = text.lastIndexOf(`${line}`);
  if (at < 0) return { kind: "foreign" };
  let written: unknown;
  try {
    written = JSON.parse(text.slice(at + line.length));
  } catch {
    return { kind: "damaged" };
  }
  const { version: other, pages } = Object(written) as Record<string, unknown>;
  if (typeof other !== "number") return { kind: "damaged" };
  if (other !== version) return { kind: "other version" };
  if (typeof pages !== "object" || pages === null || Array.isArray(pages)) return { kind: "damaged" };
  const read = new Map<string, Kept>();
  for (const [page, each] of Object.entries(pages)) {
    if (!isPage(page)) return { kind: "damaged" };
    const stored = readKept(typeof each === "string" ? each : each === null ? null : "");
    if (stored.kind === "damaged" || stored.kind === "other version") return { kind: stored.kind };
    if (stored.kind === "kept") read.set(page, stored.kept);
  }
  return { kind: "work", pages: read };
}

/** Whether this is the address of a page within its site, such as `lessons/caching/`; the first page's is empty. */
export function isPage(page: string): boolean {
  return /^(?:[\w.~%-]+\/)*(?:[\w.~%-]+\.html)?$/.test(page) && !/(?:^|\/)\.{1,2}\//.test(page);
}

/** What is kept of a page together with what a file brings. Nothing that is kept gets lost; a task that was solved stays so. */
export function merged(own: Kept, other: Kept): Kept {
  const has = (list: readonly unknown[], each: unknown): boolean =>
    list.some((one) => JSON.stringify(one) === JSON.stringify(each));
  const isBetter = ({ asked, given }: Answer): boolean => {
    const mine = own.answers.find((answer) => answer.asked === asked);
    return !mine || (Object(mine.given).solvedBy === null && typeof Object(given).solvedBy === "string");
  };
  const taken = other.answers.filter(isBetter);
  const names = taken.map(({ asked }) => asked);
  return {
    answers: [...own.answers.filter(({ asked }) => !names.includes(asked)), ...taken],
    acts: [...new Set([...own.acts, ...other.acts])],
    guesses: [...own.guesses, ...other.guesses.filter((guess) => !has(own.guesses, guess))],
    place: own.place ?? other.place,
  };
}
