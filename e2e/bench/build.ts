import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, percentile } from "./bench.ts";

const rounds = 3;

/** How long a build of the whole site takes, into a folder of its own. */
export const build: Bench = {
  name: "Build",
  async measure() {
    const folder = await mkdtemp(join(tmpdir(), "build-"));
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const { status, stderr } = spawnSync(`astro build --outDir "${folder}"`, { shell: true, encoding: "utf8" });
      if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
      seconds.push((performance.now() - start) / 1000);
    }
    await rm(folder, { recursive: true });
    return [{ what: `the whole site, median of ${rounds}`, value: `${percentile(seconds, 0.5).toFixed(2)} s` }];
  },
};
