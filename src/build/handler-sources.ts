import { codeToTokensBase } from "shiki";
import shiki from "shiki/package.json" with { type: "json" };
import { theme } from "../authoring/blocks/token-classes.ts";
import { siteResources, useResources } from "../authoring/site-resources.ts";
import { handlerText } from "../demos/inside-the-server/handler-text.ts";
import type { HandlerSource } from "../demos/kit/source-view.ts";
import { routes } from "../library/site/routes.ts";
import { keptBetweenBuilds } from "./kept-between-builds.ts";

/**
 * The source of every handler of the mock server, by the handler's name, read from the project's own files. To learn the grammar of
 * the language takes longer than all else of a small site, so what came of it is kept.
 */
export async function handlerSources(): Promise<Readonly<Record<string, HandlerSource>>> {
  useResources(siteResources());
  const names = [...new Set(routes.flatMap(({ run }) => Object.keys(run)))];
  const texts = names.map((name) => [name, handlerText(name)] as const);
  const madeFrom = JSON.stringify([shiki.version, theme, `${highlight}`, texts]);
  const json = await keptBetweenBuilds(["handlers", "json"], madeFrom, async () => {
    const sources = texts.map(async ([name, { source, ...place }]) => {
      return [name, { ...place, pieces: await highlight(source) }] as const;
    });
    return Buffer.from(JSON.stringify(Object.fromEntries(await Promise.all(sources))));
  });
  return JSON.parse(Buffer.from(json).toString());
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
