import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { test } from "node:test";

function mock(...options: string[]): ChildProcessByStdio<null, Readable, Readable> {
  const script = new URL("mock.ts", import.meta.url).pathname;
  return spawn(process.execPath, [script, ...options], { stdio: ["ignore", "pipe", "pipe"] });
}

/** Read on until the pattern has come. */
async function read(output: Readable, pattern: RegExp): Promise<string> {
  let all = "";
  for await (const piece of output.iterator({ destroyOnReturn: false })) {
    all += piece;
    const found = pattern.exec(all);
    if (found) return found[1] ?? found[0];
  }
  throw new Error(`The program ended without ${pattern}; it said: ${all}`);
}

test("it says where it is, tells each request, and ends when it is told to", async () => {
  const program = mock("--port", "0");
  const url = await read(program.stdout, /answers at (http:\/\/127\.0\.0\.1:\d+\/)\n/);
  const answered = await fetch(`${url}books/99`);
  assert.equal(answered.status, 404);
  await read(program.stdout, /GET \/books\/99 → 404 Not Found\n/);

  const taken = mock("--port", new URL(url).port);
  assert.match(await text(taken.stderr), /Another program uses port \d+\. Choose another port\.\nUsage: npm run mock/);

  program.kill("SIGINT");
  assert.deepEqual(await once(program, "exit"), [0, null]);
});

for (const [options, words] of [
  [["--port", "x"], /A port is a number up to 65535, not “x”/],
  [["--prot", "1"], /--prot/],
] as const) {
  test(`${options.join(" ")} is refused, with the way to say it`, async () => {
    const program = mock(...options);
    const [said, [code]] = await Promise.all([text(program.stderr), once(program, "exit")]);
    assert.match(said, words);
    assert.match(said, /Usage: npm run mock -- --port 8080/);
    assert.equal(code, 1);
  });
}
