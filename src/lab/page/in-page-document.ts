import { html } from "../../html.ts";
import type { ResponseMessage } from "../../http/message/message.ts";
import { libraryOrigin } from "../../http/message/whole-request.ts";
import { mediaType } from "../../http/rules/content.ts";
import { attribute, linkAddress, links, setAttribute } from "./page-elements.ts";

/** A document for an iframe's `srcdoc`, and the style sheet that belongs to it. */
export interface PageParts {
  readonly html: string;
  readonly css: string;
}

/** Brings a part of a page, by its URL and by what it is for; null where there is none. */
export type Load = (url: string, destination: "style" | "image") => Promise<ResponseMessage | null>;

/** Nothing runs and nothing is asked for; pictures come with the document. */
const policy = "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'";

/** A link or form of a page leads here: nowhere by itself, with the target in the fragment. */
export function inPageAddress(target: string): string {
  return `about:blank#${target}`;
}

/** The target in an address of `inPageAddress`; null where it is another. */
export function inPageTarget(address: string): string | null {
  const [, target] = address.split("about:blank#");
  return target ?? null;
}

/** A URL of library.example as it stands in a page of that target; null where it leads elsewhere. */
export function libraryUrl(url: string, page: string): URL | null {
  const base = libraryOrigin + page;
  const whole = URL.canParse(url, base) ? new URL(url, base) : null;
  return whole?.origin === libraryOrigin ? whole : null;
}

/**
 * What a browser would draw from the response for a target, as a document that asks for nothing: pictures stand in it,
 * and links and forms lead to addresses of `inPageAddress`.
 */
export async function pageDocument(response: ResponseMessage, target: string, load: Load): Promise<PageParts> {
  const page = aloofParser().parseFromString(sourceOf(response), "text/html");
  const all = (selector: string) => Document.prototype.querySelectorAll.call(page, selector);
  for (const element of all("script, base, meta[http-equiv], iframe, object, embed")) element.remove();
  const sheets: string[] = [];
  for (const link of all("link[rel~=stylesheet][href]")) {
    const sheet = await load(link.getAttribute("href") ?? "", "style");
    if (sheet && mediaType(sheet.fields) === "text/css") sheets.push(sheet.content);
  }
  for (const element of all("link, style")) element.remove();
  for (const image of all("img[src]")) {
    const picture = await load(image.getAttribute("src") ?? "", "image");
    image.setAttribute(
      "src",
      picture ? `data:${mediaType(picture.fields)},${encodeURIComponent(picture.content)}` : "data:,",
    );
  }
  for (const link of all(links)) lead(link, "href", linkAddress(link), target);
  for (const form of all("form")) lead(form, "action", attribute(form, "action") ?? "", target);
  for (const button of all("[formaction]")) lead(button, "formaction", attribute(button, "formaction") ?? "", target);
  const rule = document.createElement("meta");
  rule.httpEquiv = "Content-Security-Policy";
  rule.content = policy;
  for (const head of all("head")) head.prepend(rule);
  const [root] = all("html");
  return { html: `<!doctype html>${root?.outerHTML}`, css: sheets.join("\n") };
}

/**
 * A parser of a frame that is gone: nothing that it reads is ever run or loaded. In the lesson's own document a browser would
 * still hold the lesson's policy against a page's handlers and styles, and report them.
 */
function aloofParser(): DOMParser {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const parser = new (frame.contentWindow as Window & typeof globalThis).DOMParser();
  frame.remove();
  return parser;
}

/** Make an element lead nowhere by itself, unless it leads out of the site or to a place in its page. */
function lead(element: Element, name: "href" | "action" | "formaction", to: string, page: string): void {
  const url = libraryUrl(to, page);
  if (url && !to.startsWith("#")) setAttribute(element, name, inPageAddress(url.href.slice(url.origin.length)));
}

/** The HTML that a browser makes of a response's content. */
function sourceOf(response: ResponseMessage): string {
  const type = mediaType(response.fields);
  if (type === "text/html") return response.content;
  const picture = `data:${type},${encodeURIComponent(response.content)}`;
  return (type.startsWith("image/") ? html`<img src="${picture}" alt="">` : html`<pre>${response.content}</pre>`).text;
}
