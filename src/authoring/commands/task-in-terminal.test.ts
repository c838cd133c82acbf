import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import type { ReaderAct } from "../../demos/task/task-block.ts";
import { toCurl } from "../../http/export/curl.ts";
import { memoryStore } from "../../lab/library-store.ts";
import { curlClient } from "../../lab/node/foreign-clients.ts";
import { type Answer, library, type MockServer, startMockServer } from "../../lab/node/mock-server.ts";
import type { Report } from "../../lab/protocol.ts";
import { tasksIn } from "../tasks.ts";
import { isForTerminal, terminalTask } from "./task-in-terminal.ts";

const run = promisify(execFile);

/** All tasks of the site and of the tests' own pages that messages solve. */
const tasks = ["content", "e2e/fixtures/demos"].flatMap((root) => tasksIn(root)).filter(isForTerminal);

describe("each task is solved in a terminal, by curl", { skip: curlClient.missing }, () => {
  let server: MockServer;
  let answer: Answer;

  before(async () => {
    server = await startMockServer((request) => answer(request));
  });
  after(() => server.close());

  /** Send acts by curl, which follows redirects, and give the last that is said of each. */
  async function say(task: (typeof tasks)[number], acts: readonly ReaderAct[]): Promise<string> {
    const store = memoryStore();
    const ask = (request: Parameters<Answer>[0]) => new Promise<Report>((heard) => library(store, heard)(request));
    const followed = terminalTask(task, ask);
    let last = "";
    answer = library(store, (told) => {
      last = followed.hear(told).at(-1) ?? "";
    });
    for (const act of acts) {
      if (act.kind !== "send") continue;
      const command = toCurl(act.request, server.url.replace(/\/$/, "")).text;
      await run("sh", ["-c", command.replace(/^curl /, "curl --silent --location ")]);
    }
    return last;
  }

  for (const task of tasks) {
    test(task.title, async () => {
      assert.match(await say(task, task.block.solution), /^Solved\./);
      assert.match(await say(task, task.block.start), /^Not yet: \d+ of \d+ met\./);
    });
  }
});

test("a task opens with its conditions and a command to begin with", () => {
  const task = tasksIn("e2e/fixtures/demos").find(({ id }) => id === "put-dune-on-the-shelf");
  assert.ok(task);
  const lines = terminalTask(task, () => Promise.reject()).opening("http://127.0.0.1:8080/");
  assert.equal(lines[0], task.title);
  assert.ok(lines.includes("  [ ] The answer’s status is 201."));
  assert.match(lines.at(-1) ?? "", /^curl .*http:\/\/127\.0\.0\.1:8080\/books/s);
});
