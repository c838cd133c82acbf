import { parseArgs } from "node:util";
import { memoryStore } from "../../lab/library-store.ts";
import { library, type MockServer, startMockServer } from "../../lab/node/mock-server.ts";
import type { Report } from "../../lab/protocol.ts";
import { siteResources, useResources } from "../site-resources.ts";
import { type NamedTask, tasksIn } from "../tasks.ts";
import { isForTerminal, type TerminalTask, terminalTask } from "./task-in-terminal.ts";

// Serves the mock server to clients outside the browser until it is stopped; its data last as long as it runs. With a task, it
// says after each request how far that has come.
const usage = "Usage: npm run mock -- --port 8080 --task put-dune-on-the-shelf";

let task: TerminalTask | null = null;
const tellAll = (told: Report): void => {
  tell(told);
  if (task) say(task.hear(told));
};
const store = memoryStore();

try {
  const { port, task: name } = parseArgs({
    options: { port: { type: "string", default: "8080" }, task: { type: "string" } },
  }).values;
  useResources(siteResources());
  const named = name === undefined ? null : findTask(name);
  const server = await start(readPort(port));
  process.stdout.write(`library.example answers at ${server.url}\n`);
  if (named) {
    task = terminalTask(named, askInside);
    say(task.opening(server.url));
  } else process.stdout.write(`Try it in another terminal: curl -i ${server.url}books\n`);
  process.stdout.write("Press Ctrl+C to stop.\n\n");
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${usage}\n`);
  process.exitCode = 1;
}

function readPort(port: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`A port is a number up to 65535, not “${port}”.`);
  return Number(port);
}

function findTask(name: string): NamedTask {
  const tasks = tasksIn().filter(isForTerminal);
  const found = tasks.find(({ id }) => id === name);
  if (found) return found;
  const list = tasks.map(({ id, title }) => `  ${id.padEnd(40)} ${title}`).join("\n");
  throw new Error(`No task for a terminal is called “${name}”. These are there:\n${list}`);
}

async function start(port: number): Promise<MockServer> {
  try {
    return await startMockServer(library(store, tellAll), port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`Another program uses port ${port}. Choose another port.`);
  }
}

/** Another client's request, which the server answers and nobody is told of. */
function askInside(request: Parameters<ReturnType<typeof library>>[0]): Promise<Report> {
  return new Promise((heard) => library(store, heard)(request));
}

function tell({ request, response }: Report): void {
  // A terminal must not obey what a client writes.
  const target = request.target.replace(/[^!-~]/g, "?");
  const end = response ? `${response.status} ${response.reason}` : "no answer";
  process.stdout.write(`${request.method} ${target} → ${end}\n`);
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n\n`);
}
