import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, resolve } from "node:path";

/** The checks in order, scripts of package.json, and the part of their output that is worth a look when all is well. */
const checks: readonly { readonly name: string; readonly telling?: RegExp }[] = [
  { name: "lint", telling: /Checked (\d+ files)/ },
  { name: "types" },
  { name: "unit", telling: /pass (\d+)/ },
  { name: "build", telling: /(\d+ page\(s\)) built/ },
  { name: "html" },
  { name: "links", telling: /(\d+ links)/ },
  { name: "sizes", telling: /index\.html, all that loads with it +([\d.]+ KB)/ },
  { name: "browser", telling: /(\d+) passed/ },
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

let passed = 0;
for (const { name, telling } of checks) {
  process.stdout.write(`${name.padEnd(8)} `);
  const start = performance.now();
  const { ok, output } = await run(name);
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (!ok) {
    process.stdout.write(`failed after ${seconds}\n\n${output}\nRun this check alone with: npm run ${name}\n`);
    process.exitCode = 1;
    break;
  }
  passed += 1;
  process.stdout.write(`${seconds.padStart(7)}  ${output.match(telling ?? /$^/)?.[1] ?? ""}\n`);
}
process.stdout.write(`\nChecks: ${passed} passed, ${process.exitCode ? 1 : 0} failed\n`);
