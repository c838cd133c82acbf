import type { Field, RequestMessage } from "../http/message/message.ts";
import { observedRequest } from "./observed-request.ts";

/** What a browser says that it takes, by what it asks for (Fetch, section "fetching", step for Accept). */
const accepts: Readonly<Record<string, string>> = {
  iframe: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  image: "image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
  style: "text/css,*/*;q=0.1",
};

/**
 * The message that this browser would send for a request that stays in the page. The browser has dropped what a page
 * may not set; what it would add out of sight is filled in.
 */
export async function filledInRequest(request: Request, target: string, destination: string): Promise<RequestMessage> {
  const message = observedRequest(request.method, target, request.headers, await request.text());
  const has = (wanted: string) => message.fields.some(({ name }) => name.toLowerCase() === wanted);
  const added: Field[] = [];
  const add = (name: string, value: string) => added.push({ name, value, by: "browser", hidden: true });
  if (!has("accept")) add("Accept", accepts[destination] ?? "*/*");
  if (destination === "iframe") add("Upgrade-Insecure-Requests", "1");
  if (!has("user-agent")) add("User-Agent", navigator.userAgent);
  const [host, ...others] = message.fields;
  return { ...message, fields: [...(host ? [host] : []), ...added, ...others] };
}
