import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import type { ViteDevServer } from "vite";
import { listed } from "../checks/author-error.ts";
import { checkPage } from "../checks/check-page.ts";
import { contentFiles, contentRoot } from "../checks/content-files.ts";
import { nameProblems } from "../checks/page-names.ts";
import { readingOnce } from "../checks/syntax-problems.ts";
import { readReference } from "../reference/reference-files.ts";
import { bannerAlone, gonePage, keepPlace, withBanner } from "./mistakes-banner.ts";

/**
 * Keeps what an editor reads in sight: while a page has mistakes, its address gives the page as it last was without any, and
 * the mistakes over it, in the words of `npm run check`. A page with mistakes comes no further than here, so none of them
 * ends in an error of the site's own machinery. A file whose name no page can have has no address, and those of the reference
 * have it by the pages that show them: the terminal tells of both.
 */
export function lastGoodPages(): AstroIntegration {
  return {
    name: "last-good-pages",
    hooks: {
      "astro:config:setup": ({ command, injectScript }) => {
        if (command === "dev") injectScript("page", `import "${keepPlace}";`);
      },
      "astro:server:setup": ({ server, logger }) => watchOver(server, (mistakes) => logger.error(mistakes)),
    },
  };
}

function watchOver({ watcher, middlewares, environments }: ViteDevServer, say: (mistakes: string) => void): void {
  /** What each address last gave without a mistake. */
  const good = new Map<string, string>();
  /** What is wrong in each page's file, until some file changes. */
  const checked = new Map<string, Promise<string>>();
  /** The files of all pages that have been there since the server began. */
  const known = new Set(contentFiles());
  /** What the terminal has said last of each file. */
  const told = new Map<string, string>();

  const tell = (file: string, mistakes: string): void => {
    if (mistakes !== "" && mistakes !== told.get(file)) say(mistakes);
    told.set(file, mistakes);
  };
  const tellFiles = (): void => {
    for (const [file, problem] of nameProblems(contentRoot)) tell(file, listed(file, [problem]));
    for (const { file, problems } of readReference()) tell(file, listed(file, problems));
  };
  tellFiles();

  watcher.on("all", (event, file) => {
    checked.clear();
    const isContent = file.startsWith(contentRoot + sep);
    if (isContent && event === "add") known.add(file);
    if (isContent && (event === "add" || file.endsWith(".md"))) tellFiles();
    // Pages reload by themselves when a page changes, and not when a picture does.
    const isBeside = (isContent && !file.endsWith(".mdx")) || file.startsWith(resolve("public") + sep);
    if (isBeside) environments["client"]?.hot.send({ type: "full-reload" });
  });

  const mistakesNow = async (file: string): Promise<readonly string[]> => {
    if (!checked.has(file)) checked.set(file, mistakesIn(file));
    const mistakes = (await checked.get(file)) ?? "";
    tell(file, mistakes);
    return mistakes === "" ? [] : mistakes.split("\n");
  };
  const answer = async (pathname: string, response: ServerResponse): Promise<boolean> => {
    // A file may have been read while it was written, and then nothing more is heard of it.
    tellFiles();
    const files = filesOf(pathname);
    const there = files.filter((file) => existsSync(file));
    const gone = there.length === 0 && files.find((file) => known.has(file));
    if (gone && !isListing(gone)) return send(response, 404, gonePage(nameOf(gone)));
    const mistakes = (await Promise.all(there.map(mistakesNow))).flat().concat(there.flatMap(mistakesShown));
    if (mistakes.length > 0) {
      const last = good.get(pathname);
      if (last === undefined) return send(response, 500, bannerAlone(mistakes, guide()));
      return send(response, 200, withBanner(last, mistakes, guide()));
    }
    if (there.length > 0) keep(response, (page) => good.set(pathname, page));
    return false;
  };
  middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    if (request.method !== "GET" || !pathname.endsWith("/")) return next();
    answer(pathname, response).then((isAnswered) => isAnswered || next(), next);
  });
}

/** The files that may stand behind an address: a page has one of two, and all together have the demos that stand alone. */
function filesOf(pathname: string): readonly string[] {
  if (pathname.startsWith("/embed/")) return contentFiles();
  const base = join(contentRoot, pathname).replace(/[\\/]$/, "");
  return [`${base}.mdx`, join(base, "index.mdx")].filter((file) => file.startsWith(contentRoot + sep));
}

/** Whether a page that has no file of its own lists the pages of its folder. */
function isListing(file: string): boolean {
  const folder = dirname(file) + sep;
  return basename(file) === "index.mdx" && contentFiles().some((other) => other.startsWith(folder));
}

/** What is wrong in a page's file, a line each; nothing where all is well. */
async function mistakesIn(file: string): Promise<string> {
  const name = nameProblems(contentRoot).get(file);
  const problems = await readingOnce(() => checkPage(file, readFileSync(file, "utf8")));
  return listed(file, name ? [name, ...problems] : problems);
}

/** What is wrong in the files of the reference that a page shows. */
function mistakesShown(page: string): readonly string[] {
  const source = readFileSync(page, "utf8");
  const shown = readReference().filter(({ kind }) => source.includes(`<Reference of="${kind}"`));
  return shown.flatMap(({ file, problems }) => (problems.length > 0 ? listed(file, problems).split("\n") : []));
}

/** The page that lists what can go wrong and how to mend it, where the site has it. */
function guide(): string | null {
  return existsSync(join(contentRoot, "authors/errors.mdx")) ? "/authors/errors/" : null;
}

function nameOf(file: string): string {
  return relative(process.cwd(), file).replaceAll("\\", "/");
}

/** Hand over what is sent as a response, when all of it is sent and it is a page. */
function keep(response: ServerResponse, take: (page: string) => void): void {
  const chunks: Uint8Array[] = [];
  for (const name of ["write", "end"] as const) {
    const send = response[name].bind(response) as (...all: unknown[]) => never;
    response[name] = (chunk?: unknown, ...rest: unknown[]) => {
      if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
      return send(chunk, ...rest);
    };
  }
  response.once("finish", () => {
    const page = Buffer.concat(chunks).toString();
    if (response.statusCode === 200 && page.includes("</body>")) take(page);
  });
}

function send(response: ServerResponse, status: number, page: string): true {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  response.end(page);
  return true;
}
