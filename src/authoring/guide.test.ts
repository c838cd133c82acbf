import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "../demos/registry.ts";

/** The examples of the guide, each of which stands there as its source and as its result. */
const examples = globSync("content/authors/*.mdx").flatMap(
  (file) => readFileSync(file, "utf8").match(/^(`{3,})mdx example\n[\s\S]*?^\1$/gm) ?? [],
);

for (const { component } of kinds) {
  test(`the guide shows authors how <${component}> is written, beside its result`, () => {
    assert.ok(
      examples.some((example) => new RegExp(`^<${component}\\b`, "m").test(example)),
      "write an example (````mdx example) into content/authors/",
    );
  });
}
