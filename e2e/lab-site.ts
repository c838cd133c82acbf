import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { build } from "vite";
import { fixture } from "./fixtures.ts";
import { test as base } from "./site.ts";

export { expect } from "./site.ts";

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'">
<title>The lab, without a lesson</title>
<link rel="icon" href="data:,">
<link rel="lab-worker" href="lab/worker.js">
<script type="module" src="lab-page.js"></script>
<body><h1>The lab</h1><mini-browser></mini-browser>
`;

interface Fixtures {
  /** Opens the page and comes back when its script has run. */
  openLab: (page?: Page) => Promise<void>;
}

/** Like the tests of the site, on a site that consists of the built worker and a page that gives tests the lab. */
export const test = base.extend<Fixtures, { labFolder: string }>({
  labFolder: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), "lab-"));
      await build({
        configFile: false,
        logLevel: "error",
        base: "./",
        build: {
          outDir: folder,
          modulePreload: false,
          rollupOptions: {
            input: fileURLToPath(new URL("lab-page.ts", import.meta.url)),
            output: { entryFileNames: "lab-page.js" },
          },
        },
      });
      await writeFile(join(folder, "index.html"), html);
      // The page that is built here knows of no resources that pages add, and so must its worker.
      await cp(join(fixture("lesson"), "lab"), join(folder, "lab"), { recursive: true });
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],

  // A copy, so that a test may change its files.
  folder: async ({ labFolder }, use) => {
    const copy = await mkdtemp(join(tmpdir(), "lab-"));
    await cp(labFolder, copy, { recursive: true });
    await cp(labFolder, join(copy, "other"), { recursive: true });
    await use(copy);
    await rm(copy, { recursive: true });
  },

  openLab: ({ page, site }, use) =>
    use(async (other = page) => {
      await other.goto(site.url);
      await other.waitForFunction(() => "bench" in globalThis);
    }),
});
