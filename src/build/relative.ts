import { cspHash, withHashes } from "./csp-hashes.ts";
import { elements, lineOf, sourceAttributes } from "./html-elements.ts";
import { type Edit, edited, replaceCssUrls, replaceUrls, urls, withValue } from "./html-urls.ts";

/** The page that a host serves for every address it does not know, at whatever depth. */
const notFoundPage = "404.html";

/** The paths of a site's files, and of the folders that they stand in: `a/b/c.png` stands in `a/` and in `a/b/`. */
export function sitePaths(files: readonly string[]): ReadonlySet<string> {
  const folders = files.flatMap((file) => [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1)));
  return new Set([...files, ...folders]);
}

/**
 * A URL that starts at the root of the host, as one relative to a file of the site. Any other URL comes back as it is:
 * relative, with a scheme, or with a host (`//host/`).
 * @param file path of the file that holds the URL, from the site's root, without a leading slash
 */
export function relativeUrl(url: string, file: string): string {
  if (!startsAtRoot(url)) return url;
  const depth = file.split("/").length - 1;
  return (depth === 0 ? "./" : "../".repeat(depth)) + url.slice(1);
}

/**
 * A page with its URLs relative to it, those of its inline style sheets too; all else stays as it is to the octet. The
 * page's CSP allows what stands inline by its hash: that of a style sheet changes with it, and those of what stands in other
 * pages only are left out.
 * @param further edits of what holds no URL
 */
export function relativeHtml(html: string, file: string, further: readonly Edit[] = []): string {
  const edits = sourceAttributes(html).flatMap((attr) => {
    const value = replaceUrls(attr, (url) => relativeUrl(url, file));
    return value === attr.value ? [] : withValue(attr, value);
  });
  const renewed = new Map<string, string>();
  const hashes = new Set<string>();
  for (const { tagName, inner: before, innerStart: start, innerEnd: end } of elements(html)) {
    if (tagName !== "script" && tagName !== "style") continue;
    const text = tagName === "style" ? relativeCss(before, file) : before;
    hashes.add(cspHash(text));
    if (text === before) continue;
    edits.push({ start, end, text });
    renewed.set(cspHash(before), cspHash(text));
  }

  let rewritten = edited(html, [...edits, ...further]);
  for (const [before, after] of renewed) rewritten = rewritten.replaceAll(before, after);
  return withHashes(rewritten, hashes);
}

/** A style sheet with its URLs relative to it. */
export function relativeCss(css: string, file: string): string {
  return replaceCssUrls(css, (url) => relativeUrl(url, file));
}

/**
 * What would still tie a built file to the root of a host, one sentence each.
 * @param paths those of the site: a text such as `/books` is only an address of the site if the site has it
 */
export function findProblems(text: string, file: string, paths: ReadonlySet<string>): string[] {
  const rooted = (urls: readonly string[], where = (): string => ""): string[] =>
    urls.map(
      (url) =>
        `  ${file}${where()} holds ${url}, which starts at the root of the host. Write it relative to the page, or resolve it from import.meta.url.`,
    );
  if (/\.css$/.test(file)) return [];
  if (!/\.html$/.test(file)) return [...rooted(rootedInCode(text, paths)), ...preloads(text, file)];

  const problems = elements(text)
    .filter(({ tagName }) => tagName === "script")
    .flatMap(({ inner }) => rooted(rootedInCode(inner, paths), () => " (inline script)"));
  for (const attr of sourceAttributes(text)) {
    const known = urls(attr);
    const where = (): string => `:${lineOf(text, attr.start)} (${attr.name} of <${attr.element.tagName}>)`;
    if (known.length === 0) problems.push(...rooted(rootedInCode(`"${attr.value}"`, paths), where));
    if (file !== notFoundPage) continue;
    for (const url of known.filter(isLocal)) {
      problems.push(
        `  ${file}${where()} holds ${url}, but hosts serve this page at any depth, where no relative URL leads home. Put what it needs inline.`,
      );
    }
  }
  return problems;
}

function startsAtRoot(url: string): boolean {
  return /^\/(?![/\\])/.test(url);
}

function isLocal(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url);
}

/** String literals that name a file of the site, a folder with its closing slash, or a page. */
function rootedInCode(code: string, paths: ReadonlySet<string>): string[] {
  return (
    [...code.matchAll(/["'`]\/([^"'`\s\\?#$]+)/g)]
      .map(([, path = ""]) => path)
      // Pages of single demos are made while this is asked.
      .filter((path) => paths.has(path) || path.startsWith("embed/"))
      .map((path) => `/${path}`)
  );
}

/** What a script has loaded ahead of what it imports: a style sheet. Nothing in a page does so. */
function preloads(code: string, file: string): string[] {
  const list = /m\.f=\[([^\]]*)\]/.exec(code)?.[1] ?? "";
  return [...list.matchAll(/"([^"]*)"/g)].map(
    ([, name]) => `  ${file} needs ${name}, which no page loads. Import the style sheet as text: "./style.css?inline".`,
  );
}
