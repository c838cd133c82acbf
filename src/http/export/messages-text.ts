import type { Exchange } from "../exchange.ts";
import { formatRequest, formatResponse } from "../message/message.ts";

/**
 * Cycles as HTTP: each request, an empty line, its response; `###` stands between two cycles. Lines end in LF, as in any
 * text, and each message begins on a line of its own; besides that, nothing is added to the messages.
 */
export function messagesText(exchanges: readonly Exchange[]): string {
  const texts = exchanges.flatMap(({ request, response }, index) => [
    ...(index > 0 ? ["###\n"] : []),
    formatRequest(request),
    ...(response ? [formatResponse(response)] : []),
  ]);
  return texts.map((text) => text.replaceAll("\r\n", "\n")).reduce(setApart, "");
}

/** Two texts with an empty line between them. */
function setApart(before: string, after: string): string {
  if (before === "" || before.endsWith("\n\n")) return before + after;
  return before.endsWith("\n") ? `${before}\n${after}` : `${before}\n\n${after}`;
}
