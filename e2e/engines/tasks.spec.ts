import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TaskConfig } from "../../src/demos/task/config.ts";
import { pages, root } from "../site.ts";
import { expect, test, whyNot } from "./engine-test.ts";
import { unanswered } from "./firefox.ts";

// The site's own tasks, whatever they are: each is solved by its solution, typed and sent in a real browser, and not by what stands
// in it at first. Their words are read from the pages, so an editor may change them.

const withTasks = pages.filter(
  (page) =>
    !page.startsWith("authors/") &&
    readFileSync(join(root, page || ".", page.endsWith(".html") ? "" : "index.html"), "utf8").includes("<demo-task"),
);

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine, expected: unanswered });
    test.skip(whyNot(engine) !== "", whyNot(engine));
    test.slow();

    for (const page of withTasks) {
      test(`each task of /${page} is solved by its solution, and not by its start`, async ({ open, tab }) => {
        const body = await open(page);
        const count = await tab.run(() => document.querySelectorAll("demo-task").length);
        expect(count).toBeGreaterThan(0);
        for (let nth = 0; nth < count; nth += 1) {
          const demo = body.element("demo-task", nth);
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
      });
    }
  });
}
