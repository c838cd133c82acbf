import { startFramingSite } from "../framing-site.ts";
import { lesson } from "../lesson.ts";
import { expect, test, whyNot } from "./engine-test.ts";
import { openPage, Thing } from "./reader.ts";
import type { Tab } from "./tab.ts";

// Three demos in a page of another site, framed as learning platforms frame what they show.

/** How high each frame of the page is. */
const heights = (tab: Tab): Promise<readonly number[]> =>
  tab.run(() => Array.from(document.querySelectorAll("iframe"), ({ offsetHeight }) => offsetHeight));

const sandboxes = {
  "no sandbox": undefined,
  "a sandbox as of learning platforms": "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads",
  "a sandbox that takes the origin away": "allow-scripts",
  "a sandbox that lets no script run": "",
};

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    // What a sandbox forbids, browsers say in the console.
    test.use({ engine, folder: lesson, expected: /sandbox|origin|CORS|access control|favicon|null/i });
    test.skip(whyNot(engine) !== "", whyNot(engine));

    for (const [name, sandbox] of Object.entries(sandboxes)) {
      test(`with ${name}, three demos are as high as they say, and stay as they are where nobody listens`, async ({
        tab,
        site,
      }) => {
        const demos = ["first-cycle", "a-player", "a-walk"];
        const frames = demos.map((demo) => {
          return { src: new URL(`embed/index/${demo}/`, site.url).href, ...(sandbox !== undefined && { sandbox }) };
        });
        for (const listens of [true, false]) {
          const other = await startFramingSite(frames, listens);
          try {
            await openPage(tab, other.url);
            const tells = listens && sandbox !== "";
            for (const nth of [0, 1, 2]) {
              await tab.run((at) => document.querySelectorAll("iframe")[at]?.scrollIntoView(), nth);
              const height = async () => (await heights(tab))[nth] !== 300;
              const message = `${demos[nth]} where ${listens ? "somebody" : "nobody"} listens`;
              await expect.poll(height, { message, intervals: [30] }).toBe(tells);
            }
            await new Thing(tab, { tag: "body" }).shows("A course");
          } finally {
            await other.close();
          }
        }
      });
    }
  });
}
