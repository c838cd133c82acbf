import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = "src/library/site";

/** A handler of the mock server as it is written: its file within the project, the line on which it begins, its text. */
export interface HandlerText {
  readonly file: string;
  readonly line: number;
  readonly source: string;
}

/** The text of a handler, read from the project's own files. Throws where no file has it. */
export function handlerText(name: string): HandlerText {
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    if (text.includes(`export function ${name}(`)) return { file: `${folder}/${file}`, ...functionIn(text, name) };
  }
  throw new Error(`Expected “export function ${name}(” in a file of ${folder}/; found none.`);
}

/** An exported function with its comment, and the line on which they begin. The code is formatted, so `}` ends it. */
export function functionIn(text: string, name: string): { source: string; line: number } {
  const pattern = new RegExp(`^(?:/\\*\\*(?:(?!\\*/).)*\\*/\\n)?export function ${name}\\(.*?^\\}$`, "ms");
  const match = pattern.exec(text);
  if (!match) throw new Error(`Expected a function ${name} that ends in a line with “}” alone; found none.`);
  return { source: match[0], line: text.slice(0, match.index).split("\n").length };
}
