import type { Act } from "../../http/interaction.ts";

/** What an author wrote inside a component of a page, read once for all kinds of demos. Markdown has become HTML. */
export interface Written {
  /** The component's name. */
  readonly component: string;
  readonly place: Place;
  /** The attributes' values by name; one without a value is the empty text. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}

/** A place in a page's file: line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that stands in a component, in the order of the page. */
export type Part = Paragraph | Quotation | Fence | Choices | Steps | Points | Inner;

/** A paragraph, or another piece of running text such as a table. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly place: Place;
  readonly html: string;
}

/** A quotation: the belief behind a choice, as plain text. */
export interface Quotation {
  readonly kind: "quotation";
  readonly place: Place;
  readonly text: string;
}

/** An `http` fence. */
export interface Fence {
  readonly kind: "fence";
  /** Where its first line stands, the one with the language. */
  readonly place: Place;
  readonly source: string;
  readonly title: string | null;
  /** The server is switched off for it. */
  readonly off: boolean;
  /** The act that it stands for; null leaves it to the message. */
  readonly act: Act | null;
  /** It is sent as it is written. */
  readonly raw: boolean;
  /** It says what the server must see. */
  readonly expect: boolean;
}

/** A task list: what a reader can choose from. */
export interface Choices {
  readonly kind: "choices";
  readonly place: Place;
  readonly items: readonly WrittenChoice[];
}

/** A choice, as a demo asks it; `why` is what is told who chose it. Both texts are HTML. */
export interface Choice {
  readonly text: string;
  readonly isRight: boolean;
  /** The wrong idea that leads to it, in the words of the page's `<Belief claim>`. */
  readonly belief?: string;
  readonly why?: string;
}

/** A choice with where it stands and its text without marks. */
export interface WrittenChoice extends Choice {
  readonly place: Place;
  readonly plain: string;
}

/** A numbered list. */
export interface Steps {
  readonly kind: "steps";
  readonly place: Place;
  readonly items: readonly { readonly place: Place; readonly parts: readonly Part[] }[];
}

/** A list with bullets. */
export interface Points {
  readonly kind: "points";
  readonly place: Place;
  readonly items: readonly { readonly place: Place; readonly html: string }[];
}

/** Another component. */
export interface Inner {
  readonly kind: "component";
  readonly place: Place;
  readonly written: Written;
}

/** Tells an author of a mistake: where, what was expected, what stands there. */
export type Tell = (place: Place, expected: string, found: string) => void;

/** The words behind `http` that a fence in a demo may have. */
export type FenceWord = "title" | "off" | "as" | "raw";

/** Tell of the words behind a fence's `http` that its demo does not read; `taken` are those that it does. */
export function tellWords(fence: Fence, taken: readonly FenceWord[], where: string, tell: Tell): void {
  const { title, off, act, raw } = fence;
  const written = { title: title !== null, off, as: act !== null, raw };
  for (const word of Object.keys(written) as readonly FenceWord[]) {
    if (!written[word] || taken.includes(word)) continue;
    const may = taken.length === 0 ? "no word" : `no word but ${taken.join(", ")}`;
    tell(fence.place, `${may} behind http at ${where}`, `“${word}”`);
  }
}

/** What a part is called when it stands where it cannot be read. */
export function partName(part: Part): string {
  switch (part.kind) {
    case "paragraph":
      return "a paragraph";
    case "quotation":
      return "a quotation";
    case "fence":
      return part.expect ? "an http expect block" : "an http block";
    case "choices":
      return "a task list";
    case "steps":
      return "a numbered list";
    case "points":
      return "a list without [x] or [ ]";
    case "component":
      return `<${part.written.component}>`;
  }
}
