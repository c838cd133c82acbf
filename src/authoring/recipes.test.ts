import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// A host copies what the page says; the tests of hosts run what stands in the files, as far as a program can be had for it.

const page = readFileSync("content/hosting.mdx", "utf8");
const { scripts }: { scripts: object } = JSON.parse(readFileSync("package.json", "utf8"));

for (const file of readdirSync("recipes")) {
  test(`the page on hosting shows the recipe in recipes/${file} as it stands there`, () => {
    const recipe = readFileSync(`recipes/${file}`, "utf8");
    assert.ok(
      page.includes(`\n${recipe}\`\`\`\n`),
      `Write the text of recipes/${file} into a block of content/hosting.mdx.`,
    );
  });
}

for (const script of new Set(Array.from(page.matchAll(/\bnpm run ([\w:]+)/g), ([, name = ""]) => name))) {
  test(`npm run ${script}, which the page on hosting names, is there`, () => assert.ok(script in scripts));
}
