import type { Interaction } from "./exchange.ts";
import { fieldValue, type RequestMessage } from "./message.ts";

/** Stage 1 of a request that a demo sends: what the Send button stands for. */
export function sendInteraction(request: RequestMessage): Interaction {
  return { kind: "send", text: `You press Send. It stands for ${standsFor(request)}.` };
}

function standsFor({ method, target, fields }: RequestMessage): string {
  const type = fieldValue(fields, "Content-Type") ?? "";
  if (method === "GET" && target.includes("?")) return "submitting a search form";
  if (method === "GET" && (fieldValue(fields, "Accept") ?? "text/html").includes("html")) return "clicking a link";
  if (method === "POST" && type.startsWith("application/x-www-form-urlencoded")) return "submitting a form";
  return "an action that the page’s own script turns into a request";
}

/** Stage 1 of the request that follows a redirect. */
export const followsRedirect: Interaction = {
  kind: "redirect",
  text: "Nobody acts: the browser follows the redirect by itself.",
};

/** Stage 1 of a request that no click or form explains. */
export const ownButton: Interaction = {
  kind: "history",
  text: "You use Back, Forward or Reload of your own browser, which asks again.",
};

/** Stage 1 of a request for a part of a page; `destination` is Fetch's word for what it is. */
export function namedByPage(destination: string): Interaction {
  const what = { style: "a style sheet", image: "a picture", font: "a font" }[destination] ?? "a file";
  return { kind: "subresource", text: `Nobody acts: the page names ${what}, and the browser asks for it by itself.` };
}

/** Whether the browser made a request without an act of the user. */
export function isByItself({ kind }: Interaction): boolean {
  return kind === "redirect" || kind === "subresource";
}
