import { seed } from "../../src/server/library.ts";
import { expect, test } from "../lab-site.ts";

test.setTimeout(300_000);

test("1,000 requests in a row: none is lost, doubled or mixed up", async ({ openLab, page }) => {
  await openLab();
  const wrong = await page.evaluate(async () => {
    const wrong: string[] = [];
    const ids = new Set<string>();
    await bench.listen("reader");
    for (let number = 0; number < 1000; number += 1) {
      const target = `/books/${number % 4}?n=${number}`;
      const { id, request, response } = await bench.send(`GET ${target}`);
      ids.add(id);
      const expected = number % 4 === 0 ? 410 : 200;
      if (request.target !== target || response?.status !== expected) wrong.push(`${target} ${response?.status}`);
    }
    const heard = bench.reports.map(({ id }) => id);
    if (heard.length !== 1000 || heard.some((id) => !ids.delete(id))) wrong.push(`heard ${heard.length}`);
    return wrong;
  });
  expect(wrong).toEqual([]);
});

test("50 requests at once from three clients: each gets its own answer, and each change is made once", async ({
  openLab,
  page,
}) => {
  await openLab();
  const told = await page.evaluate(async () => {
    await bench.listen("a", "b", "c");
    const sends = Array.from({ length: 50 }, (_, number) => {
      const client = "abc"[number % 3] ?? "a";
      return bench.send("POST /books", JSON.stringify({ title: `Book ${number}` }), client);
    });
    const exchanges = await Promise.all(sends);
    const answers = exchanges.map(({ client, response }) => `${client} ${JSON.parse(response?.content ?? "{}").title}`);
    const heard = bench.reports.map(
      ({ client, response }) => `${client} ${JSON.parse(response?.content ?? "{}").title}`,
    );
    const list = await bench.send("GET /books");
    return { answers, heard, books: JSON.parse(list.response?.content ?? "[]") as { id: number; title: string }[] };
  });
  const expected = Array.from({ length: 50 }, (_, number) => `${"abc"[number % 3]} Book ${number}`);
  expect(told.answers).toEqual(expected);
  expect([...told.heard].sort()).toEqual([...expected].sort());
  const titles = Array.from({ length: 50 }, (_, number) => `Book ${number}`);
  const added = told.books.slice(seed.books.length);
  expect(added.map(({ title }) => title).sort()).toEqual(titles.sort());
  expect(told.books.map(({ id }) => id)).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
});
