import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { formatTable } from "../../src/build/table.ts";
import type { Figure } from "./bench.ts";
import { build } from "./build.ts";
import { courses } from "./courses.ts";
import { live } from "./live.ts";
import { load } from "./load.ts";
import { presses } from "./presses.ts";
import { sizes } from "./sizes.ts";
import { phone } from "./slow-phone.ts";

// Runs one bench after the other, so that none disturbs another, on the site in dist/. By `npm run bench -- live courses
// --lessons 1,200` it runs only those two, and builds courses of one and of 200 lessons.
const { values, positionals } = parseArgs({
  options: { lessons: { type: "string", default: "1,200,1000" } },
  allowPositionals: true,
});
const benches = { sizes, load, phone, presses, live, build, courses: courses(values.lessons.split(",").map(Number)) };
const known = Object.keys(benches);
const unknown = positionals.find((name) => !known.includes(name));
if (unknown) throw new Error(`Expected one of the benches ${known.join(", ")}; found ${unknown}.`);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
/** How many programs wanted a processor in the last minute. */
const busy = () => (loadavg()[0] ?? 0).toFixed(1);
process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine}\n\n`);
for (const [name, { name: title, rival, measure }] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const before = busy();
  const figures = await measure();
  const row = ({ what, value, theirs = "", share = "", bar = "" }: Figure): readonly string[] =>
    rival ? [what, value, theirs, share, bar] : [what, value, bar];
  const headings = row({ what: title, value: "measured", theirs: rival ?? "", share: "share", bar: "bar" });
  process.stdout.write(`${formatTable([headings, ...figures.map(row)])}\n`);
  process.stdout.write(`The machine's load: ${before} before, ${busy()} after.\n\n`);
}
