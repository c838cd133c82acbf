import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "../src/demos/registry.ts";
import { scenes } from "./engines/scenario.ts";

for (const { component } of kinds) {
  test(`<${component}> is tried in three engines, two on a page`, () => {
    const name = component.replace(/\B[A-Z]/g, "-$&").toLowerCase();
    const page = `e2e/fixtures/demos/${name}.mdx`;
    const written = existsSync(page) ? readFileSync(page, "utf8") : "";
    const count = written.split(`<${component}`).length - 1;
    assert.ok(count >= 2, `Write ${page}: a page with two <${component}>, each with content of its own.`);
    assert.ok(
      name in scenes,
      `Add “${name}” to the scenes in e2e/engines/scenario.ts: what a reader does in the first of the two.`,
    );
  });
}
