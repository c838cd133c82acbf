import { libraryOrigin } from "../../http/message/whole-request.ts";

/**
 * The URL that a reader means by what they typed into the address field: a whole URL of library.example, the same
 * without its scheme, or only a target. Null where it leads anywhere else.
 */
export function libraryUrl(typed: string): URL | null {
  const text = typed.trim();
  const isWhole = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(text);
  const rest = text.replace(/^library\.example(?![^/?#])/i, "");
  const meant = isWhole ? text : libraryOrigin + (/^[/?#]/.test(rest) ? rest : `/${rest}`);
  if (!URL.canParse(meant, libraryOrigin)) return null;
  const url = new URL(meant, libraryOrigin);
  return url.host === "library.example" && /^https?:$/.test(url.protocol) ? url : null;
}
