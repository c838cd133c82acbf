import { lesson } from "./lesson.ts";
import { expect, test } from "./site.ts";

test.use({ folder: lesson });

// The fixture that all other tests rely on does complain.

test.describe("a test is told of", () => {
  test.describe("what the CSP forbids", () => {
    test.use({ expected: /Content Security Policy/ });
    test("an inline style that it has no hash of", async ({ open, page, complaints }) => {
      await open();
      await page.evaluate(() => {
        const style = document.createElement("style");
        style.textContent = "body { color: red }";
        document.head.append(style);
      });
      await expect.poll(() => complaints.join()).toContain("Content Security Policy");
    });
  });

  test.describe("an error that no one caught", () => {
    test.use({ expected: /^uncaught: lost$/ });
    test("in a page", async ({ open, page, complaints }) => {
      await open();
      await page.evaluate(() => {
        setTimeout(() => {
          throw new Error("lost");
        });
      });
      await expect.poll(() => complaints).toContain("uncaught: lost");
    });
  });

  test.describe("a request that leaves the site", () => {
    const elsewhere = "http://127.0.0.1:49151/";
    test.use({ expected: /^(a request leaves the site|failed): GET / });
    test("even where it fails", async ({ open, page, complaints }) => {
      await open();
      await page.evaluate((url) => location.assign(url), elsewhere);
      await expect.poll(() => complaints).toContain(`a request leaves the site: GET ${elsewhere}`);
    });
  });

  test.describe("a file that the host lacks", () => {
    test.use({ faults: { "/lab/worker.js": { status: 404 } }, expected: /^status code 404: GET / });
    test("with its address", async ({ open, page, site, complaints }) => {
      await open();
      await page.evaluate(() => fetch("lab/worker.js"));
      await expect.poll(() => complaints).toContain(`status code 404: GET ${site.url}lab/worker.js`);
    });
  });
});
