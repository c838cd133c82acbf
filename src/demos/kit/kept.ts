import type { Guess } from "./done.ts";

/** What a reader has answered on a page: what was asked, in words, and what was given. */
export interface Answer {
  readonly asked: string;
  readonly given: unknown;
}

/** A guess, with the demo and the part of the page in which it was made. */
export interface KeptGuess extends Guess {
  readonly demo: string;
  readonly part: string;
}

/** All that a browser keeps of a reader's way through a page. */
export interface Kept {
  readonly answers: readonly Answer[];
  /** The demos in which the reader has done what they are for, by their ids. */
  readonly acts: readonly string[];
  /** In the order in which they were made. */
  readonly guesses: readonly KeptGuess[];
  /** The part that was being read; null before the first. */
  readonly place: string | null;
}

export const nothingKept: Kept = { answers: [], acts: [], guesses: [], place: null };

/** The shape of what is kept. A change that older code cannot read takes the next number. */
const version = 1;

/** What a stored text is: nothing, something kept, damaged, or of another version of the lesson's code. */
export type Stored =
  | { readonly kind: "nothing" | "damaged" | "other version" }
  | { readonly kind: "kept"; readonly kept: Kept };

/** Read a stored text, which anyone may have changed in the browser. What is no answer, act or guess is left out. */
export function readKept(text: string | null): Stored {
  if (text === null) return { kind: "nothing" };
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return { kind: "damaged" };
  }
  const { version: written, answers, acts, guesses, place } = (stored ?? {}) as Record<string, unknown>;
  if (typeof written !== "number") return { kind: "damaged" };
  if (written !== version) return { kind: "other version" };
  return {
    kind: "kept",
    kept: {
      answers: listIn(answers).filter((each): each is Answer => has(each, ["asked"], [])),
      acts: listIn(acts).filter((act) => typeof act === "string"),
      guesses: listIn(guesses).filter((each): each is KeptGuess =>
        has(each, ["demo", "part", "asked", "expected"], ["beliefs", "held"]),
      ),
      place: typeof place === "string" ? place : null,
    },
  };
}

/** What is kept, as a text to be stored; null for nothing. */
export function writeKept(kept: Kept): string | null {
  const isNothing = kept.place === null && [kept.answers, kept.acts, kept.guesses].every(({ length }) => length === 0);
  return isNothing ? null : JSON.stringify({ version, ...kept });
}

/** Under which name it is kept. An origin may hold many sites, and a site many pages. */
const keptKey = (): string => `http-cycle ${location.pathname.replace(/index\.html$/, "")}`;

/** What lasts as long as the page, where the browser keeps nothing. */
let unkept = nothingKept;

/** What is kept of this page. */
export function kept(): Kept {
  try {
    const stored = readKept(localStorage.getItem(keptKey()));
    if (stored.kind === "other version") return unkept;
    return stored.kind === "kept" ? stored.kept : nothingKept;
  } catch {
    return unkept;
  }
}

/**
 * Keep something else; false where it lasts only as long as the page: the browser keeps nothing for this site, or what it
 * keeps is of another version, which is left alone.
 */
export function keep(change: (kept: Kept) => Kept): boolean {
  unkept = change(kept());
  try {
    if (readKept(localStorage.getItem(keptKey())).kind === "other version") return false;
    const text = writeKept(unkept);
    if (text === null) localStorage.removeItem(keptKey());
    else localStorage.setItem(keptKey(), text);
    return true;
  } catch {
    return false;
  }
}

/** Forget all that is kept of this page, whichever version wrote it. */
export function forget(): void {
  unkept = nothingKept;
  try {
    localStorage.removeItem(keptKey());
  } catch {
    // Then nothing was kept.
  }
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether a value has texts and lists of texts by these names. */
function has(value: unknown, texts: readonly string[], lists: readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  const parts = value as Readonly<Record<string, unknown>>;
  return (
    texts.every((name) => typeof parts[name] === "string") &&
    lists.every((name) => Array.isArray(parts[name]) && parts[name].every((item) => typeof item === "string"))
  );
}
