import { type Bench, percentile } from "./bench.ts";
import { withPage } from "./with-page.ts";

const rounds = 5;

/** How soon the lesson shows something on this machine. */
export const load: Bench = {
  name: "Lesson, on loopback",
  async measure() {
    const paints: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      paints.push(await withPage("", (page) => page.evaluate(firstPaint)));
    return [{ what: `first contentful paint, median of ${rounds}`, value: `${percentile(paints, 0.5).toFixed(0)} ms` }];
  },
};

function firstPaint(): number {
  return performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
}
