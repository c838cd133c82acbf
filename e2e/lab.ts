import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

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

/** Builds into a folder a site that consists of a built worker, which stands in a folder of its own, and a page that gives tests the lab. */
export async function buildLab(folder: string, worker: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    build: {
      outDir: folder,
      emptyOutDir: true,
      modulePreload: false,
      rollupOptions: {
        input: fileURLToPath(new URL("lab-page.ts", import.meta.url)),
        output: { entryFileNames: "lab-page.js" },
      },
    },
  });
  await writeFile(join(folder, "index.html"), html);
  // The page that is built here knows of no resources that pages add, and so must its worker.
  await cp(worker, join(folder, "lab"), { recursive: true });
}
