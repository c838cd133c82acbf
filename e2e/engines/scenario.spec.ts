import { fixture } from "../fixtures.ts";
import { test, whyNot } from "./engine-test.ts";
import { playBesideAnother, scenes } from "./scenario.ts";

// Each kind of demo used by real mouse and keys, in three engines; and once more where the host does not have the worker, so
// that the mock server runs inside the page. With the worker, e2e/kinds.spec.ts has Chromium.

/** What Chromium says where the host has no worker. */
const noWorker = "A bad HTTP response code \\(404\\) was received when fetching the script";

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  for (const host of ["worker", "page"] as const) {
    if (engine === "Chromium" && host === "worker") continue;
    test.describe(`in ${engine}, with the server in the ${host}`, () => {
      const faults = host === "worker" ? {} : { "/lab/worker.js": { status: 404 } };
      test.use({ engine, folder: fixture("demos"), faults });
      test.slow();
      test.skip(whyNot(engine) !== "", whyNot(engine));

      for (const [kind, scene] of Object.entries(scenes)) {
        if (scene.server === "none" && host === "page") continue;
        test.describe(() => {
          const expected = [scene.expected?.source ?? "^$", ...(host === "page" ? [noWorker] : [])];
          test.use({ expected: new RegExp(expected.join("|")) });
          test(scene.name, async ({ open }) => {
            const reload = () => open(`${kind}/`);
            await playBesideAnother(await reload(), kind, scene, { engine, host, reload, look: async () => {} });
          });
        });
      }
    });
  }
}
