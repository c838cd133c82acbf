import { createStore, del, getMany, set, update } from "idb-keyval";
import type { Library } from "../server/library.ts";
import { seed } from "../server/library.ts";
import { type Settings, usualSettings } from "./protocol.ts";

/** Where a lab keeps the server's data and each client's settings. */
export interface LibraryStore {
  /** The data as they stand, and how this client's requests are treated. */
  read(client: string): Promise<{ library: Library; settings: Settings }>;
  /** Replace the data by what `change` makes of them, with no other change in between. */
  change(change: (library: Library) => Library): Promise<void>;
  configure(client: string, settings: Settings): Promise<void>;
  /** True when the data could not be stored and are kept in memory only. */
  readonly forgetful: boolean;
}

/** A store that lasts as long as its owner: for the build, for tests, and where a browser blocks storage. */
export function memoryStore(library: Library = seed): LibraryStore {
  const settings = new Map<string, Settings>();
  return {
    read: async (client) => ({ library, settings: settings.get(client) ?? usualSettings }),
    change: async (change) => {
      library = change(library);
    },
    configure: async (client, its) => {
      settings.set(client, its);
    },
    forgetful: true,
  };
}

const libraryKey = "library";

/** Usual settings need no record: clients come and go, and their number has no bound. */
function areUsual({ off, network, server, held }: Settings): boolean {
  return !off && !held && network === usualSettings.network && server === usualSettings.server;
}

/**
 * A store in IndexedDB that survives the worker. Every change is one transaction, so two workers (an old and a new
 * one) cannot overwrite each other. Where storage is blocked or full it goes on in memory and says so.
 */
export function databaseStore(name: string): LibraryStore {
  const database = createStore(name, "server");
  let memory: LibraryStore | null = null;
  let lastRead: Library = seed;

  async function orInMemory<T>(stored: () => Promise<T>, kept: (store: LibraryStore) => Promise<T>): Promise<T> {
    if (memory) return kept(memory);
    try {
      return await stored();
    } catch {
      memory = memoryStore(lastRead);
      return kept(memory);
    }
  }

  return {
    read: (client) =>
      orInMemory(
        async () => {
          const [library, settings] = await getMany([libraryKey, `client ${client}`], database);
          lastRead = library ?? seed;
          return { library: lastRead, settings: settings ?? usualSettings };
        },
        (store) => store.read(client),
      ),
    change: (change) =>
      orInMemory(
        () => update<Library>(libraryKey, (library) => change(library ?? seed), database),
        (store) => store.change(change),
      ),
    configure: (client, settings) =>
      orInMemory(
        () => (areUsual(settings) ? del(`client ${client}`, database) : set(`client ${client}`, settings, database)),
        (store) => store.configure(client, settings),
      ),
    get forgetful() {
      return memory !== null;
    },
  };
}
