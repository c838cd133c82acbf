import type { Exchange, Interaction } from "../../http/exchange.ts";
import type { RequestMessage } from "../../http/message/message.ts";
import { connect } from "../../lab/page/connect.ts";
import { failedExchange } from "../../lab/page/failed-exchange.ts";
import { LabError } from "../../lab/page/lab.ts";
import { usualSettings } from "../../lab/protocol.ts";

/** Send a request through the page's lab. Where there is none, the Exchange says so: this never rejects. */
export async function fire(client: string, request: RequestMessage, interaction: Interaction): Promise<Exchange> {
  try {
    const lab = await connect();
    return await lab.send(client, request, interaction);
  } catch (error) {
    const failure =
      error instanceof LabError ? error.failure : { kind: "network" as const, text: (error as Error).message };
    return failedExchange("none", client, request, interaction, failure, "none");
  }
}

/** Switch the server off for some clients, or on again. Where there is no lab, there is nothing to switch. */
export async function switchServer(clients: readonly string[], off: boolean): Promise<void> {
  const lab = await connect().catch(() => null);
  await Promise.all(clients.map((client) => lab?.configure(client, { ...usualSettings, off }))).catch(() => {});
}
