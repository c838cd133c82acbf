import type { Exchange, Failure, Host, Interaction } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";

/** A cycle that broke before the server answered. */
export function failedExchange(
  id: string,
  client: string,
  request: RequestMessage,
  interaction: Interaction,
  failure: Failure,
  host: Host,
): Exchange {
  const outcome = {
    kind: "failed" as const,
    text: "Nothing came back: there is no status, no field and no content to act on.",
  };
  return {
    id,
    client,
    host,
    interaction,
    request,
    dropped: [],
    steps: [],
    response: null,
    failure,
    outcome,
    times: null,
  };
}
