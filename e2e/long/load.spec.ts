import type { Exchange } from "../../src/http/exchange.ts";
import { fieldValue } from "../../src/http/message/message.ts";
import { inMemory } from "../in-memory.ts";
import { expect, test } from "../lab-site.ts";

test.setTimeout(300_000);

/** The server did the same as it does in memory: each answer is the same, and so is the list of books at the end. */
function expectAsInMemory(exchanges: readonly Exchange[]): void {
  expect(exchanges.map(({ response }) => response)).toEqual(inMemory(exchanges));
}

test("1,000 requests in a row from three clients: none is lost, doubled or mixed up, and the state is as in memory", async ({
  openLab,
  page,
}) => {
  await openLab();
  const { exchanges, heard } = await page.evaluate(async () => {
    const exchanges: Exchange[] = [];
    await bench.listen("a", "b", "c");
    const send = async (line: string, content = "") => {
      const exchange = await bench.send(line, content, "abc"[exchanges.length % 3]);
      exchanges.push(exchange);
      return exchange;
    };
    for (let round = 0; exchanges.length < 999; round += 1) {
      const { response } = await send("POST /books", JSON.stringify({ title: `Book ${round}`, year: round }));
      const book = response?.fields.find(({ name }) => name === "Location")?.value ?? "/nowhere";
      await send(`PATCH ${book}`, JSON.stringify({ author: `Author ${round}` }));
      await send(`GET ${book}?n=${round}`);
      await send(`POST ${book}/loan`, `reader=Reader+${round}`);
      await send("POST /returns", `book=${book.split("/").at(-1)}`);
      await send(`PUT ${book}`, JSON.stringify({ title: `Second edition ${round}` }));
      await send(`HEAD ${book}`);
      // Every other book is withdrawn, so that there is room for the next ones.
      await send(round % 2 === 0 ? `DELETE ${book}` : "DELETE /books");
      await send(`GET ${book}`);
    }
    await send("GET /books");
    return { exchanges, heard: bench.reports.map(({ id, client }) => `${client} ${id}`) };
  });
  expect(exchanges.length).toBe(1000);
  expect(new Set(heard).size).toBe(1000);
  expect(heard).toEqual(exchanges.map(({ id, client }) => `${client} ${id}`));
  const statuses = new Set(exchanges.map(({ response }) => response?.status));
  for (const status of [200, 201, 204, 303, 405, 410]) expect(statuses).toContain(status);
  expectAsInMemory(exchanges);
});

test("50 requests at once from three clients: each gets its own answer, and each change is made once", async ({
  openLab,
  page,
}) => {
  await openLab();
  const { exchanges, heard, list } = await page.evaluate(async () => {
    await bench.listen("a", "b", "c");
    const sends = Array.from({ length: 50 }, (_, number) => {
      const client = "abc"[number % 3];
      return bench.send("POST /books", JSON.stringify({ title: `Book ${number}` }), client);
    });
    const exchanges = await Promise.all(sends);
    const heard = bench.reports.map(({ client, request }) => `${client} ${request.content}`);
    return { exchanges, heard, list: await bench.send("GET /books") };
  });
  const expected = Array.from({ length: 50 }, (_, number) => `${"abc"[number % 3]} {"title":"Book ${number}"}`);
  expect(exchanges.map(({ client, request }) => `${client} ${request.content}`)).toEqual(expected);
  expect([...heard].sort()).toEqual([...expected].sort());
  const added = ({ response }: Exchange) =>
    Number(
      fieldValue(response?.fields ?? [], "Location")
        ?.split("/")
        .at(-1),
    );
  const inOrder = [...exchanges].sort((one, other) => added(one) - added(other));
  expect(inOrder.map(added)).toEqual(Array.from({ length: 50 }, (_, index) => index + 4));
  expectAsInMemory([...inOrder, list]);
});
