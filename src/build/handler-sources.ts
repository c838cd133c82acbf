import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeToTokensBase } from "shiki";
import { theme } from "../markdown/token-classes.ts";
import { routes } from "../server/routes.ts";
import type { HandlerSource } from "../view/source-view.ts";

const folder = "src/server";

/** The source of every handler of the mock server, by the handler's name, read from the project's own files. */
export async function handlerSources(): Promise<Readonly<Record<string, HandlerSource>>> {
  const names = [...new Set(routes.flatMap(({ run }) => Object.keys(run)))];
  const files = (await readdir(folder)).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const sources = names.map(async (name) => {
    const index = texts.findIndex((text) => text.includes(`export function ${name}(`));
    const text = texts[index];
    if (text === undefined) throw new Error(`Expected “export function ${name}(” in a file of ${folder}/; found none.`);
    const { source, line } = functionIn(text, name);
    return [name, { file: `${folder}/${files[index]}`, line, pieces: await highlight(source) }] as const;
  });
  return Object.fromEntries(await Promise.all(sources));
}

/** An exported function with its comment, and the line on which they begin. The code is formatted, so `}` ends it. */
export function functionIn(text: string, name: string): { source: string; line: number } {
  const pattern = new RegExp(`^(?:/\\*\\*(?:(?!\\*/).)*\\*/\\n)?export function ${name}\\(.*?^\\}$`, "ms");
  const match = pattern.exec(text);
  if (!match) throw new Error(`Expected a function ${name} that ends in a line with “}” alone; found none.`);
  return { source: match[0], line: text.slice(0, match.index).split("\n").length };
}

async function highlight(source: string): Promise<HandlerSource["pieces"]> {
  const lines = await codeToTokensBase(source, { lang: "ts", theme });
  const pieces: [string, string][] = [];
  for (const token of lines.flatMap((line, index) => (index === 0 ? line : [{ content: "\n" }, ...line]))) {
    const kind = ("color" in token && /--(token-[\w-]+)/.exec(token.color ?? "")?.[1]) || "";
    const last = pieces.at(-1);
    if (last && (last[1] === kind || token.content.trim() === "")) last[0] += token.content;
    else pieces.push([token.content, kind]);
  }
  return pieces;
}
