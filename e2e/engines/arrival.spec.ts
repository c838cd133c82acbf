import { lesson } from "../lesson.ts";
import { expect, test, whyNot } from "./engine-test.ts";

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine, folder: lesson });
    test.skip(whyNot(engine) !== "", whyNot(engine));

    test("who comes by a link stays where it leads while the demos above become live", async ({ open }) => {
      const page = await open("#after-the-stages");
      const heading = page.find("heading", "After the stages");
      const above = page.element("two-clients");
      await expect.poll(() => above.data("state"), { intervals: [30] }).toBe("ready");
      // Between two frames a script can see what no reader does: a demo that has grown, and the page not yet moved.
      const place = async (): Promise<number> => Math.round((await heading.middle()).y);
      const message = "it stands at the upper edge of the window";
      await expect.poll(place, { message, intervals: [30] }).toBeLessThan(100);
      expect(await place()).toBeGreaterThan(0);
    });
  });
}
