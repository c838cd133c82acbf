import { completeRequest } from "../../http/complete-request.ts";
import type { Exchange } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { nextOfFetch } from "../../http/rules/fetch-promise.ts";
import { followingMethod } from "../../http/rules/redirect.ts";

/** The request that fetch sends next, by itself, after these cycles of one call; null where it is done. */
export function following(cycles: readonly Exchange[]): RequestMessage | null {
  const target = nextOfFetch(cycles);
  const last = cycles.at(-1);
  if (target === null || !last?.response) return null;
  const { request, response } = last;
  const method = followingMethod(request.method, response.status);
  const isSame = method === request.method;
  // Content goes along only where the method stays (Fetch, "HTTP-redirect fetch").
  const left = isSame ? /^(?:host|content-length)$/i : /^(?:host|content-.*)$/i;
  const fields = request.fields.filter(({ name }) => !left.test(name)).map(({ name, value }) => ({ name, value }));
  const content = isSame ? request.content : "";
  return completeRequest({ method, target, version: request.version, fields, content }, "script");
}
