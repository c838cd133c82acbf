import { lesson } from "../lesson.ts";
import { expect, test, whyNot } from "./engine-test.ts";

// What is meant for the mock server reaches no other, even where the worker is taken away under an open page: the real
// host's own log is looked at after each test.

for (const engine of ["Chromium", "Firefox", "WebKit"] as const) {
  test.describe(`in ${engine}`, () => {
    test.use({ engine, folder: lesson, faults: { "/icon.svg": { fields: { "Clear-Site-Data": '"storage"' } } } });
    test.skip(whyNot(engine) !== "", whyNot(engine));
    test.slow();

    test("the host clears the site's data: a link, a form, an address and a transcript go on at the mock server", async ({
      open,
      tab,
    }) => {
      const page = await open();
      const demo = page.element("demo-walk");
      const drawn = demo.find("document");
      const address = demo.find("textbox", "Address");
      const status = demo.find("status");
      const goTo = async (target: string): Promise<void> => {
        await address.fill(target);
        await address.press("Enter");
        await demo.shows(
          /200 OK\. Shown: Books|304 Not Modified\. Shown: Books.*, from the copy that your browser has kept/,
        );
        await tab.run(async () => {
          await fetch("icon.svg", { cache: "reload" });
          // WebKit leaves the worker where it clears the data.
          const left = await navigator.serviceWorker.getRegistrations();
          await Promise.all(left.map((registration) => registration.unregister()));
        });
      };
      await goTo("library.example/books");
      await drawn.find("link", "Search").click();
      await status.shows(/GET \/search: 200 OK/);
      await goTo("library.example/books");
      await drawn.find("textbox", "Title").fill("Dune");
      await drawn.find("textbox", "Title").press("Enter");
      await demo.shows(/Shown: (?:Dune|Books)/);
      await goTo("library.example/books");
      await demo.find("button", "Reload").click();
      await demo.find("table").shows(/Reload GET \/books/);
      const transcript = page.find("group", "Dune comes in");
      await transcript.find("button", "Send").click();
      await transcript.find("status").shows(/^201 Created/);
      expect(await transcript.data("host")).toBe("worker");
    });
  });
}
