import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a build took. */
export interface Cost {
  readonly seconds: number;
  /** The time of all processors together, which other work on the machine hardly changes. */
  readonly processorSeconds: number;
  /** The most memory that the process held at once, in MB of 1,000,000 bytes. */
  readonly megabytes: number;
}

const costFile = "cost.json";
/** Loaded into the build: writes what the process used. */
const account = `import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => writeFileSync("${costFile}", JSON.stringify(process.resourceUsage())));`;

/**
 * Builds the Astro site in a folder, without what an earlier build remembered. Throws with the build's own words where it fails.
 * @param settings further environment variables
 */
export async function timedBuild(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Cost> {
  const start = performance.now();
  const build = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(account)}`,
      "node_modules/astro/bin/astro.mjs",
      "build",
      "--force",
    ],
    { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...settings } },
  );
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk;
  };
  for (const stream of [build.stdout, build.stderr]) stream.on("data", collect);
  const code = await new Promise((ended) => build.on("close", ended));
  if (code !== 0) throw new Error(`The build in ${folder} failed:\n${output}`);
  const seconds = (performance.now() - start) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(await readFile(join(folder, costFile), "utf8"));
  return { seconds, processorSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: (maxRSS * 1024) / 1e6 };
}
