import { expect, test, whyNot } from "./engine-test.ts";

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine });
    test.skip(whyNot(engine) !== "", whyNot(engine));

    test("who comes by a link stays where it leads while the demos above become live", async ({ open }) => {
      const page = await open("#the-end-of-the-cycle");
      const heading = page.find("heading", "The end of the cycle");
      const before = await heading.middle();
      const above = page.element("two-clients");
      await expect.poll(() => above.data("state")).toBe("ready");
      expect(Math.abs((await heading.middle()).y - before.y)).toBeLessThan(3);
    });
  });
}
