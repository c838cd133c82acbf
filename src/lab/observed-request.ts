import type { Field, RequestMessage } from "../http/message.ts";
import { cookieField } from "./protocol.ts";

/** Names of fields as HTTP/1.1 senders usually spell them; fetch hands them over in lower case. */
function usualSpelling(name: string): string {
  return name.startsWith("sec-ch-") ? name : name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * The message behind a request that a service worker sees. Host and Content-Length are added by the browser where no
 * page can see it, so they are reconstructed here (RFC 9110 sections 7.2 and 8.6). So is the Cookie that a demo draws.
 */
export function observedRequest(
  method: string,
  target: string,
  headers: Iterable<readonly [string, string]>,
  content: string,
): RequestMessage {
  const fields: Field[] = [{ name: "Host", value: "library.example", by: "reconstructed" }];
  for (const [name, value] of headers) {
    if (name === cookieField) fields.push({ name: "Cookie", value, by: "reconstructed" });
    else fields.push({ name: usualSpelling(name), value, by: "browser" });
  }
  if (content !== "" || method === "POST" || method === "PUT" || method === "PATCH") {
    const length = new TextEncoder().encode(content).length;
    fields.push({ name: "Content-Length", value: String(length), by: "reconstructed" });
  }
  return { method, target, version: "HTTP/1.1", fields, content };
}
