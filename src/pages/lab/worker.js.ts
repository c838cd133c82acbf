import { fileURLToPath } from "node:url";
import type { APIRoute } from "astro";
import { build } from "vite";
import { siteResourcesPlugin } from "../../build/site-resources.ts";

/** The service worker, bundled from `src/lab/worker`, at the address that gives it the scope `lab/`. */
export const GET: APIRoute = async () => {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [siteResourcesPlugin()],
    build: {
      write: false,
      target: "es2022",
      rollupOptions: {
        input: fileURLToPath(new URL("src/lab/worker/worker.ts", `file://${process.cwd()}/`)),
        output: { format: "iife" },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const worker = outputs.flatMap((output) => ("output" in output ? output.output : []))[0];
  if (worker?.type !== "chunk") throw new Error("src/lab/worker/worker.ts did not bundle into one script.");
  return new Response(worker.code, { headers: { "Content-Type": "text/javascript; charset=utf-8" } });
};
