import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "../demos/registry.ts";

const guide = globSync("content/authors/*.mdx").map((file) => readFileSync(file, "utf8"));

for (const { component } of kinds) {
  test(`the guide shows authors how <${component}> is written`, () => {
    assert.ok(
      guide.some((page) => page.includes(`<${component}`)),
      "write an entry into content/authors/",
    );
  });
}
