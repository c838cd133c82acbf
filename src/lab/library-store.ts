import { createStore, getMany, update } from "idb-keyval";
import type { Library } from "../server/library.ts";
import { seed } from "../server/library.ts";
import { type Settings, usualSettings } from "./protocol.ts";
import { Late, within } from "./within.ts";

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

/** The settings that are not the usual ones, the latest last. */
type Clients = readonly (readonly [client: string, settings: Settings])[];

/** More clients than this are forgotten, so that the pages of many visits leave little behind. */
const clientLimit = 30;

/** A store that lasts as long as its owner: for the build, for tests, and where a browser blocks storage. */
export function memoryStore(library: Library = seed, clients: Clients = []): LibraryStore {
  return {
    read: async (client) => ({ library, settings: settingsOf(clients, client) }),
    change: async (change) => {
      library = change(library);
    },
    configure: async (client, settings) => {
      clients = withSettings(clients, client, settings);
    },
    forgetful: true,
  };
}

/** The two values that a database keeps for a lab. */
export interface Database {
  read(): Promise<{ library: unknown; clients: unknown }>;
  /** Replace a value by what `change` makes of it, in one transaction. */
  change(key: "library" | "clients", change: (value: unknown) => unknown): Promise<void>;
}

/** Longer than this no database takes; one that never answers counts as blocked. */
const patience = 3000;

/**
 * A store in a database that survives the worker. Every change is one transaction, so two workers (an old and a new
 * one) cannot overwrite each other. A connection that broke, as when the site's data are cleared, is opened anew; where
 * storage is blocked or full, the store goes on in memory and says so.
 */
export function databaseStore(open: () => Database): LibraryStore {
  let database: Database | null = null;
  let memory: LibraryStore | null = null;
  let lastRead: Library = seed;
  let lastClients: Clients = [];

  async function attempt<T>(work: (database: Database) => Promise<T>): Promise<T> {
    database ??= open();
    return within(patience, work(database), "the browser’s database did not answer");
  }

  async function stored<T>(work: (database: Database) => Promise<T>, kept: (store: LibraryStore) => Promise<T>) {
    if (memory) return kept(memory);
    try {
      return await attempt(work).catch((error) => {
        // A change that is only late may still come about, so it is not made a second time.
        if (error instanceof Late) throw error;
        database = null;
        return attempt(work);
      });
    } catch {
      memory ??= memoryStore(lastRead, lastClients);
      return kept(memory);
    }
  }

  return {
    read: (client) =>
      stored(
        async (open) => {
          const { library, clients } = await open.read();
          lastRead = libraryIn(library);
          lastClients = clientsIn(clients);
          return { library: lastRead, settings: settingsOf(lastClients, client) };
        },
        (store) => store.read(client),
      ),
    change: (change) =>
      stored(
        (open) => open.change("library", (library) => change(libraryIn(library))),
        (store) => store.change(change),
      ),
    configure: (client, settings) =>
      stored(
        (open) => open.change("clients", (clients) => withSettings(clientsIn(clients), client, settings)),
        (store) => store.configure(client, settings),
      ),
    get forgetful() {
      return memory !== null;
    },
  };
}

/** The browser's own database of that name; throws where storage is blocked. */
export function browserDatabase(name: string): Database {
  const store = createStore(name, "server");
  return {
    read: async () => {
      const [library, clients] = await getMany(["library", "clients"], store);
      return { library, clients };
    },
    change: (key, change) => update<unknown>(key, change, store),
  };
}

/** Stored data, unless there are none or another version of this project stored them in another form. */
function libraryIn(value: unknown): Library {
  const stored = Object(value) as Record<string, unknown>;
  const fits = Object.entries(seed).every(([name, first]) => name in stored && kind(stored[name], first));
  return fits ? (value as Library) : seed;
}

function kind(value: unknown, first: unknown): boolean {
  return first === null || (typeof value === typeof first && Array.isArray(value) === Array.isArray(first));
}

function clientsIn(value: unknown): Clients {
  return Array.isArray(value) ? value : [];
}

function settingsOf(clients: Clients, client: string): Settings {
  return { ...usualSettings, ...clients.find(([name]) => name === client)?.[1] };
}

function withSettings(clients: Clients, client: string, settings: Settings): Clients {
  const others = clients.filter(([name]) => name !== client);
  return areUsual(settings) ? others : [...others, [client, settings] as const].slice(-clientLimit);
}

function areUsual({ off, network, server, held }: Settings): boolean {
  return !off && !held && network === usualSettings.network && server === usualSettings.server;
}
