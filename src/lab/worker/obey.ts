import { reset } from "../library-host.ts";
import type { LibraryStore } from "../library-store.ts";
import type { Command } from "../protocol.ts";

/** Carry out a command of the page, then reply `true` on the port that came with it. */
export async function obey(event: ExtendableMessageEvent, store: LibraryStore): Promise<void> {
  const command = event.data as Command;
  if (command.type === "reset") await reset(store);
  if (command.type === "settings") await store.configure(command.client, command.settings);
  event.ports[0]?.postMessage(true);
}
