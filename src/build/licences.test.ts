import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const licences = readFileSync("public/licences.txt", "utf8");

test("the built site holds its own licence, as MIT wants it in each copy", () => {
  assert.ok(licences.includes(readFileSync("LICENSE", "utf8").trim()));
});

test("each package whose code readers get has its licence there", () => {
  const sources = globSync("src/{lab,library,http,demos}/**/*.ts").filter(
    (file) => !/\.test\.ts$|lab\/node\//.test(file),
  );
  const packages = new Set(
    sources.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/from "([a-z@][^":]*)"/g)].map(([, name = ""]) => name),
    ),
  );
  assert.ok(packages.size > 0);
  for (const name of packages) {
    const text = readFileSync(`node_modules/${name}/LICENCE`, "utf8").trim();
    assert.ok(licences.includes(text), `Write the licence of ${name} into public/licences.txt.`);
  }
});
