/** What is said beside the lines of a message, as far as the notes need it. */
export interface ReferenceNotes {
  /** What a method asks for, as the end of a sentence that begins with the method. */
  readonly methods: Readonly<Record<string, string>>;
  /** What a status code says, or each code of a class (`4xx`), in one sentence. */
  readonly codes: Readonly<Record<string, string>>;
  /** What a field is, in one sentence, by its name in small letters. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a value adds, after a colon: those of a field, in small letters, of which a longer one stands before its beginnings. */
  readonly values: Readonly<Record<string, readonly (readonly [value: string, text: string])[]>>;
}

/**
 * The sentences of `content/reference/`. For a browser the build puts them in the place of this module; in Node the name
 * `#reference-notes` stands for one that reads the files.
 */
export function referenceNotes(): ReferenceNotes {
  throw new Error(
    "src/build/reference-notes.ts puts the sentences of content/reference/ here; this build is without it.",
  );
}
