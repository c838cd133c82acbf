import { toCurl } from "../http/curl.ts";
import { toFetch } from "../http/fetch-code.ts";
import type { RequestMessage } from "../http/message.ts";

/** A request as the code that would send it, from a terminal or from a page. */
export function asCode(form: "cURL" | "fetch", request: RequestMessage): string {
  return (form === "cURL" ? toCurl : toFetch)(request, "http://library.example");
}
