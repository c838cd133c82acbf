import { html } from "../html.ts";
import { fieldValue, type ResponseMessage } from "../http/message.ts";

/** A document for an iframe's `srcdoc`, and the style sheet that belongs to it. */
export interface PageParts {
  readonly html: string;
  readonly css: string;
}

/** Brings a part of a page, by its URL and by what it is for; null where there is none. */
export type Load = (url: string, destination: "style" | "image") => Promise<ResponseMessage | null>;

/** Nothing runs and nothing is asked for; pictures come with the document. */
const policy = "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'";

/**
 * What a browser would draw from a response, as a document that asks for nothing: pictures stand in it, and links and
 * forms keep the place that they lead to in `data-to`, and lead nowhere by themselves.
 */
export async function pageDocument(response: ResponseMessage, load: Load): Promise<PageParts> {
  const page = new DOMParser().parseFromString(sourceOf(response), "text/html");
  for (const element of page.querySelectorAll("script, base, meta[http-equiv], iframe, object, embed"))
    element.remove();
  const sheets: string[] = [];
  for (const link of page.querySelectorAll<HTMLLinkElement>("link[rel~=stylesheet][href]")) {
    const sheet = await load(link.getAttribute("href") ?? "", "style");
    if (sheet && mediaType(sheet) === "text/css") sheets.push(sheet.content);
  }
  for (const element of page.querySelectorAll("link, style")) element.remove();
  for (const image of page.querySelectorAll("img[src]")) {
    const picture = await load(image.getAttribute("src") ?? "", "image");
    image.setAttribute("src", picture ? `data:${mediaType(picture)},${encodeURIComponent(picture.content)}` : "data:,");
  }
  for (const link of page.querySelectorAll("a[href]")) lead(link, "href");
  for (const form of page.querySelectorAll("form")) lead(form, "action");
  const rule = page.createElement("meta");
  rule.httpEquiv = "Content-Security-Policy";
  rule.content = policy;
  page.head.prepend(rule);
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, css: sheets.join("\n") };
}

/** Keep where an element leads to, and make it lead nowhere; a link inside its page stays one. */
function lead(element: Element, attribute: string): void {
  const to = element.getAttribute(attribute) ?? "";
  if (to.startsWith("#")) return;
  element.setAttribute("data-to", to);
  element.setAttribute(attribute, `about:blank#${to}`);
}

/** The HTML that a browser makes of a response's content. */
function sourceOf(response: ResponseMessage): string {
  const type = mediaType(response);
  if (type === "text/html") return response.content;
  const picture = `data:${type},${encodeURIComponent(response.content)}`;
  return (type.startsWith("image/") ? html`<img src="${picture}" alt="">` : html`<pre>${response.content}</pre>`).text;
}

function mediaType({ fields }: ResponseMessage): string {
  return (fieldValue(fields, "Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
