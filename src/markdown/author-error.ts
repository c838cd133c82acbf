import { relative } from "node:path";

/** A mistake in a page's source, said to its author: the file, the line, what was expected, what was found. */
export class AuthorError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, text: string, column = 1) {
    super(`${relative(process.cwd(), file)}:${line}:${column}: ${text}`);
    this.name = "AuthorError";
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
