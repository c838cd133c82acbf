import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, resolve } from "node:path";

/**
 * A script of package.json, and the parts of its output that tell what it did: where these are missing, it has done
 * nothing, and so has not passed. Only a script that is silent when all is well has none.
 */
interface Check {
  readonly name: string;
  readonly telling?: RegExp;
  /** Lines of its output that are to be read though all went well. */
  readonly noting?: RegExp;
}

/** The checks of a group run side by side; a group follows when the one before it has passed. */
const groups: readonly (readonly Check[])[] = [
  [
    { name: "lint", telling: /\d+ files/g },
    { name: "types", telling: /\d+ files/g },
    { name: "unit", telling: /pass \d+/g },
  ],
  [{ name: "build", telling: /\d+ page\(s\) built/g }],
  [
    { name: "html" },
    { name: "links", telling: /\d+ links/g },
    { name: "printed", telling: /\d+ printed requests/g },
    { name: "sizes", telling: /(?<=^index\.html, all that loads with it +)[\d.]+ KB/gm },
    {
      name: "browser",
      telling: /\d+ (?:passed|flaky|skipped)/g,
      noting: /^(?:Passed only on a second try:|Not tried:|The \w+ is not tried) .*$/gm,
    },
  ],
];

const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
const env = {
  ...process.env,
  PATH: [resolve("node_modules/.bin"), process.env["PATH"]].join(delimiter),
};

/** Runs a script of package.json. Gives whether it ended well, and all that it printed. */
function run(name: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((ended) => {
    const script = spawn(scripts[name], { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk;
    };
    script.stdout.on("data", collect);
    script.stderr.on("data", collect);
    script.on("close", (code) => ended({ ok: code === 0, output }));
  });
}

/** Runs a check and tells how it went in one line. Gives what it printed if it failed. */
async function check({ name, telling, noting }: Check): Promise<string | undefined> {
  const start = performance.now();
  const { ok: endedWell, output } = await run(name);
  const tellings = telling ? [...output.matchAll(telling)].map(([text]) => text) : [];
  const ok = endedWell && (!telling || tellings.length > 0);
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const told = ok ? [...new Set(tellings)].join(", ") : endedWell ? "did not say what it did" : "failed";
  process.stdout.write(`${`${name.padEnd(8)}${seconds.padStart(8)}  ${told}`}\n`);
  const notes = noting ? [...output.matchAll(noting)].map(([note]) => note) : [];
  for (const note of new Set(notes)) process.stdout.write(`${" ".repeat(18)}${note}\n`);
  return ok ? undefined : `\n${output}\nRun this check alone with: npm run ${name}\n`;
}

let passed = 0;
for (const group of groups) {
  const failures = (await Promise.all(group.map(check))).filter((failure) => failure !== undefined);
  passed += group.length - failures.length;
  if (failures.length === 0) continue;
  process.stdout.write(failures.join(""));
  process.exitCode = failures.length;
  break;
}
process.stdout.write(`\nChecks: ${passed} passed, ${process.exitCode ?? 0} failed\n`);
