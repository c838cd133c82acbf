import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, resolve } from "node:path";

/** A script of package.json, and the part of its output that is worth a look when all is well. */
interface Check {
  readonly name: string;
  readonly telling?: RegExp;
}

/** The checks of a group run side by side; a group follows when the one before it has passed. */
const groups: readonly (readonly Check[])[] = [
  [{ name: "lint", telling: /Checked (\d+ files)/ }, { name: "types" }, { name: "unit", telling: /pass (\d+)/ }],
  [{ name: "build", telling: /(\d+ page\(s\)) built/ }],
  [
    { name: "html" },
    { name: "links", telling: /(\d+ links)/ },
    { name: "sizes", telling: /index\.html, all that loads with it +([\d.]+ KB)/ },
    { name: "browser", telling: /(\d+) passed/ },
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
async function check({ name, telling = /$^/ }: Check): Promise<string | undefined> {
  const start = performance.now();
  const { ok, output } = await run(name);
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const told = ok ? (output.match(telling)?.[1] ?? "") : "failed";
  process.stdout.write(`${`${name.padEnd(8)}${seconds.padStart(8)}  ${told}`.trimEnd()}\n`);
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
