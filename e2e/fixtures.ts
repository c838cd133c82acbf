import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";

// Small sites, each for one concern, in `e2e/fixtures`: built like the real one, from content of their own. They say nothing that
// an editor may change.

const built = "node_modules/.cache/fixtures";

/** The folder of a built fixture. */
export function fixture(name: string): string {
  return join(process.cwd(), built, name);
}

/** Build the fixtures that are older than what they are made of. Playwright calls this once, before all tests. */
export default function buildFixtures(): void {
  for (const folder of globSync("e2e/fixtures/*")) {
    const name = folder.split(/[\\/]/).at(-1) ?? "";
    const mark = join(built, `${name}.built`);
    const sources = globSync([
      `${folder}/**`,
      "src/**",
      "public/**",
      "content/reference/**",
      "astro.config.mjs",
      "package-lock.json",
    ]);
    const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
    if (changed(mark) > newest) continue;
    const started = new Date();
    // A host's settings stand beside the page that they are tried on.
    const settings = readFileSync(globSync(`${folder}/settings.env`)[0] ?? devNull, "utf8");
    const env = { ...process.env, ...parseEnv(settings), CONTENT: folder };
    const astro = "node_modules/astro/bin/astro.mjs";
    execFileSync(process.execPath, [astro, "build", "--silent", "--outDir", join(built, name)], {
      env,
      stdio: "inherit",
    });
    mkdirSync(built, { recursive: true });
    writeFileSync(mark, "");
    utimesSync(mark, started, started);
  }
}

function changed(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
