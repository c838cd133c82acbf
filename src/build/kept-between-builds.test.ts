import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { test } from "node:test";
import { keptBetweenBuilds } from "./kept-between-builds.ts";

test("what was made of a text is made once, whoever asks again, and of another text anew", async (context) => {
  context.after(() => rm("node_modules/.astro/tests", { recursive: true }));
  const asked: string[] = [];
  const made = async (text: string) => {
    const make = async () => Buffer.from(`${asked.push(text)}`);
    return Buffer.from(await keptBetweenBuilds(["tests", "txt"], text, make)).toString();
  };
  const [one, other] = [randomUUID(), randomUUID()];
  assert.deepEqual([await made(one), await made(other), await made(one)], ["1", "2", "1"]);
  assert.deepEqual(asked, [one, other]);
});
