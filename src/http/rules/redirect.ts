import type { Exchange } from "../exchange.ts";
import { fieldValue } from "../message/message.ts";
import { libraryHost } from "../message/whole-request.ts";

/** Whether clients follow this status to its Location by themselves: they do so for these five only (Fetch, "redirect status"). */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * The target to which an answer sends its client on: that of its Location, read from where the request went (RFC 9110
 * section 10.2.2). Null where it is no redirect.
 */
export function redirectTarget({
  request,
  response,
}: Pick<Exchange, "response"> & { request: Pick<Exchange["request"], "target"> }): string | null {
  if (!response || !isRedirect(response.status)) return null;
  const location = fieldValue(response.fields, "Location");
  const here = `http://${libraryHost}${request.target}`;
  if (location === null || !URL.canParse(location, here)) return null;
  const { pathname, search } = new URL(location, here);
  return pathname + search;
}

/** The method of the request that follows a redirect (RFC 9110 sections 15.4.2–15.4.9; Fetch, "HTTP-redirect fetch"). */
export function followingMethod(method: string, status: number): string {
  if (status === 303) return method === "HEAD" ? "HEAD" : "GET";
  if ((status === 301 || status === 302) && method === "POST") return "GET";
  return method;
}
