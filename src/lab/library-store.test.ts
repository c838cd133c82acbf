import assert from "node:assert/strict";
import { test } from "node:test";
import { seed } from "../library/site/library.ts";
import { type Database, databaseStore, memoryStore } from "./library-store.ts";
import { usualSettings } from "./protocol.ts";

const visit = (id = "1") => ({ id, client: "reader" });
const lend = (library: typeof seed) => ({ ...library, nextBook: library.nextBook + 1 });

/** A database that holds plain values, and fails the operations that a test counts out. */
function fakeDatabase(values: Record<string, unknown> = {}, failures = 0): Database {
  const work = async () => {
    failures -= 1;
    if (failures >= 0) throw new DOMException("the connection is closing", "InvalidStateError");
  };
  return {
    read: async () => {
      await work();
      return { data: values["data"], clients: values["clients"] };
    },
    change: async (key, change) => {
      await work();
      values[key] = change(values[key]);
    },
  };
}

for (const [name, make] of [
  ["memory", () => memoryStore()],
  ["a database", () => databaseStore(() => fakeDatabase())],
] as const) {
  test(`in ${name}, a request that is sent again changes the data once`, async () => {
    const store = make();
    assert.equal(await store.change(visit("1"), lend), true);
    assert.equal(await store.change(visit("1"), lend), false);
    const found = await store.read(visit());
    assert.equal(found.library.nextBook, seed.nextBook + 1);
    assert.equal(found.done, true);
    assert.equal((await store.read(visit("2"))).done, false);
  });

  test(`in ${name}, a client may have a library of its own, which its neighbours with that name share`, async () => {
    const store = make();
    const own = (client: string) => ({ id: client, client });
    await store.change(own("exchange-1.block"), lend);
    const books = async (client: string) => (await store.read(own(client))).library.nextBook - seed.nextBook;
    assert.equal(await books("exchange-2.block"), 1);
    assert.equal(await books("exchange-1.other"), 0);
    assert.equal(await books("reader"), 0);
    await store.change(own("exchange-2.block"), () => seed);
    assert.equal(await books("exchange-1.block"), 0);
  });

  test(`in ${name}, settings belong to one client`, async () => {
    const store = make();
    await store.configure("reader", { ...usualSettings, off: true });
    assert.equal((await store.read(visit())).settings.off, true);
    assert.equal((await store.read({ id: "1", client: "other" })).settings.off, false);
  });
}

test("a connection that broke is opened anew", async () => {
  const values = {};
  const databases = [fakeDatabase(values, 1), fakeDatabase(values)];
  const store = databaseStore(() => databases.shift() as Database);
  assert.equal(await store.change(visit("1"), lend), true);
  assert.equal(store.forgetful, false);
  assert.equal((await store.read(visit())).library.nextBook, seed.nextBook + 1);
});

test("where storage is full, the data as they were read last go on in memory, and the store says so", async () => {
  const values = {};
  await databaseStore(() => fakeDatabase(values)).change(visit("1"), lend);
  let opened = 0;
  const database = fakeDatabase(values);
  const broken = databaseStore(() => {
    opened += 1;
    return { read: database.read, change: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
  });
  await broken.read(visit());
  assert.equal(await broken.change(visit("2"), lend), true);
  assert.equal(broken.forgetful, true);
  assert.equal((await broken.read(visit())).library.nextBook, seed.nextBook + 2);
  assert.equal(opened, 2);
});

test("where even opening a database throws, the data are kept in memory", async () => {
  const store = databaseStore(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  assert.deepEqual((await store.read(visit())).library, seed);
  assert.equal(store.forgetful, true);
});

for (const stored of [undefined, 7, { library: {}, done: [] }, { library: { ...seed, books: "none" }, done: [] }]) {
  test(`stored data of another form (${JSON.stringify(stored)?.slice(0, 30)}) count as none`, async () => {
    const store = databaseStore(() => fakeDatabase({ data: stored }));
    assert.deepEqual((await store.read(visit())).library, seed);
  });
}
