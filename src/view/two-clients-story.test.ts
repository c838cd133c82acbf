import assert from "node:assert/strict";
import { test } from "node:test";
import { formatRequest } from "../http/message.ts";
import { runBlock } from "../markdown/run-block.ts";
import { isBehind, type Moment, type Person, situationAfter } from "./two-clients-story.ts";
import { addBook, askForList } from "./two-clients-view.ts";

const acts = { asks: askForList, adds: addBook(0) };

/** The moments of a story such as "ada asks", "ben asks", "ada adds", "ben waits". */
function story(...lines: readonly string[]): readonly Moment[] {
  const cycles = lines.filter((line) => !line.endsWith("waits"));
  const requests = cycles.map((line) => formatRequest(acts[line.split(" ")[1] as keyof typeof acts]));
  const runs = runBlock(requests.join("\n\n###\n\n"));
  return lines.map((line) => {
    const [client = ""] = line.split(" ");
    const run = runs[cycles.indexOf(line)];
    if (line.endsWith("waits") || !run) return { kind: "wait", seconds: 3, heard: 0 };
    return { kind: "cycle", exchange: { ...run.exchange, client: client as Person } };
  });
}

test("nothing is known before anybody has asked", () => {
  assert.deepEqual(situationAfter([]), { ada: null, ben: null, server: null });
  assert.equal(situationAfter(story("ada adds")).server, null);
});

test("what Ada adds is in the server's data and on no screen, however long Ben waits", () => {
  const { ada, ben, server } = situationAfter(story("ada asks", "ben asks", "ada adds", "ben waits"));
  assert.deepEqual([ada?.titles.length, ben?.titles.length, server?.titles.length], [3, 3, 4]);
  assert.deepEqual([ada?.since, ben?.since, server?.since], [1, 2, 3]);
  assert.ok(isBehind(ben, server));
});

test("once Ben asks again, his screen shows it", () => {
  const { ada, ben, server } = situationAfter(story("ben asks", "ada adds", "ben waits", "ben asks "));
  assert.deepEqual(ben, { titles: server?.titles, since: 4 });
  assert.equal(server?.since, 2);
  assert.equal(ada, null);
  assert.ok(!isBehind(ben, server));
});

test("moments that are no longer kept still count", () => {
  const moments = story("ada asks", "ben asks", "ada adds");
  const before = situationAfter(moments.slice(0, 2));
  assert.deepEqual(situationAfter(moments.slice(2), 3, before), situationAfter(moments));
});
