import { rm } from "node:fs/promises";
import { type Bench, beside, type Figure, notMeasured } from "./bench.ts";
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
    rival: "Starlight, nothing executed",
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
  return `${formatSeconds(seconds)}, ${processorSeconds.toFixed(1)} s of processor, peak ${megabytes.toFixed(0)} MB`;
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

/** Builds a course and its like in turn, so that both meet the same other work, and compares the rounds. */
async function comparison(): Promise<readonly Figure[]> {
  const ours = await courseSite(compared);
  try {
    const theirs = await starlightSite(compared);
    const costs: { plain: Cost; pictured: Cost; theirs: Cost }[] = [];
    while (costs.length < rounds)
      costs.push({
        plain: await timedBuild(ours),
        // Only of a site whose address is known can others show a picture.
        pictured: await timedBuild(ours, { SITE_URL: "https://course.example/" }),
        theirs: await timedBuild(theirs),
      });
    await rm(theirs, { recursive: true });
    const row = (
      what: string,
      own: "plain" | "pictured",
      cost: "seconds" | "processorSeconds",
      bar?: string,
    ): Figure => {
      const of = (site: keyof (typeof costs)[number]) => costs.map((round) => round[site][cost]);
      return beside(`${lessons(compared)}, ${what}`, of(own), of("theirs"), formatSeconds, bar);
    };
    return [
      row(`median of ${rounds} rounds`, "plain", "seconds", "0.90 ×"),
      row("its processor time", "plain", "processorSeconds"),
      row("each with a picture for previews", "pictured", "seconds", "1.10 ×"),
      row("its processor time", "pictured", "processorSeconds"),
    ];
  } catch (error) {
    return [notMeasured("Starlight", error as Error)];
  } finally {
    await rm(ours, { recursive: true });
  }
}

function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
