import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { told, toldByParser } from "../src/build/elements-told.ts";
import { fixture, fixtureNames } from "./fixtures.ts";
import { root } from "./site.ts";

// The steps after the build read pages by their tags alone, which is right only where these fit together.

const sites = [["the site", root], ...fixtureNames.map((name) => [name, fixture(name)] as const)] as const;

for (const [site, folder] of sites) {
  test(`the built pages of ${site} are read as a whole parser reads them`, () => {
    const files = globSync("**/*.html", { cwd: folder });
    expect(files).not.toEqual([]);
    for (const file of files) {
      const html = readFileSync(join(folder, file), "utf8");
      const [read, right] = [told(html), toldByParser(html)];
      // To compare them at large takes longer than to build the pages.
      const at = right.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(read[index]));
      expect(read[at], `${file}: element ${at}`).toEqual(right[at]);
      expect(read.length, `elements of ${file}`).toBe(right.length);
    }
  });
}
