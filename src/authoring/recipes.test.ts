import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// A host copies what the page says; the tests of hosts run what stands in the files.

const page = readFileSync("content/hosting.mdx", "utf8");

for (const file of readdirSync("recipes")) {
  test(`the page on hosting shows the recipe in recipes/${file} as it was run`, () => {
    const recipe = readFileSync(`recipes/${file}`, "utf8");
    assert.ok(
      page.includes(`\n${recipe}\`\`\`\n`),
      `Write the text of recipes/${file} into a block of content/hosting.mdx.`,
    );
  });
}
