import { formatTable } from "../../src/build/table.ts";
import { build } from "./build.ts";
import { live } from "./live.ts";
import { load } from "./load.ts";
import { sizes } from "./sizes.ts";

// Runs one bench after the other, so that none disturbs another, on the site in dist/.
for (const { name, measure } of [sizes, load, live, build]) {
  const figures = await measure();
  const rows = figures.map(({ what, value, bar = "" }) => [what, value, bar]);
  process.stdout.write(`${formatTable([[name, "measured", "bar"], ...rows])}\n\n`);
}
