import { parseArgs } from "node:util";
import { memoryStore } from "../library-store.ts";
import type { Report } from "../protocol.ts";
import { library, type MockServer, startMockServer } from "./mock-server.ts";

// Serves the mock server to clients outside the browser until it is stopped; its data last as long as it runs.
const usage = "Usage: npm run mock -- --port 8080";

try {
  const server = await start(readPort());
  process.stdout.write(
    `library.example answers at ${server.url}\nTry it in another terminal: curl -i ${server.url}books\nPress Ctrl+C to stop.\n\n`,
  );
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 1;
}

function readPort(): number {
  const { port } = parseArgs({ options: { port: { type: "string", default: "8080" } } }).values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`A port is a number up to 65535, not “${port}”.`);
  return Number(port);
}

async function start(port: number): Promise<MockServer> {
  try {
    return await startMockServer(library(memoryStore(), tell), port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`Another program uses port ${port}. Choose another port.`);
  }
}

function tell({ request, response }: Report): void {
  // A terminal must not obey what a client writes.
  const target = request.target.replace(/[^!-~]/g, "?");
  const end = response ? `${response.status} ${response.reason}` : "no answer";
  process.stdout.write(`${request.method} ${target} → ${end}\n`);
}
