import type { Locator } from "@playwright/test";
import { tagOf } from "../src/demos/kit/tag.ts";
import { kinds } from "../src/demos/registry.ts";
import { unanswered } from "./engines/firefox.ts";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

// A press shows: wherever in the upper two thirds of the window a control is pressed, it stays where it is, and what came of
// the press is announced and read in the window, without scrolling.

/** A press, what is announced of it, and what else of its outcome is in the window then. */
interface Press {
  /** What the reader does first, which is not looked at. */
  readonly first?: (demo: Locator) => Promise<unknown>;
  readonly control: string | RegExp;
  readonly said: RegExp;
  /** Texts that stand in the window too. */
  readonly seen?: readonly (string | RegExp)[];
}

const guess = (name: string | RegExp) => (demo: Locator) => demo.getByRole("radio", { name, exact: true }).check();
const choose = (name: string) => (demo: Locator) => demo.getByRole("combobox").first().selectOption({ label: name });

/** The presses of the first demo on the page of each kind, by the page's name. */
const presses: Readonly<Record<string, readonly Press[]>> = {
  exchange: [
    { control: "Send", said: /^201 Created/, seen: [/^Really: .*Shown slowed down/, "POST /books"] },
    { control: "Start over", said: /as recorded/ },
  ],
  "first-cycle": [{ control: "Alice", said: /^200 OK\. Really:/ }],
  walk: [
    { first: guess("Nothing"), control: "Go", said: /^Not quite: .*200 OK/ },
    { control: "Next", said: /^Step 2 of 3/, seen: ["Click a link that has only a fragment."] },
    { control: "Next", said: /^Step 2 was passed by\. Step 3 of 3/, seen: ["Add a book."] },
    { control: "Step back", said: /^Step 2 of 3/, seen: ["Click a link that has only a fragment."] },
  ],
  "mini-browser": [{ control: "Go", said: /200 OK/ }],
  "message-builder": [
    { control: "Send", said: /^200 OK.*The browser sent \d+ more fields/ },
    { control: "A script fetches", said: /POST \/books, with 5 fields/ },
    { control: "Start over", said: /as (?:it was|they were)/ },
  ],
  "inside-the-server": [
    { first: guess("Nothing is"), control: "Send", said: /^POST \/books is in the inbox/ },
    { control: "Next", said: /has read the message/ },
    { control: "Next", said: /POST \/books/, seen: ["POST /books"] },
    { control: "Next", said: /addBook runs/ },
    { control: "Next", said: /change in 2 places.*Not quite: It changed/, seen: ["There is one book more."] },
    { control: "Next", said: /^The response leaves: 303 See Other/ },
    { control: "Back", said: /change in 2 places/ },
    { control: "All at once", said: /^All steps: 303 See Other/ },
    { control: "Next", said: /^Request 2 of \d/ },
  ],
  "guess-the-status": [
    { control: "Next", said: /^Request 2 of/ },
    {
      first: (demo) => choose("2. A book that is not there")(demo).then(() => guess(/^No status/)(demo)),
      control: "Send",
      said: /^Not quite: 404 Not Found/,
    },
  ],
  "be-the-server": [
    { control: "Be the server", said: /^GET \/books\/7 waits for your answer/ },
    { first: guess(/^An error/), control: "Answer", said: /^200 OK.* Not quite: A page/, seen: ["You expected"] },
    { control: "Let the client ask again", said: /^GET \/books\/7 waits/ },
    { control: "Hang up", said: /^No response/ },
  ],
  "what-comes-back": [
    {
      first: guess("A finished picture"),
      control: "Send",
      said: /^Not quite: 200 OK, text\/html/,
      seen: ["You expected"],
    },
    { control: "Next", said: /^2 of \d+/ },
  ],
  "two-clients": [
    {
      first: guess("At once"),
      control: "Ask for the list",
      said: /^Ada: 200 OK.*Cycle over/,
      seen: ["3 titles, from row 1"],
    },
    { control: "Add a book", said: /^Ada: 201 Created/, seen: ["Emma"] },
    { control: /^Wait/, said: /^Ben has waited 3 seconds.*Not quite/ },
  ],
  "same-again": [
    { control: "Send", said: /^200 OK.*visit 1/ },
    { first: guess("I am"), control: "Send", said: /^Not quite: .*the number 2/ },
    { control: "Start over", said: /empty/ },
  ],
  "cycle-player": [
    { control: "Send", said: /^200 OK.*Cycle over/ },
    { control: "Back", said: /^Stage 5, the client/ },
    { first: choose("Dune is added"), control: "Next", said: /^Stage 1, the client/ },
    { control: "Next", said: /^Stage 2, the client: POST \/books left/ },
    { control: "Next", said: /^Stage 3, the server/ },
    { control: "Next", said: /^Stage 4, the server/ },
  ],
  question: [{ first: guess("The server"), control: "Check", said: /^Not quite/, seen: ["It waits."] }],
  check: [{ control: "Check", said: /right/ }],
  "put-in-order": [{ control: "Check", said: /right/ }],
  "my-work": [{ control: "Save to a file", said: /^Saved as my-http-work\.txt/ }],
  explain: [{ control: "Compare with a model answer", said: /model answer/ }],
};

test("every kind of demo is tried", () => {
  const named = kinds.map(({ component }) => component.replace(/\B[A-Z]/g, "-$&").toLowerCase());
  expect(Object.keys(presses)).toEqual(expect.arrayContaining(named));
});

for (const [width, height] of [
  [375, 812],
  [1280, 800],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ folder: fixture("demos"), expected: unanswered, viewport: { width, height } });

    for (const [kind, its] of Object.entries(presses)) {
      test(`${kind}: each press shows`, async ({ open, page }) => {
        await open(`${kind}/`);
        const tag = kind === "mini-browser" ? "demo-walk" : kind === "exchange" ? "demo-exchange" : tagOf(kind);
        const demo = page.locator(tag).first();
        await demo.scrollIntoViewIfNeeded();
        // So that the demo can stand anywhere in the window.
        await page.evaluate(() => document.body.style.setProperty("padding-block", "100vh"));
        for (const press of its) await pressAndLook(demo, press);
      });
    }
  });
}

async function pressAndLook(demo: Locator, { first, control, said, seen = [] }: Press): Promise<void> {
  await test.step(`press ${control}`, async () => {
    await first?.(demo);
    const pressed = demo.getByRole("button", { name: control, exact: typeof control === "string" }).first();
    await expect(pressed).toBeVisible();
    // The lowest place of which this must hold.
    const placeOf = () => pressed.evaluate((each) => each.getBoundingClientRect().top);
    await pressed.evaluate((each) => {
      const { bottom } = each.getBoundingClientRect();
      scrollBy({ top: bottom - (innerHeight * 2) / 3, behavior: "instant" });
    });
    const handle = await pressed.elementHandle();
    const before = await placeOf();
    await pressed.click();
    const status = demo.getByRole("status").filter({ hasText: said }).first();
    await expect.soft(status, "is announced").toBeVisible();
    await expect.soft(status, "is read in the window").toBeInViewport({ ratio: 1 });
    for (const text of seen) {
      const found = demo.getByText(text).filter({ visible: true }).first();
      await expect.soft(found, `“${text}” is seen`).toBeInViewport({ ratio: 1 });
    }
    const after = await handle?.evaluate((each) =>
      each.isConnected && each.checkVisibility() ? each.getBoundingClientRect().top : null,
    );
    if (typeof after === "number")
      expect.soft(Math.abs(Math.round(after - before)), `${control} stays where it is`).toBe(0);
  });
}
