import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Request } from "@playwright/test";
import { lessonLimit, limits } from "../../src/build/sizes.ts";
import { type Bench, beside, type Figure, notMeasured } from "./bench.ts";
import { starlightSite } from "./course.ts";
import { onSlowPhone, slowPhone } from "./phone.ts";
import { timedBuild } from "./timed-build.ts";

const rounds = 5;

/** What it took to show a page to somebody who has never been there, until the browser had nothing more to do. */
interface Load {
  /** Requests that reached the host. */
  readonly requests: number;
  /** What the host sent, fields and compressed content, and what of it were scripts. */
  readonly bytes: number;
  readonly scripts: number;
  /** Milliseconds from the navigation to the first text, and to the largest. */
  readonly first: number;
  readonly largest: number;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Milliseconds for which the page could answer to nothing: what its tasks took beyond 50 each, from the first text on. */
  readonly blocked: number;
}

/** What the lesson's first load takes, beside that of a lesson of a Starlight site: from the same host, in turn. */
export const load: Bench = {
  name: `First load: ${slowPhone}`,
  rival: "Starlight",
  async measure() {
    const folder = await builtStarlight().catch((error: Error) => error);
    const ours: Load[] = [];
    const theirs: Load[] = [];
    while (ours.length < rounds) {
      ours.push(await firstLoad("dist", ""));
      if (typeof folder === "string") theirs.push(await firstLoad(join(folder, "dist"), "lesson-1/"));
    }
    const row = (what: string, part: keyof Load, format: (sample: number) => string, bar?: string): Figure => {
      const of = (loads: readonly Load[]) => loads.map((each) => each[part]);
      return beside(what, of(ours), of(theirs), format, bar);
    };
    if (typeof folder === "string") await rm(folder, { recursive: true });
    return [
      row("requests", "requests", String, "10"),
      row("bytes, with fields", "bytes", grouped, grouped(lessonLimit(await readFile("dist/index.html", "utf8")))),
      row("of them scripts", "scripts", grouped, grouped(limits.pageScripts)),
      row("first contentful paint", "first", milliseconds),
      row(`largest contentful paint, median of ${rounds} rounds`, "largest", milliseconds, "1.00 ×"),
      row("layout shift", "shift", (shift) => shift.toFixed(3), "0.000"),
      row("blocking time", "blocked", milliseconds, "0 ms"),
      ...(typeof folder === "string" ? [] : [notMeasured("Starlight", folder)]),
    ];
  },
};

/** The folder of a Starlight site that is built. */
async function builtStarlight(): Promise<string> {
  const folder = await starlightSite(1);
  await timedBuild(folder);
  return folder;
}

function firstLoad(root: string, path: string): Promise<Load> {
  return onSlowPhone(root, async (page, host) => {
    const answered: Request[] = [];
    page.on("requestfinished", (request) => answered.push(request));
    await page.goto(host.url + path);
    // Some of a load begins when the browser has nothing better to do.
    for (let known = -1; known < host.requests.length; await page.waitForTimeout(2_000)) known = host.requests.length;
    const sizes = await Promise.all(
      answered.map(async (request) => {
        const { responseHeadersSize, responseBodySize } = await request.sizes();
        return { isScript: request.resourceType() === "script", bytes: responseHeadersSize + responseBodySize };
      }),
    );
    const sum = (some: typeof sizes): number => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      requests: host.requests.length,
      bytes: sum(sizes),
      scripts: sum(sizes.filter(({ isScript }) => isScript)),
      ...(await page.evaluate(seen)),
    };
  });
}

/** What the browser has noted of the load of the page that it shows. */
async function seen(): Promise<Pick<Load, "first" | "largest" | "shift" | "blocked">> {
  type Noted = PerformanceEntry & { value?: number; hadRecentInput?: boolean };
  const noted = (type: string) =>
    new Promise<readonly Noted[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // Of what there is none, nobody tells.
      setTimeout(() => resolve([]), 500);
    });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const paints = await noted("paint");
  const first = paints.find(({ name }) => name === "first-contentful-paint")?.startTime ?? Number.NaN;
  const tasks = (await noted("longtask")).filter(({ startTime }) => startTime >= first);
  return {
    first,
    largest: (await noted("largest-contentful-paint")).at(-1)?.startTime ?? Number.NaN,
    shift: sum((await noted("layout-shift")).map(({ value = 0 }) => value)),
    blocked: sum(tasks.map(({ duration }) => duration - 50)),
  };
}

function milliseconds(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
