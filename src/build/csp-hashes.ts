import { createHash } from "node:crypto";

/** The source expression by which a page's CSP allows an inline script or style (CSP 3, "hash-source"). */
export function cspHash(text: string): `sha256-${string}` {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** A page whose CSP allows inline scripts and styles by some hashes, and not those of all other pages too. */
export function withHashes(html: string, hashes: ReadonlySet<string>): string {
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (meta) =>
    meta.replaceAll(/ '(sha256-[^']+)'/g, (source, hash) => (hashes.has(hash) ? source : "")),
  );
}
