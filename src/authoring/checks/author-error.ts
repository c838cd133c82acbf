import { relative } from "node:path";

/** A mistake in a page's source: where it stands (from 1), and in words what was expected, what was found, how to mend it. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** A problem in the usual form: what was expected, and what stands there instead. */
export function problem(line: number, column: number, expected: string, found: string): Problem {
  return { line, column, text: `expected ${expected}; found ${found}` };
}

/** Mistakes of pages, a line each: `content/index.mdx:12:3: expected …; found …`. Its place is that of the first. */
export class AuthorError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(found: ReadonlyMap<string, readonly Problem[]>) {
    super(Array.from(found, ([file, problems]) => listed(file, problems)).join("\n"));
    const [[file, [first]] = ["", []]] = found;
    this.name = "AuthorError";
    this.file = file;
    this.line = first?.line ?? 1;
    this.column = first?.column ?? 1;
    // The author's mistake is in the page; where our code noticed it helps nobody.
    this.stack = "";
  }
}

/** The problems of a page as lines that name the file from the project's root. */
export function listed(file: string, problems: readonly Problem[]): string {
  const name = relative(process.cwd(), file).replaceAll("\\", "/");
  return problems.map(({ line, column, text }) => `${name}:${line}:${column}: ${text}`).join("\n");
}
