import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { formatTable } from "../../src/build/table.ts";
import { build } from "./build.ts";
import { courses } from "./courses.ts";
import { live } from "./live.ts";
import { load } from "./load.ts";
import { sizes } from "./sizes.ts";
import { slowPhone } from "./slow-phone.ts";

// Runs one bench after the other, so that none disturbs another, on the site in dist/. By `npm run bench -- live courses
// --lessons 1,200` it runs only those two, and builds courses of one and of 200 lessons.
const { values, positionals } = parseArgs({
  options: { lessons: { type: "string", default: "1,200,1000" } },
  allowPositionals: true,
});
const benches = { sizes, load, phone: slowPhone, live, build, courses: courses(values.lessons.split(",").map(Number)) };
const known = Object.keys(benches);
const unknown = positionals.find((name) => !known.includes(name));
if (unknown) throw new Error(`Expected one of the benches ${known.join(", ")}; found ${unknown}.`);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
const load1 = () => (loadavg()[0] ?? 0).toFixed(1);
process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machine}, load ${load1()} before\n\n`);
for (const [name, { name: title, measure }] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const figures = await measure();
  const rows = figures.map(({ what, value, bar = "" }) => [what, value, bar]);
  process.stdout.write(`${formatTable([[title, "measured", "bar"], ...rows])}\n\n`);
}
process.stdout.write(`load ${load1()} after\n`);
