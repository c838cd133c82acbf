import { attribute, type SourceAttribute } from "./html-elements.ts";

const urlNames = new Set(["href", "xlink:href", "src", "action", "formaction", "poster", "cite"]);
const urlMetas = /^(?:(?:og|twitter):(?:image|audio|video|player)(?::(?:secure_)?url)?|og:url|msapplication-\w+)$/;

/**
 * The value of an attribute with each URL in it replaced by what `replace` gives for it. A value that holds no URL comes
 * back as it is.
 */
export function replaceUrls({ element, name, value }: SourceAttribute, replace: (url: string) => string): string {
  if (urlNames.has(name) || (name === "data" && element.tagName === "object")) return replace(value.trim());
  if (name === "srcset" || name === "imagesrcset") {
    return value.replace(
      /([\s,]*)(\S*[^\s,])(\s[^,]*|,)?/g,
      (_, before, url, after = "") => before + replace(url) + after,
    );
  }
  if (name === "style") return replaceCssUrls(value, replace);
  if (name === "content" && element.tagName === "meta") {
    if (/^refresh$/i.test(attribute(element, "http-equiv") ?? "")) {
      return value.replace(
        /^(\s*[\d.]+\s*[;,]\s*url\s*=\s*)(["']?)(.*?)\2\s*$/i,
        (_, before, quote, url) => before + quote + replace(url) + quote,
      );
    }
    if (urlMetas.test(attribute(element, "property") ?? attribute(element, "name") ?? "")) return replace(value.trim());
  }
  return value;
}

/** The URLs that an attribute holds. */
export function urls(attr: SourceAttribute): string[] {
  const found: string[] = [];
  replaceUrls(attr, (url) => {
    found.push(url);
    return url;
  });
  return found;
}

const cssToken =
  /(url\(\s*(["']?))([^"'()\s]+)\2(?=\s*\))|(@import\s*(["']))([^"'\s]+)\5|\/\*.*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gis;

/** CSS with each URL of a `url(…)` or `@import` replaced; comments and other strings are left alone. */
export function replaceCssUrls(css: string, replace: (url: string) => string): string {
  return css.replace(cssToken, (all, call, callQuote, called, rule, ruleQuote, imported) => {
    if (call !== undefined) return call + replace(called) + callQuote;
    if (rule !== undefined) return rule + replace(imported) + ruleQuote;
    return all;
  });
}

/** The URLs that CSS holds. */
export function cssUrls(css: string): string[] {
  const found: string[] = [];
  replaceCssUrls(css, (url) => {
    found.push(url);
    return url;
  });
  return found;
}

/** Another text for a stretch of a page's source, told in UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit that gives an attribute another value. */
export function withValue({ name, start, end }: SourceAttribute, value: string): Edit {
  return { start, end, text: `${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"` };
}

/** A page with edits that do not overlap, or a stretch of it that holds them all; all else stays as it is. */
export function edited(html: string, edits: readonly Edit[], from = 0, to = html.length): string {
  let done = from;
  let before = "";
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    before += html.slice(done, start) + text;
    done = end;
  }
  return before + html.slice(done, to);
}
