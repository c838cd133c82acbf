import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { type Bench, beside, type Figure, notMeasured, percentile } from "./bench.ts";
import { withPage } from "./with-page.ts";

const inARow = 200;
/** Ours and the rival's in turn, so that both meet the same other work on the machine. */
const rounds = 5;
/** The library that the bar is measured against, in the release that the bar speaks of. */
const rival = "msw@3.0.5";

/** How long a reader waits for a live exchange, and how that compares with a mock library's round trip. */
export const live: Bench = {
  name: `Live exchanges, ${inARow} in a row`,
  rival,
  async measure() {
    const { trips, sends } = await ours(inARow);
    const drawn = sends.map(({ shown }) => shown);
    const arrivals = sends.map(({ arrived }) => arrived);
    const grown = percentile(arrivals.slice(-50), 0.5) / percentile(arrivals.slice(0, 50), 0.5);
    const frames = sends.map(({ arrived, shown }) => shown - arrived);
    return [
      { what: "round trip, p50", value: milliseconds(percentile(trips, 0.5)) },
      { what: "round trip, p95", value: milliseconds(percentile(trips, 0.95)) },
      ...(await comparison()),
      { what: "Send to five stages drawn, p50", value: milliseconds(percentile(drawn, 0.5)) },
      { what: "Send to five stages drawn, p95", value: milliseconds(percentile(drawn, 0.95)) },
      { what: "the last 50 sends, as a share of the first 50", value: grown.toFixed(2), bar: "1.20" },
      { what: "response to five stages drawn, p50", value: milliseconds(percentile(frames, 0.5)), bar: "16.7 ms" },
    ];
  },
};

const ours = (sends: number) => withPage("", (page) => page.evaluate(sendInARow, [sends, inARow] as const));

/** Round trips, ours and theirs in turn. */
async function comparison(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "round-trip-"));
  try {
    await buildRival(folder);
    const dist = join(folder, "dist");
    const own: number[] = [];
    const other: number[] = [];
    while (own.length < rounds) {
      own.push(percentile((await ours(1)).trips, 0.5));
      other.push(percentile(await withPage("", (page) => page.evaluate(fetchInARow, inARow), dist), 0.5));
    }
    return [beside(`round trip, median of ${rounds} rounds`, own, other, milliseconds, "0.66 ×")];
  } catch (error) {
    return [notMeasured(rival, error as Error)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A page in which the rival answers GET books/1 with JSON, from its own worker. */
async function buildRival(folder: string): Promise<void> {
  await writeFile(join(folder, "package.json"), '{ "type": "module", "private": true }');
  const npm = ["install", "--ignore-scripts", "--no-audit", "--no-fund", rival, "esbuild"];
  await promisify(execFile)("npm", npm, { cwd: folder, timeout: 120_000 });
  await mkdir(join(folder, "public"));
  await copyFile(
    join(folder, "node_modules/msw/lib/mockServiceWorker.js"),
    join(folder, "public/mockServiceWorker.js"),
  );
  await writeFile(
    join(folder, "index.html"),
    '<!doctype html><title>Rival</title><script type="module" src="./main.js"></script>',
  );
  await writeFile(
    join(folder, "main.js"),
    `import { http, HttpResponse } from "msw";
     import { setupWorker } from "msw/browser";
     const worker = setupWorker(http.get("*/books/1", () => HttpResponse.json({ id: 1, title: "Dune" })));
     worker.start({ quiet: true }).then(() => { document.title = "ready"; });`,
  );
  await build({ configFile: false, root: folder, logLevel: "silent" });
}

/** Whole exchanges by the Send button, then round trips through the client's frame, so many of each. */
async function sendInARow([sendCount, tripCount]: readonly [number, number]): Promise<{
  trips: number[];
  sends: { arrived: number; shown: number }[];
}> {
  type Element = HTMLElement & { exchange: { times: { arrived: number; shown: number } } };
  const element = document.querySelector<Element>("#stage-5 demo-exchange");
  const frame = () => new Promise(requestAnimationFrame);
  element?.scrollIntoView();
  let send: HTMLButtonElement | null | undefined;
  while (!send) {
    await frame();
    send = element?.querySelector<HTMLButtonElement>(".primary");
  }
  const sends: { arrived: number; shown: number }[] = [];
  for (let index = 0; index <= sendCount; index += 1) {
    send.click();
    do await frame();
    while (element?.dataset["state"] !== "done");
    await frame();
    // The first send starts the worker, which is another matter.
    if (index > 0 && element) sends.push(element.exchange.times);
  }
  // The last one is still shown slowly. The rival's page has nothing to draw either.
  while (element?.getAnimations({ subtree: true }).length) await frame();
  const client = [...document.querySelectorAll("iframe")].find(({ hidden }) => hidden)?.contentWindow;
  const url = new URL("./bench/books/1", document.querySelector<HTMLLinkElement>("link[rel=lab-worker]")?.href).href;
  const trips: number[] = [];
  for (let index = 0; index <= tripCount && client; index += 1) {
    const start = performance.now();
    const response = await client.fetch(url, { mode: "same-origin", cache: "only-if-cached" });
    await response.arrayBuffer();
    if (index > 0) trips.push(performance.now() - start);
    await frame();
  }
  return { trips, sends };
}

async function fetchInARow(count: number): Promise<number[]> {
  while (document.title !== "ready") await new Promise((resume) => setTimeout(resume, 20));
  const samples: number[] = [];
  for (let index = 0; index <= count; index += 1) {
    const start = performance.now();
    const response = await fetch("books/1");
    await response.arrayBuffer();
    if (index > 0) samples.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  return samples;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
