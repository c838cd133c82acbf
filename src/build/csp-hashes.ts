import { createHash } from "node:crypto";
import { elements, rawText } from "./html-urls.ts";

/** The source expression by which a page's CSP allows an inline script or style (CSP 3, "hash-source"). */
export function cspHash(text: string): `sha256-${string}` {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** A page whose CSP allows the inline scripts and styles that stand in it, and not those of all other pages too. */
export function withOwnHashes(html: string): string {
  const inline = elements(html).filter(({ tagName }) => tagName === "script" || tagName === "style");
  const own = new Set(inline.map((element) => cspHash(rawText(element))));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (meta) =>
    meta.replaceAll(/ '(sha256-[^']+)'/g, (source, hash) => (own.has(hash) ? source : "")),
  );
}
