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
