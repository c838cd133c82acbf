import assert from "node:assert/strict";
import { test } from "node:test";
import { runBlock } from "../../lab/run-block.ts";
import { addedTitle, isBehind, listedTitles, type Moment, type Person, situationAfter } from "./story.ts";

const acts: Readonly<Record<string, string>> = {
  asks: "GET /books\nAccept: application/json",
  adds: 'POST /books\nAccept: application/json\nContent-Type: application/json\n\n{"title": "Emma"}',
  deletes: "DELETE /books/1",
};

/** The moments of a story such as "Ada asks", "Ben asks", "Ada adds", "Ben waits". */
function story(...lines: readonly string[]): readonly Moment[] {
  const told = lines.map((line) => {
    const [name, act = ""] = line.split(" ");
    return { client: (name === "Ada" ? 0 : 1) as Person, act };
  });
  const sent = told.flatMap(({ act }) => acts[act] ?? []);
  const runs = runBlock(sent.join("\n\n###\n\n")).values();
  return told.map(({ client, act }): Moment => {
    const run = act in acts ? runs.next().value : undefined;
    return run ? { kind: "cycle", client, exchange: run.exchange } : { kind: "wait", client, seconds: 3, heard: 0 };
  });
}

test("nothing is known before anybody has asked", () => {
  assert.deepEqual(situationAfter([]), { screens: [null, null], server: null });
  assert.equal(situationAfter(story("Ada adds")).server, null);
});

test("what Ada adds is in the server's data and on no screen, however long Ben waits", () => {
  const { screens, server } = situationAfter(story("Ada asks", "Ben asks", "Ada adds", "Ben waits"));
  assert.deepEqual(
    [...screens, server].map((known) => [known?.titles.length, known?.since]),
    [
      [3, 1],
      [3, 2],
      [4, 3],
    ],
  );
  assert.ok(isBehind(screens[1], server));
});

test("once Ben asks again, his screen shows it", () => {
  const { screens, server } = situationAfter(story("Ben asks", "Ada adds", "Ben waits", "Ben asks"));
  assert.deepEqual(screens, [null, { titles: server?.titles, since: 4 }]);
  assert.equal(server?.since, 2);
  assert.ok(!isBehind(screens[1], server));
});

test("after a change that does not say what is there now, nobody knows the server's data until somebody asks", () => {
  const { screens, server } = situationAfter(story("Ben asks", "Ada deletes"));
  assert.equal(screens[1]?.titles.length, 3);
  assert.equal(server, null);
  assert.equal(situationAfter(story("Ben asks", "Ada deletes", "Ben asks")).server?.titles.length, 2);
});

test("moments that are no longer kept still count", () => {
  const moments = story("Ada asks", "Ben asks", "Ada adds");
  const before = situationAfter(moments.slice(0, 2));
  assert.deepEqual(situationAfter(moments.slice(2), 3, before), situationAfter(moments));
});

test("an answer that is no list of things with titles is told by its status alone", () => {
  const [run] = runBlock("GET /books/1\nAccept: text/html");
  assert.ok(run);
  assert.equal(listedTitles(run.exchange), null);
  assert.equal(addedTitle(run.exchange), null);
});
