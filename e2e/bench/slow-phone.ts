import { type Bench, percentile } from "./bench.ts";
import { onSlowPhone, slowPhone } from "./phone.ts";

const rounds = 3;

interface Waits {
  /** Milliseconds from the navigation until text can be read. */
  readonly read: number;
  /** From the moment at which a demo is reached until it can be used. */
  readonly used: number;
  /** From a press until something of it has been drawn: the longest of the presses. */
  readonly shown: number;
}

/** What a reader with a slow phone and a slow net waits for. */
export const phone: Bench = {
  name: `A slow phone: ${slowPhone}`,
  async measure() {
    const all: Waits[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await waits());
    const median = (of: keyof Waits) =>
      `${percentile(
        all.map((each) => each[of]),
        0.5,
      ).toFixed(0)} ms`;
    return [
      { what: `text can be read, median of ${rounds}`, value: median("read"), bar: "2500 ms" },
      { what: "the first transcript can be used, from when it is reached", value: median("used"), bar: "2000 ms" },
      { what: "a press is seen to do something, the slowest of five", value: median("shown"), bar: "100 ms" },
    ];
  },
};

function waits(): Promise<Waits> {
  return onSlowPhone("dist", async (page, host) => {
    await page.goto(host.url);
    const read = await page.evaluate(firstPaint);
    const used = await page.evaluate(reachFirstTranscript);
    const shown: number[] = [];
    for (const name of ["Send", "Send", "Edit", "Copy", "Start over"]) shown.push(await page.evaluate(press, name));
    return { read, used, shown: Math.max(...shown) };
  });
}

function firstPaint(): number {
  return performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
}

/** Scroll to the first transcript, and wait until it has its buttons. */
async function reachFirstTranscript(): Promise<number> {
  const demo = document.querySelector("#stage-1 demo-exchange");
  const reached = performance.now();
  demo?.scrollIntoView({ behavior: "instant" });
  while (!demo?.querySelector("button.primary")) await new Promise(requestAnimationFrame);
  return performance.now() - reached;
}

/** Press a button of the first transcript by its words; the time until the frame in which something of the demo is another. */
async function press(name: string): Promise<number> {
  const demo = document.querySelector<HTMLElement>("#stage-1 demo-exchange");
  const button = [...(demo?.querySelectorAll("button") ?? [])].find((each) =>
    each.textContent?.trim().startsWith(name),
  );
  if (!demo || !button) throw new Error(`Expected a button ${name} in the first transcript; found none.`);
  const changed = new Promise<void>((resolve) => {
    const all = { attributes: true, childList: true, characterData: true, subtree: true };
    new MutationObserver(() => resolve()).observe(demo, all);
  });
  const pressed = performance.now();
  button.click();
  await changed;
  await new Promise(requestAnimationFrame);
  const shown = performance.now() - pressed;
  // What the press began shall not be counted to the next one.
  while (demo.dataset["state"] === "sending") await new Promise(requestAnimationFrame);
  await new Promise((resume) => setTimeout(resume, 1_000));
  return shown;
}
