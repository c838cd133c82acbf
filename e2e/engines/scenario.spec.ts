import { expect, test, whyNot } from "./engine-test.ts";
import { scenes } from "./scenario.ts";

// The whole lesson, each demo used by real mouse and keys, in three engines; and once more where the host does not have the
// worker, so that the mock server runs inside the page.

/** What Chromium says where the host has no worker. */
const noWorker = "A bad HTTP response code \\(404\\) was received when fetching the script";

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  for (const host of ["worker", "page"] as const) {
    test.describe(`in ${engine}, with the server in the ${host}`, () => {
      test.use({ engine, faults: host === "worker" ? {} : { "/lab/worker.js": { status: 404 } } });
      test.slow();
      test.skip(whyNot(engine) !== "", whyNot(engine));

      for (const { name, play, expected } of scenes) {
        test.describe(() => {
          test.use({
            expected: new RegExp([expected?.source ?? "^$", ...(host === "page" ? [noWorker] : [])].join("|")),
          });
          test(name, async ({ open }) => {
            const demo = await play(await open(), { engine, host, reload: open });
            if (!demo) return;
            expect(await demo.data("host"), "the mock server that answered").toBe(host);
            const why = "inside this page, because";
            if (host === "page") await demo.shows(why);
            else expect(await demo.text()).not.toContain(why);
          });
        });
      }
    });
  }
}
