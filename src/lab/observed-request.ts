import type { Field, RequestMessage } from "../http/message/message.ts";
import { wholeRequest } from "../http/message/whole-request.ts";
import { cookieField } from "./protocol.ts";

/** Names of fields as HTTP/1.1 senders usually spell them; fetch hands them over in lower case. */
function usualSpelling(name: string): string {
  return name.startsWith("sec-ch-") ? name : name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * The message behind a request that a service worker sees. The lines that the browser adds out of its sight are filled in; so
 * is the Cookie that a demo draws.
 */
export function observedRequest(
  method: string,
  target: string,
  headers: Iterable<readonly [string, string]>,
  content: string,
): RequestMessage {
  const fields = Array.from(
    headers,
    ([name, value]): Field =>
      name === cookieField
        ? { name: "Cookie", value, by: "browser", hidden: true }
        : { name: usualSpelling(name), value, by: "browser" },
  );
  return wholeRequest({ method, target, version: "HTTP/1.1", fields, content });
}
