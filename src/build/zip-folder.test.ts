import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";
import { zipFolder } from "./zip-folder.ts";

/** Text that compresses, octets that do not, nothing, and a name with a letter beyond ASCII. */
const files: Readonly<Record<string, Uint8Array>> = {
  "index.html": Buffer.from("<!doctype html>".repeat(1000)),
  "lab/worker.js": Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index) % 251)),
  "empty.txt": new Uint8Array(),
  "lessons/größe/index.html": Buffer.from("§"),
};

let root: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "zip-"));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(join(root, file, ".."), { recursive: true });
    await writeFile(join(root, file), content);
  }
});

after(() => rm(root, { recursive: true }));

test("unzipped, the files are the same, and stand where they stood in the folder", async () => {
  const unzipped = unzipSync(await zipFolder(root));
  assert.deepEqual(Object.keys(unzipped).sort(), Object.keys(files).sort());
  for (const [file, content] of Object.entries(files)) {
    assert.ok(Buffer.from(content).equals(unzipped[file] ?? Buffer.from("missing")), file);
  }
});

test("the same files make the same zip, whenever they were written", async () => {
  const first = await zipFolder(root);
  await utimes(join(root, "index.html"), new Date(0), new Date(2_000_000_000_000));
  assert.ok(Buffer.from(first).equals(await zipFolder(root)));
});
