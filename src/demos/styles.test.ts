import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { tagOf } from "./kit/tag.ts";
import { fenceKinds, kinds } from "./registry.ts";

/** The selectors of a style sheet's outermost rules; those of conditional groups count as outermost. */
function outermost(css: string): readonly string[] {
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, sign] of [...css].entries()) {
    if (sign === "{") {
      const prelude = css.slice(start, index).trim();
      if (depth === 0 && !prelude.startsWith("@")) selectors.push(prelude);
      if (depth > 0 || !/^@(?!keyframes)/.test(prelude)) depth += 1;
    }
    if (sign === "}") depth = Math.max(0, depth - 1);
    if ("{};".includes(sign)) start = index + 1;
  }
  return selectors;
}

for (const { folder, component } of [...kinds, ...fenceKinds]) {
  const file = new URL(`${folder}/style.css`, import.meta.url);
  if (!existsSync(file)) continue;
  test(`the styles of <${component}> reach nothing outside of it`, () => {
    const css = readFileSync(file, "utf8").replace(/\/\*.*?\*\//gs, "");
    const loose = outermost(css).filter((selector) => !selector.startsWith(tagOf(folder)));
    assert.deepEqual(loose, [], `begin each rule with ${tagOf(folder)}`);
  });
}
