import { reset } from "../library-host.ts";
import type { LibraryStore } from "../library-store.ts";
import type { Command } from "../protocol.ts";

/** Carry out a command of the page. Rejects where it is none. */
export async function obey(text: string, store: LibraryStore): Promise<void> {
  const command = JSON.parse(text) as Command;
  if (command.type === "reset") await reset(store);
  else await store.configure(command.client, command.settings);
}
