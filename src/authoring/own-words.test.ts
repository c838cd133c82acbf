import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { contentFiles } from "./checks/content-files.ts";

// What a demo teaches stands in its page. The code says only what holds for every page: buttons, states, errors, and what is
// said of messages by the standard.

/** The sentences of a text that are long enough to teach something, without marks, in one writing. */
function sentences(text: string): readonly string[] {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/\\u003c|&lt;/g, "<")
    .replace(/[`*_“”"'’\\]|&quot;|&#39;/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .split(/(?<=[.?!])\s+|\n{2,}|[{}[\]]|,(?=\w+:)/)
    .map((sentence) =>
      sentence
        .replace(/\s+/g, " ")
        .replace(/^[-\s[\]x>#\d.]+|[\s.,:;?!]+$/g, "")
        .toLowerCase(),
    )
    .filter((sentence) => sentence.split(" ").length >= 6);
}

/**
 * What the small browser and the diagram say of themselves in any page, and the lesson says in the same words; and what a
 * reader who is the server can expect of a client, which authors choose from.
 */
const states = [
  "typing in a field sends nothing",
  "the browser keeps your words until you submit the form",
  "the browser finds that place by itself and asks nobody",
  "nothing more is sent until the client asks again",
  "nothing yet: it sends another request",
];

test("no sentence of a lesson stands in the code, too", () => {
  const plain = (source: string) =>
    source
      .replace(/[`*_“”"'’\\]/g, "")
      .replace(/\s+/g, " ")
      .toLowerCase();
  const code = globSync("src/{demos,components,layouts,http}/**/*.{ts,astro}")
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => ({ file, text: plain(readFileSync(file, "utf8")) }));
  const lessons = contentFiles("content").filter((file) => !/content\/(?:authors|hosting)/.test(file));
  const twice = lessons.flatMap((file) =>
    sentences(readFileSync(file, "utf8").replace(/```[\s\S]*?```/g, "\n\n")).flatMap((sentence) =>
      code.filter(({ text }) => text.includes(sentence)).map(({ file: source }) => `${source}: ${sentence}`),
    ),
  );
  const known = (each: string) => states.some((state) => each.endsWith(`: ${state}`));
  assert.deepEqual(
    twice.filter((each) => !known(each)),
    [],
    "leave each in content/ only",
  );
});
