import { reset } from "../library-host.ts";
import type { LibraryStore } from "../library-store.ts";
import type { Command } from "../protocol.ts";

/**
 * Carry out a command of the page, and give the status that answers it. `waits` knows whether a held request still waits.
 * Rejects where it is no command.
 */
export async function obey(text: string, store: LibraryStore, waits: (id: string) => boolean): Promise<200 | 410> {
  const command = JSON.parse(text) as Command;
  if (command.type === "waits") return waits(command.id) ? 200 : 410;
  if (command.type === "reset") await reset(store, command.client);
  else await store.configure(command.client, command.settings);
  return 200;
}
