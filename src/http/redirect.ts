import type { Exchange } from "./exchange.ts";
import { fieldValue } from "./message.ts";

/**
 * The target to which an answer sends its client on: that of its Location, read from where the request went (RFC 9110
 * section 10.2.2). Null where it is no redirect.
 */
export function redirectTarget({ request, response }: Pick<Exchange, "request" | "response">): string | null {
  if (!response || response.status < 300 || response.status > 399) return null;
  const location = fieldValue(response.fields, "Location");
  const here = `http://library.example${request.target}`;
  if (location === null || !URL.canParse(location, here)) return null;
  const { pathname, search } = new URL(location, here);
  return pathname + search;
}
