import { codeToTokensBase } from "shiki";
import { theme } from "../authoring/blocks/token-classes.ts";
import { siteResources, useResources } from "../authoring/site-resources.ts";
import { handlerText } from "../demos/inside-the-server/handler-text.ts";
import type { HandlerSource } from "../demos/kit/source-view.ts";
import { routes } from "../library/site/routes.ts";

/** The source of every handler of the mock server, by the handler's name, read from the project's own files. */
export async function handlerSources(): Promise<Readonly<Record<string, HandlerSource>>> {
  useResources(siteResources());
  const names = [...new Set(routes.flatMap(({ run }) => Object.keys(run)))];
  const sources = names.map(async (name) => {
    const { source, ...place } = handlerText(name);
    return [name, { ...place, pieces: await highlight(source) }] as const;
  });
  return Object.fromEntries(await Promise.all(sources));
}

async function highlight(source: string): Promise<HandlerSource["pieces"]> {
  // Without a limit of time, for a build on a busy machine gives the same.
  const lines = await codeToTokensBase(source, { lang: "ts", theme, tokenizeTimeLimit: 0 });
  const pieces: [string, string][] = [];
  for (const token of lines.flatMap((line, index) => (index === 0 ? line : [{ content: "\n" }, ...line]))) {
    const kind = ("color" in token && /--(token-[\w-]+)/.exec(token.color ?? "")?.[1]) || "";
    const last = pieces.at(-1);
    if (last && (last[1] === kind || token.content.trim() === "")) last[0] += token.content;
    else pieces.push([token.content, kind]);
  }
  return pieces;
}
