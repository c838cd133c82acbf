import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { embedPath } from "../demos/kit/embed-path.ts";
import { awayFrom, demosOf } from "../layouts/demos-alone.ts";
import { type Embed, embedList, mark } from "../layouts/embed-parts.ts";
import { takeData } from "./demo-data.ts";
import { embedTemplate } from "./embed-template.ts";
import { attribute, elements } from "./html-elements.ts";
import { listFiles } from "./list-files.ts";
import { plainSigns } from "./plain-signs.ts";
import { findProblems, relativeCss, relativeHtml, relativeUrl, sitePaths } from "./relative.ts";

/** The page that lists all demos, and the one of which those of single demos are made. */
const list = "embed/index.html";
const template = "embed/template/index.html";

/**
 * Makes of the pages that Astro has built those that are hosted, each read, parsed and written once:
 *
 * - Its demos and tasks get pages of their own, for frames in other sites.
 * - The data of its demos go into a file of their own.
 * - What is escaped in text without need is not.
 * - Every URL that starts at the root of the host becomes relative to the file it stands in. The build fails where one is left
 *   that cannot be rewritten.
 */
export function finishedPages(): AstroIntegration {
  return {
    name: "finished-pages",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { problems, embeds, withData } = await finish(root);
        if (problems.length > 0) throw new Error(`The site would not work in a sub-folder:\n${problems.join("\n")}`);
        logger.info(`${embeds} demos and tasks have a page of their own`);
        logger.info(`the demos of ${withData} pages have their data in a file of their own`);
        logger.info("every link is relative to its page");
      },
    },
  };
}

/** What was done to a site's pages, and what would still tie them to the root of a host. */
interface Finished {
  readonly problems: readonly string[];
  /** How many demos and tasks have a page. */
  readonly embeds: number;
  /** How many pages have their data in a file of their own. */
  readonly withData: number;
}

async function finish(root: string): Promise<Finished> {
  // Files are read and written at once: to wait for each of thousands takes longer than all that is done to them.
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const files = await listFiles(root);
  const paths = sitePaths(files);
  const problems: string[] = [];
  const embeds: Embed[] = [];
  let withData = 0;

  const rendered = read(template);
  problems.push(...findProblems(rendered, template, paths));
  const embedPage = embedTemplate(rendered);
  rmSync(join(root, dirname(template)), { recursive: true });

  const finishPage = (built: string, file: string): void => {
    const html = plainSigns(built);
    problems.push(...findProblems(html, file, paths));
    const page = { url: `/${file.replace(/index\.html$/, "")}`, title: titleOf(html) };
    for (const { demo, title, ...place } of demosOf(html)) {
      const embed = { page, demo, title };
      const own = `${embedPath(page.url, demo)}index.html`;
      const content = awayFrom(page.url, html, place, (url) => relativeUrl(url, own));
      write(own, embedPage(embed, content, own));
      // A copy, since what is cut out of a page's text keeps all of it in memory.
      embeds.push(structuredClone(embed));
    }
    const taken = takeData(html, file);
    if (taken) write(taken.file, taken.data);
    if (taken) withData += 1;
    write(file, relativeHtml(html, file, taken?.edits));
  };

  // One after the other, so that a large site is never in memory all at once; the list of all demos when they are known.
  for (const file of files) {
    if (file === list || file === template) continue;
    if (file.endsWith(".html")) finishPage(read(file), file);
    else if (file.endsWith(".css")) write(file, relativeCss(read(file), file));
    else if (/\.(?:js|webmanifest)$/.test(file)) problems.push(...findProblems(read(file), file, paths));
  }
  const inOrder = embeds.toSorted((one, other) => one.page.url.localeCompare(other.page.url, "en"));
  finishPage(
    read(list).replace(mark("list"), () => embedList(inOrder).text),
    list,
  );
  return { problems, embeds: embeds.length, withData };
}

/** A page's title, as it tells it to sites where it is shared. */
function titleOf(html: string): string {
  const title = elements(html).find((element) => attribute(element, "property") === "og:title");
  return (title && attribute(title, "content")) ?? "";
}
