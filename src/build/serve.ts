import { startHost } from "./static-host.ts";

// Serves the built site until it is stopped, at the usual port of Astro or, where that is taken, at any free one.
const root = "dist";
const host = await startHost({ root, port: 4321 }).catch((error: NodeJS.ErrnoException) => {
  if (error.code === "EADDRINUSE") return startHost({ root });
  throw error;
});
process.stdout.write(`\nThe lesson is at ${host.url}\nPress Ctrl+C to stop.\n`);
