import { posix } from "node:path";
import { rolldown } from "rolldown";
import { jsonInScript } from "../demos/kit/kind.ts";
import { cspHash } from "./csp-hashes.ts";
import { decodePath } from "./decode-path.ts";
import { ancestors, attribute, type Element, elements, sourceAttributes } from "./html-elements.ts";
import { type Edit, edited, replaceCssUrls, replaceUrls, urls, withValue } from "./html-urls.ts";
import { isJavaScript, isLoaded } from "./page-load.ts";

/** The files of a built site, by their paths within it. */
export type Files = ReadonlyMap<string, Buffer>;

/** What the page's scripts ask the host for when they need it. Their `data-file` says what it was called there. */
const asked = ["lab/handlers.json"];

const licences = "licences.txt";

/** A term without its link looks like none. */
const termStyle = "<style>.term>a:not([href]){color:inherit;text-decoration:underline dotted}</style>";

/**
 * A page of the built site with all that it needs inside it, so that it opens from a disk, without a host and without a network.
 * Throws where it would still need a file.
 * @param page path of the page's file within the site
 * @param site where the site stands: links to its other pages lead there. Where nobody knows, their words stay, without a link
 */
export async function oneFile(files: Files, page: string, site: URL | null): Promise<string> {
  const html = textOf(files, page);
  const code = await bundle(html, files, page);
  const steps: readonly ((html: string) => string)[] = [
    (html) => withData(html, files, page),
    withoutHost,
    (html) => withLinks(html, (url) => leadsTo(url, page, site)),
    (html) => withLinksInData(html, (url) => (isPage(url, files, page) ? leadsTo(url, page, site) : url)),
    (html) => withFiles(html, files, page),
    (html) => withAdditions(html, files, code, site),
    withPolicy,
  ];
  const whole = steps.reduce((before, step) => step(before), html);
  const needs = filesNeeded(whole);
  if (needs.length > 0) {
    throw new Error(`Expected ${page} to stand in one file; found that it would still need ${needs.join(", ")}.`);
  }
  return whole;
}

/** The URLs of a page that lead to no place in it, and not out into the web. */
export function filesNeeded(html: string): readonly string[] {
  const ids = new Set(["", "top", ...elements(html).flatMap((element) => attribute(element, "id") ?? [])]);
  return sourceAttributes(html)
    .flatMap(urls)
    .filter((url) => !(url.startsWith("#") ? ids.has(decodePath(url.slice(1))) : /^(?:https?|mailto|data):/.test(url)));
}

/** A file's place in the site, and a place in it; null where a URL leads out of the site. */
function inSite(url: string, from: string): { readonly file: string; readonly hash: string } | null {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return null;
  const { pathname, hash } = new URL(url, `http://site.invalid/${from}`);
  return { file: decodePath(pathname.slice(1)).replace(/(^|\/)$/, "$1index.html"), hash };
}

/** Where a link of the page leads from the one file; null where it would lead to nothing. */
function leadsTo(url: string, page: string, site: URL | null): string | null {
  const place = inSite(url, page);
  if (!place) return url;
  if (place.file === page) return place.hash || "#";
  if (place.file === licences) return "#licences";
  return site && new URL(url, new URL(page, site)).href;
}

function textOf(files: Files, file: string): string {
  const content = files.get(file);
  if (!content) throw new Error(`Expected ${file} in the built site; found none. Run npm run build first.`);
  return content.toString();
}

/** All code that the page loads, now or later, as one module: what stands on a disk may import nothing. */
async function bundle(html: string, files: Files, page: string): Promise<string> {
  const folder = posix.dirname(`/${page}`);
  const entry = posix.join(folder, "all.js");
  const modules = new Map<string, string>();
  for (const [index, script] of elements(html).filter(isOfPage).entries()) {
    const src = attribute(script, "src");
    if (src === undefined) modules.set(posix.join(folder, `inline-${index}.js`), script.inner);
    else modules.set(posix.join(folder, src), textOf(files, posix.join(folder, src).slice(1)));
  }
  modules.set(entry, [...modules.keys()].map((id) => `import ${JSON.stringify(id)};`).join("\n"));
  const built = await rolldown({
    input: entry,
    logLevel: "silent",
    plugins: [
      {
        name: "files-of-the-site",
        resolveId: (source, from) => posix.resolve(posix.dirname(from ?? entry), source),
        load: (id) => modules.get(id) ?? textOf(files, id.slice(1)),
      },
    ],
  });
  const { output } = await built.generate({ format: "es", codeSplitting: false, minify: true });
  await built.close();
  return output[0].code;
}

/** Code that the page itself needs. What stands in the head mends what a host may do, and a folder on a disk. */
function isOfPage(element: Element): boolean {
  return element.tagName === "script" && isJavaScript(element) && !isInHead(element);
}

function isInHead({ parent }: Element): boolean {
  return parent?.tagName === "head";
}

/** The page with the data of its demos where they belong, instead of in a file of their own. */
function withData(html: string, files: Files, page: string): string {
  const link = elements(html).find((element) => attribute(element, "rel") === "demo-data");
  const file = link && inSite(attribute(link, "href") ?? "", page)?.file;
  const taken: unknown[] = file === undefined ? [] : JSON.parse(textOf(files, file));
  const empty = dataScripts(html).filter(({ inner }) => inner === "");
  return edited(
    html,
    empty.flatMap((script) => filled(script, jsonInScript(taken.shift()).text)),
  );
}

/** The page without its scripts, and without what only a page that a host has sent can say or load. */
function withoutHost(html: string): string {
  const goes = (element: Element): boolean =>
    (element.tagName === "script" && isJavaScript(element)) ||
    (element.tagName === "link" &&
      /^(?:lab-worker|demo-data|sitemap|manifest|.*preload)$/.test(attribute(element, "rel") ?? "")) ||
    hasClass(element, "network-off");
  return edited(html, elements(html).filter(goes).flatMap(removal));
}

/**
 * The page with links that lead somewhere. Of others the words stay; a term's definition can be reached by keys without its link.
 * A list of links of which none is left goes whole.
 */
function withLinks(html: string, lead: (url: string) => string | null): string {
  const links = elements(html).filter((element) => element.tagName === "a" && attribute(element, "href") !== undefined);
  const isLost = (link: Element): boolean => lead(attribute(link, "href") ?? "") === null;
  const lostLists = elements(html).filter((element) => {
    const inside = links.filter((link) => ancestors(link).includes(element));
    return element.tagName === "nav" && inside.length > 0 && inside.every(isLost);
  });
  const left = links.filter((link) => !ancestors(link).some((each) => lostLists.includes(each)));
  const edits = left.flatMap((link): readonly Edit[] => {
    const to = lead(attribute(link, "href") ?? "");
    const { start, innerStart, innerEnd, end } = link;
    const href = link.attributes.filter(({ name }) => name === "href");
    if (to !== null) return href.map((attr) => withValue(attr, to));
    if (attribute(link, "aria-describedby") !== undefined)
      return href.map((attr) => ({ ...attr, text: 'tabindex="0"' }));
    return [
      { start, end: innerStart, text: "" },
      { start: innerEnd, end, text: "" },
    ];
  });
  return edited(html, [...lostLists.flatMap(removal), ...edits]);
}

/** The same for the texts in the data of demos, where links stand as src/authoring/blocks/rich-text.ts writes them. */
function withLinksInData(html: string, lead: (url: string) => string | null): string {
  const led = (_name: string, value: unknown): unknown => {
    if (typeof value !== "string") return value;
    return value.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (link, url, words) => {
      const to = lead(url);
      return to === url ? link : to === null ? words : `<a href="${escaped(to)}">${words}</a>`;
    });
  };
  return edited(
    html,
    dataScripts(html).flatMap((script) => filled(script, jsonInScript(JSON.parse(script.inner, led)).text)),
  );
}

/** Whether a URL in a demo's data leads to another page of the site: all others are those of the library's own pages. */
function isPage(url: string, files: Files, page: string): boolean {
  const file = inSite(url, page)?.file;
  return file !== undefined && file !== page && files.has(file);
}

/** The page with the pictures and style sheets in it that it loaded. */
function withFiles(html: string, files: Files, page: string): string {
  const dataUrl = (url: string, from: string): string => {
    const file = inSite(url, from)?.file;
    const content = file === undefined ? undefined : files.get(file);
    return content ? `data:${mediaTypeOf(file ?? "")};base64,${content.toString("base64")}` : url;
  };
  const css = (text: string, from: string): string => replaceCssUrls(text, (url) => dataUrl(url, from));
  const sheets = elements(html).filter((element) => attribute(element, "rel") === "stylesheet");
  const styles = elements(html).filter(({ tagName }) => tagName === "style");
  const loaded = sourceAttributes(html).filter(
    ({ element, name }) => isLoaded(element, name) && !sheets.includes(element),
  );
  return edited(html, [
    ...sheets.flatMap((sheet) => {
      const file = inSite(attribute(sheet, "href") ?? "", page)?.file ?? "";
      return removal(sheet).map((edit) => ({ ...edit, text: `<style>${css(textOf(files, file), file)}</style>` }));
    }),
    ...styles.flatMap((style) => filled(style, css(style.inner, page))),
    ...loaded.map((attr) =>
      withValue(
        attr,
        replaceUrls(attr, (url) => dataUrl(url, page)),
      ),
    ),
  ]);
}

/** The page with what it says of itself, its licences, the data that its scripts ask for, and these. */
function withAdditions(html: string, files: Files, code: string, site: URL | null): string {
  const end = (find: (element: Element) => boolean, text: string): readonly Edit[] => {
    const start = elements(html).findLast(find)?.innerEnd;
    return start === undefined ? [] : [{ start, end: start, text }];
  };
  const online = site ? `<a href="${escaped(site.href)}">the lesson on the web</a>` : "the lesson on the web";
  const about = `<p class="facts">This is the lesson in one file. Its server runs inside the page: nothing is loaded, and nothing is sent. Where the text says that a server sent this page, it means ${online}.</p>`;
  const data = asked.flatMap((file) => {
    const content = files.get(file)?.toString();
    const name = posix.basename(file);
    return content
      ? `<script type="application/json" data-file="${name}">${jsonInScript(JSON.parse(content)).text}</script>`
      : [];
  });
  const terms = files.has(licences)
    ? `<details id="licences"><summary>Licences</summary><pre>${escaped(textOf(files, licences))}</pre></details>`
    : "";
  return edited(html, [
    ...end(({ tagName }) => tagName === "head", site ? "" : termStyle),
    ...end((element) => hasClass(element, "opening"), about),
    ...end(({ tagName }) => tagName === "footer", terms),
    ...end(({ tagName }) => tagName === "body", `${data.join("")}<script type="module">${inScript(code)}</script>`),
  ]);
}

/** The page with a policy that lets what stands in it run and be shown, and asks for nothing. */
function withPolicy(html: string): string {
  const hashes = (name: string): string =>
    elements(html)
      .filter((element) => element.tagName === name && (name === "style" || isJavaScript(element)))
      .map((element) => `'${cspHash(element.inner)}'`)
      .join(" ");
  const policy = `default-src 'none'; script-src ${hashes("script")}; style-src ${hashes("style")}; img-src data:; form-action 'none'; base-uri 'none'`;
  return html.replace(/(<meta http-equiv="content-security-policy" content=")[^"]*/, (_, start) => start + policy);
}

/** Code that ends no script element: in the texts of a program `\x3C` is the same as `<`, and elsewhere neither stands. */
function inScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--)/gi, "\\x3C");
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

function mediaTypeOf(file: string): string {
  return mediaTypes[posix.extname(file).toLowerCase()] ?? "application/octet-stream";
}

function dataScripts(html: string): readonly Element[] {
  return elements(html).filter((element) => attribute(element, "type") === "application/json");
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, "class")?.split(/\s+/).includes(name) ?? false;
}

/** The edit that takes an element out of its page. */
function removal({ start, end }: Element): readonly Edit[] {
  return [{ start, end, text: "" }];
}

/** The edit that gives a script or a style sheet another text. */
function filled({ innerStart: start, innerEnd: end }: Element, text: string): readonly Edit[] {
  return [{ start, end, text }];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
