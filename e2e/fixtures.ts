import { execFile } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { cp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { join, resolve } from "node:path";
import { parseEnv, promisify } from "node:util";
import { copyProject } from "./project-copy.ts";

// Small sites, each for one concern, in `e2e/fixtures`: built like the real one, from content of their own. They say nothing that
// an editor may change.

interface Fixture {
  readonly name: string;
  /** The folder of its content. */
  readonly content: string;
  /** How its scripts' names end. */
  readonly scripts: string;
}

const built = "node_modules/.cache/fixtures";
const ending = ".[hash].js";

const fixtures: readonly Fixture[] = [
  ...globSync("e2e/fixtures/*").map((content) => ({
    name: content.split(/[\\/]/).at(-1) ?? "",
    content,
    scripts: ending,
  })),
  { name: "later-lesson", content: "e2e/fixtures/lesson", scripts: `.later-${ending.slice(1)}` },
];

export const fixtureNames: readonly string[] = fixtures.map(({ name }) => name);

/**
 * The folder of a built fixture: one of `e2e/fixtures`; `later-lesson`, a version of the lesson whose scripts all have other
 * names; or `lab`, a page without a lesson.
 */
export function fixture(name: string): string {
  return join(process.cwd(), built, name);
}

/** Build the fixtures that are older than what they are made of, two at a time. Playwright calls this once, before all tests. */
export default async function buildFixtures(): Promise<void> {
  const stale = fixtures.filter(({ name, content }) => isStale(name, `${content}/**`)).values();
  const buildInTurn = async (): Promise<void> => {
    for (const each of stale) await marked(each.name, () => build(each));
  };
  await Promise.all([buildInTurn(), buildInTurn()]);
  if (!isStale("lab", "e2e/lab*.ts")) return;
  // Each process of tests reads this file, and only this one builds.
  const { buildLab } = await import("./lab.ts");
  await marked("lab", () => buildLab(fixture("lab"), join(fixture("lesson"), "lab")));
}

const markOf = (name: string): string => join(built, `${name}.built`);

function isStale(name: string, own: string): boolean {
  const sources = globSync([
    own,
    "src/**",
    "public/**",
    "content/reference/**",
    "astro.config.mjs",
    "package-lock.json",
  ]);
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  return (statSync(markOf(name), { throwIfNoEntry: false })?.mtimeMs ?? 0) <= newest;
}

/** Builds a fixture, and notes of when it is: from the build's start on, for its sources may change meanwhile. */
async function marked(name: string, build: () => Promise<void>): Promise<void> {
  const started = new Date();
  await build();
  await writeFile(markOf(name), "");
  await utimes(markOf(name), started, started);
}

/** Builds it in a copy of the project, for Astro keeps what it knows of a site's content in the project's folder. */
async function build(fixture: Fixture): Promise<void> {
  const { name, content, scripts } = fixture;
  const project = await copyProject();
  try {
    await cp(content, join(project, content), { recursive: true });
    const config = join(project, "astro.config.mjs");
    await writeFile(config, (await readFile(config, "utf8")).replace(ending, scripts));
    // A host's settings stand beside the page that they are tried on.
    const settings = readFileSync(globSync(`${content}/settings.env`)[0] ?? devNull, "utf8");
    const env = { ...process.env, ...parseEnv(settings), CONTENT: content };
    const astro = [resolve("node_modules/astro/bin/astro.mjs"), "build", "--silent"];
    await promisify(execFile)(process.execPath, astro, { cwd: project, env });
    await rm(join(built, name), { recursive: true, force: true });
    await cp(join(project, "dist"), join(built, name), { recursive: true });
  } finally {
    await rm(project, { recursive: true });
  }
}
