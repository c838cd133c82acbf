import { fixture } from "../fixtures.ts";
import { onDisk } from "../one-file.ts";
import { test, whyNot } from "./engine-test.ts";
import { openPage, Thing } from "./reader.ts";
import { playBesideAnother, scenes } from "./scenario.ts";

// A page in one file, opened from a disk: no host is there, so whatever it would ask for would fail. What it must do there is to
// send, to show pages in frames, and to have what others fetch.
const tried = ["exchange", "walk", "inside-the-server"];

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine });
    test.slow();
    test.skip(whyNot(engine) !== "", whyNot(engine));

    for (const [kind, scene] of Object.entries(scenes).filter(([kind]) => tried.includes(kind))) {
      test.describe(() => {
        test.use({ expected: scene.expected ?? /^$/ });
        test(`from a disk: ${scene.name}`, async ({ tab }) => {
          const file = await onDisk(fixture("demos"), `${kind}/index.html`);
          const reload = () => openPage(tab, file);
          await reload();
          const page = new Thing(tab, { tag: "body" });
          await page.shows("Its server runs inside the page");
          await playBesideAnother(page, kind, scene, { engine, host: "page", reload, look: async () => {} });
        });
      });
    }
  });
}
