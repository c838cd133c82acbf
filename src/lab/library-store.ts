import { createStore, getMany, update } from "idb-keyval";
import type { Library } from "../library/site/library.ts";
import { seed } from "../library/site/library.ts";
import * as limits from "./limits.ts";
import { libraryOf, type Settings, usualSettings } from "./protocol.ts";
import { Late, within } from "./within.ts";

/** Which request of which client is being answered. */
export interface Visit {
  readonly id: string;
  readonly client: string;
}

/** What a visit finds. */
export interface Found {
  readonly library: Library;
  /** How this client's requests are treated. */
  readonly settings: Settings;
  /** The request has changed the data already: it was sent again because its answer was lost. */
  readonly done: boolean;
}

/** Where a lab keeps the server's data and each client's settings. */
export interface LibraryStore {
  read(visit: Visit): Promise<Found>;
  /**
   * Replace the data of the client's library by what `change` makes of them, with no other change in between. A request, by
   * its id, changes them once: false where it has done so before.
   */
  change(visit: Visit, change: (library: Library) => Library): Promise<boolean>;
  configure(client: string, settings: Settings): Promise<void>;
  /** True when the data could not be stored and are kept in memory only. */
  readonly forgetful: boolean;
}

/** What is stored: the data, and which requests made them what they are, the latest last. */
interface Stored {
  readonly library: Library;
  readonly done: readonly string[];
  /** The libraries that are not shared, the latest changed last; absent from what an older version stored. */
  readonly own?: readonly (readonly [name: string, library: Library])[];
}

/** More libraries than this, besides the shared one, are forgotten. */
const ownLimit = 12;

/** A request that is sent again comes within this many others. */
const doneLimit = 200;

/** The settings that are not the usual ones, the latest last. */
type Clients = readonly (readonly [client: string, settings: Settings])[];

/** More clients than this are forgotten, so that the pages of many visits leave little behind. */
const clientLimit = 30;

/** A store that lasts as long as its owner: for the build, for tests, and where a browser blocks storage. */
export function memoryStore(library: Library = seed): LibraryStore {
  return keptStore({ library, done: [] }, []);
}

function keptStore(stored: Stored, clients: Clients): LibraryStore {
  return {
    read: async (visit) => found(stored, clients, visit),
    change: async (visit, change) => {
      if (stored.done.includes(visit.id)) return false;
      stored = changed(stored, visit, change);
      return true;
    },
    configure: async (client, settings) => {
      clients = withSettings(clients, client, settings);
    },
    forgetful: true,
  };
}

function found(stored: Stored, clients: Clients, { id, client }: Visit): Found {
  return {
    library: libraryIn(stored, libraryOf(client)),
    settings: settingsOf(clients, client),
    done: stored.done.includes(id),
  };
}

function libraryIn({ library, own = [] }: Stored, name: string): Library {
  return name === "" ? library : (own.find(([each]) => each === name)?.[1] ?? seed);
}

function changed(stored: Stored, { id, client }: Visit, change: (library: Library) => Library): Stored {
  const name = libraryOf(client);
  const library = change(libraryIn(stored, name));
  const done = [...stored.done, id].slice(-doneLimit);
  if (name === "") return { ...stored, library, done };
  const others = (stored.own ?? []).filter(([each]) => each !== name);
  return { ...stored, own: [...others, [name, library] as const].slice(-ownLimit), done };
}

/** The two values that a database keeps for a lab. */
export interface Database {
  read(): Promise<{ data: unknown; clients: unknown }>;
  /** Replace a value by what `change` makes of it, in one transaction. */
  change(key: "data" | "clients", change: (value: unknown) => unknown): Promise<void>;
}

/**
 * A store in a database that survives the worker. Every change is one transaction, so two workers (an old and a new
 * one) cannot overwrite each other. A connection that broke, as when the site's data are cleared, is opened anew; where
 * storage is blocked or full, the store goes on in memory and says so.
 */
export function databaseStore(open: () => Database): LibraryStore {
  let database: Database | null = null;
  let memory: LibraryStore | null = null;
  let lastRead: Stored = fresh;
  let lastClients: Clients = [];

  async function attempt<T>(work: (database: Database) => Promise<T>): Promise<T> {
    database ??= open();
    return within(limits.database, work(database), "the browser’s database did not answer");
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
      memory ??= keptStore(lastRead, lastClients);
      return kept(memory);
    }
  }

  return {
    read: (visit) =>
      stored(
        async (open) => {
          const { data, clients } = await open.read();
          lastRead = storedIn(data);
          lastClients = clientsIn(clients);
          return found(lastRead, lastClients, visit);
        },
        (store) => store.read(visit),
      ),
    change: (visit, change) =>
      stored(
        async (open) => {
          let isNew = true;
          await open.change("data", (data) => {
            const before = storedIn(data);
            isNew = !before.done.includes(visit.id);
            return isNew ? changed(before, visit, change) : before;
          });
          return isNew;
        },
        (store) => store.change(visit, change),
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

/**
 * The browser's own database of that name; throws where storage is blocked. What was read stays known until somebody, here
 * or in another worker or page, changes it: reading anew for each request would cost half of a round trip.
 */
export function browserDatabase(name: string): Database {
  const store = createStore(name, "server");
  const changes = typeof BroadcastChannel === "function" ? new BroadcastChannel(`${name} changes`) : null;
  let known: ReturnType<Database["read"]> | null = null;
  const forget = () => {
    known = null;
  };
  changes?.addEventListener("message", forget);
  const read = async () => {
    const [data, clients] = await getMany(["data", "clients"], store);
    return { data, clients };
  };
  return {
    read: () => {
      // Without a channel nobody tells of changes elsewhere.
      if (!changes) return read();
      known ??= read();
      known.catch(forget);
      return known;
    },
    change: async (key, change) => {
      await update<unknown>(key, change, store).finally(forget);
      changes?.postMessage(key);
    },
  };
}

const fresh: Stored = { library: seed, done: [] };

/** Stored data, unless there are none or another version of this project stored them in another form. */
function storedIn(value: unknown): Stored {
  const { library, done } = Object(value) as Record<string, unknown>;
  const kept = Object(library) as Record<string, unknown>;
  const fits = Object.entries(seed).every(([name, first]) => name in kept && kind(kept[name], first));
  return fits && Array.isArray(done) ? (value as Stored) : fresh;
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
