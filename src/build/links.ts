import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodePath } from "./decode-path.ts";
import { attribute, elements, lineOf, sourceAttributes } from "./html-elements.ts";
import { cssUrls, urls } from "./html-urls.ts";
import { listFiles } from "./list-files.ts";

/** What a check of all links found. */
export interface LinkReport {
  /** How many links lead from one place of the site to another. */
  readonly internal: number;
  /** URLs on other hosts, each once. They are not followed. */
  readonly external: readonly string[];
  /** One sentence for each link that leads nowhere. */
  readonly problems: readonly string[];
}

/** A host and a folder that no link of the site names, so that one that leaves the site is noticed. */
const base = "http://site.invalid/0/1/2/3/4/5/6/7/";

/** Follows every URL in the pages and style sheets of a built site, to the file and to the place within it. */
export async function checkLinks(root: string): Promise<LinkReport> {
  const files = await listFiles(root);
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => /\.(?:html|css)$/.test(name))) {
    texts.set(file, await readFile(join(root, file), "utf8"));
  }
  const links = [...texts].flatMap(([file, text]) => linksOf(file, text));
  const pages = [...texts].filter(([file]) => file.endsWith(".html"));
  const places = new Map(pages.map(([file, html]) => [file, placesIn(html)]));
  const isExternal = ({ url }: Link): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url);
  const internal = links.filter((link) => !isExternal(link));
  return {
    internal: internal.length,
    external: [...new Set(links.filter(isExternal).map(({ url }) => url))]
      .filter((url) => /^(?:https?:|\/\/)/i.test(url))
      .sort(),
    problems: internal.flatMap((link) => {
      const problem = follow(link, files, places);
      return problem ? [`${link.file}:${lineOf(texts.get(link.file) ?? "", link.start)}: ${link.url} ${problem}`] : [];
    }),
  };
}

interface Link {
  readonly file: string;
  /** Where it stands in the file. */
  readonly start: number;
  readonly url: string;
}

function linksOf(file: string, text: string): Link[] {
  if (file.endsWith(".html")) {
    return sourceAttributes(text).flatMap((attr) => urls(attr).map((url) => ({ file, start: attr.start, url })));
  }
  return cssUrls(text).map((url) => ({ file, start: 0, url }));
}

/** The fragments that name a place in a page; the empty one and `top` always do. */
function placesIn(html: string): Set<string> {
  return new Set(["", "top", ...elements(html).flatMap((element) => attribute(element, "id") ?? [])]);
}

/** Why a link leads nowhere; undefined where it leads somewhere. */
function follow(
  { file, url }: Link,
  files: readonly string[],
  places: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const { href, hash } = new URL(url, base + file);
  if (!href.startsWith(base)) return "leaves the site, which may stand in a folder of its host.";
  const path = decodePath(href.slice(base.length).replace(/[?#].*$/, ""));
  const target = path.replace(/(^|\/)$/, "$1index.html");
  if (!files.includes(target)) {
    return files.includes(`${target}/index.html`)
      ? "leads to a folder. End it with a slash: not every host adds it."
      : `leads to ${target}, which is not in the site.`;
  }
  const fragment = decodePath(hash.slice(1));
  if (fragment.startsWith(":~:") || places.get(target)?.has(fragment) !== false) return undefined;
  return `names a place that ${target} does not have: no element has id="${fragment}".`;
}

if (import.meta.main) {
  const { internal, external, problems } = await checkLinks("dist");
  if (problems.length > 0) process.stderr.write(`Links that lead nowhere:\n  ${problems.join("\n  ")}\n`);
  if (external.length > 0) process.stdout.write(`Not followed, on other hosts:\n  ${external.join("\n  ")}\n`);
  process.stdout.write(`${internal} links within the site, ${problems.length} broken\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
