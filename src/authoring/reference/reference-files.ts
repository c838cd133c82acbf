import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ReferenceNotes } from "../../http/reference-notes.ts";
import type { Problem } from "../checks/author-error.ts";
import { contentRoot } from "../checks/content-files.ts";
import { parseReference, type ReferenceEntry, type ReferenceKind, referenceKinds } from "./parse-reference.ts";

/** A file of the reference, as it is read. */
export interface ReferenceFile {
  readonly kind: ReferenceKind;
  readonly file: string;
  readonly entries: readonly ReferenceEntry[];
  readonly problems: readonly Problem[];
}

/** The files of the reference, each in the place of the project’s where a content folder has its own. */
export function readReference(root = contentRoot): readonly ReferenceFile[] {
  return referenceKinds.map((kind) => {
    const name = join("reference", `${kind}.md`);
    const own = join(root, name);
    const file = existsSync(own) ? own : resolve("content", name);
    return { kind, file, ...parseReference(kind, existsSync(file) ? readFileSync(file, "utf8") : "") };
  });
}

/** The id of an entry in the page that shows the reference. */
export const referenceId = (name: string): string => name.toLowerCase();

let known: ReferenceNotes | null = null;

/** The sentences of the reference, for notes that are made in Node. The files are read once. */
export function referenceNotes(): ReferenceNotes {
  known ??= notesOf(readReference());
  return known;
}

/** Let the files be read again. */
export function forgetReference(): void {
  known = null;
}

function notesOf(files: readonly ReferenceFile[]): ReferenceNotes {
  const entries = (kind: ReferenceKind) => files.find((file) => file.kind === kind)?.entries ?? [];
  const fields = entries("fields");
  const withValues = fields.filter(({ values }) => values.length > 0);
  return {
    methods: Object.fromEntries(
      entries("methods").map(({ name, sentence }) => [name, continued(sentence).slice(0, -1)]),
    ),
    codes: Object.fromEntries(entries("status-codes").map(({ name, sentence }) => [name, sentence])),
    fields: Object.fromEntries(fields.map(({ name, sentence }) => [name.toLowerCase(), sentence])),
    values: Object.fromEntries(
      withValues.map(({ name, values }) => [
        name.toLowerCase(),
        values
          .map(({ name: value, sentence }) => [value, continued(sentence)] as const)
          .sort(([a], [b]) => b.length - a.length),
      ]),
    ),
  };
}

/** A sentence as it goes on after a name or a colon. A word in capitals, such as HTTP, stays so. */
function continued(sentence: string): string {
  return sentence.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
