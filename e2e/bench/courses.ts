import { rm } from "node:fs/promises";
import { type Bench, type Figure, spread } from "./bench.ts";
import { courseSite, starlightSite } from "./course.ts";
import { type Cost, timedBuild } from "./timed-build.ts";

/** How many lessons of a course Starlight builds too, and how often each is built: other work on a machine comes and goes. */
const compared = 200;
const rounds = 3;
/** The course that a machine with little memory must still build. */
const most = 1_000;

/**
 * What it takes to build courses of many lessons with five blocks each, and a Starlight site with the same text.
 * @param sizes how many lessons the courses have
 */
export function courses(sizes: readonly number[]): Bench {
  return {
    name: "Courses, 5 executed blocks a lesson",
    async measure() {
      const costs: [size: number, cost: Cost][] = [];
      for (const size of sizes) {
        const folder = await courseSite(size);
        costs.push([size, await timedBuild(folder)]);
        await rm(folder, { recursive: true });
      }
      return [
        ...costs.map(([size, cost]) => ({ what: lessons(size), value: formatCost(cost) })),
        ...costs.filter(([size]) => size === most).map(([, { megabytes }]) => memory(megabytes)),
        ...growth(costs),
        ...(sizes.includes(compared) ? await comparison() : []),
      ];
    },
  };
}

const memory = (megabytes: number): Figure => ({
  what: `memory at most, ${lessons(most)}`,
  value: `${megabytes.toFixed(0)} MB`,
  bar: "1200 MB",
});

function lessons(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "lesson" : "lessons"}`;
}

function formatCost({ seconds, processorSeconds, megabytes }: Cost): string {
  return `${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of processor, peak ${megabytes.toFixed(0)} MB`;
}

/** What one more lesson costs in a large course, to what it costs in a small one: 1 is linear growth. */
function growth([small, middle, large]: readonly (readonly [size: number, cost: Cost])[]): Figure[] {
  if (!small || !middle || !large) return [];
  const each = (from: typeof small, to: typeof small): number =>
    (to[1].processorSeconds - from[1].processorSeconds) / (to[0] - from[0]);
  const ratio = each(middle, large) / each(small, middle);
  const what = `processor time of a lesson beyond ${lessons(middle[0])}, to one before`;
  return [{ what, value: `${ratio.toFixed(2)} ×`, bar: "1.20 ×" }];
}

/** Builds a course and its like in turn, so that both meet the same other work, and compares the pairs. */
async function comparison(): Promise<readonly Figure[]> {
  const rival = `Starlight, ${lessons(compared)} with nothing executed`;
  const ours = await courseSite(compared);
  try {
    const theirs = await starlightSite(compared);
    const pairs: { ours: Cost; theirs: Cost }[] = [];
    while (pairs.length < rounds) pairs.push({ ours: await timedBuild(ours), theirs: await timedBuild(theirs) });
    await rm(theirs, { recursive: true });
    const shares = pairs.map(({ ours, theirs }) => ours.seconds / theirs.seconds);
    return [
      ...pairs.map(({ theirs }) => ({ what: rival, value: formatCost(theirs) })),
      {
        what: `ours, as a share of theirs, median of ${rounds}`,
        value: spread(shares),
        bar: "0.90",
      },
    ];
  } catch (error) {
    return [{ what: rival, value: `not measured: ${(error as Error).message.split("\n")[0]}` }];
  } finally {
    await rm(ours, { recursive: true });
  }
}
