import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TaskConfig } from "../../src/demos/task/config.ts";
import { pages, root } from "../site.ts";
import { test, whyNot } from "./engine-test.ts";
import { unanswered } from "./firefox.ts";
import type { Thing } from "./reader.ts";
import type { Tab } from "./tab.ts";

// The site's own tasks, whatever they are: each is solved by its solution, typed and sent in a real browser, and not by what stands
// in it at first. Their words are read from the pages, so an editor may change them.

const tasks = pages
  .filter((page) => !page.startsWith("authors/"))
  .flatMap((page) => {
    const html = readFileSync(join(root, page || ".", page.endsWith(".html") ? "" : "index.html"), "utf8");
    const all = Array.from(html.matchAll(/<demo-task\b/g), (_, nth) => nth);
    return fives(all).map((some) => ({ page, some }));
  });

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine, expected: unanswered });
    test.skip(whyNot(engine) !== "", whyNot(engine));
    test.slow();

    for (const { page, some } of tasks) {
      const which = `${Number(some[0]) + 1} to ${Number(some.at(-1)) + 1}`;
      test(`the tasks ${which} of /${page} are solved by their solutions, and not by their starts`, async ({
        open,
        tab,
      }) => {
        const body = await open(page);
        for (const nth of some) await solve(tab, body.element("demo-task", nth), nth);
      });
    }
  });
}

async function solve(tab: Tab, demo: Thing, nth: number): Promise<void> {
  await demo.comesAlive();
  const config: TaskConfig = JSON.parse(
    await tab.run((at) => document.querySelectorAll("demo-task > script")[at]?.textContent ?? "", nth),
  );
  const act = async (text: string): Promise<void> => {
    if (config.message === null) {
      const address = demo.find("textbox", "Address");
      await address.fill(`library.example${text.replace("open ", "")}`);
      await address.press("Enter");
    } else {
      await demo.find("textbox").fill(text);
      await demo.find("button", "Send").click();
    }
  };
  const status = demo.find("status");
  await demo.find("button", "Begin").click();
  await act(config.message ?? `open ${config.home}`);
  await status.shows(/^Not yet: /);
  await demo.find("button", "Start over").click();
  await status.shows(/^The task and its library/);
  for (const [index, text] of config.solution.entries()) {
    await act(text);
    await status.shows(index < config.solution.length - 1 ? /^Not yet: / : /^Solved\. /);
  }
}

/** No slow machine need solve a page of twenty tasks in one test's time. */
function fives<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.length === 0 ? [] : [all.slice(0, 5), ...fives(all.slice(5))];
}
