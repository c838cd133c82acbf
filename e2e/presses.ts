import type { Locator } from "@playwright/test";
import { tagOf } from "../src/demos/kit/tag.ts";

// A press shows: wherever in the upper two thirds of the window a control is pressed, it stays where it is, and what came of
// the press is announced and read in the window, without scrolling.

/** A press, what is announced of it, and what else of its outcome is in the window then. */
export interface Press {
  /** What the reader chooses first, which is not looked at: an option of the demo's list, then an answer. */
  readonly choose?: string;
  readonly guess?: string | RegExp;
  readonly control: string | RegExp;
  readonly said: RegExp;
  /** Texts that stand in the window too. */
  readonly seen?: readonly (string | RegExp)[];
}

/** The presses of the first demo on the page of each kind, by the page's name. */
export const presses: Readonly<Record<string, readonly Press[]>> = {
  exchange: [
    { control: "Send", said: /^201 Created/, seen: [/^Really: .*Shown slowed down/, "POST /books"] },
    { control: "Start over", said: /as recorded/ },
  ],
  "first-cycle": [
    { control: "Alice", said: /^200 OK\. Really:/ },
    { control: "The same page again", said: /^Nothing was sent: no cycle/ },
  ],
  "this-page": [
    { control: "Show the fields of the response", said: /^200 OK, \d+ fields\./, seen: ["This page’s response"] },
  ],
  walk: [
    { guess: "Nothing", control: "Go", said: /^Not quite: .*200 OK/ },
    { control: "Next", said: /^Step 2 of 3/, seen: ["Click a link that has only a fragment."] },
    { control: "Next", said: /^Step 2 was passed by\. Step 3 of 3/, seen: ["Add a book."] },
    { control: "Step back", said: /^Step 2 of 3/, seen: ["Click a link that has only a fragment."] },
  ],
  "mini-browser": [{ control: "Go", said: /200 OK/ }],
  "message-builder": [
    { control: "Send", said: /^200 OK.*The browser sent (?:no|\d+) more fields?/ },
    { control: "A script fetches", said: /POST \/books, with 5 fields/ },
    { control: "Start over", said: /as (?:it was|they were)/ },
  ],
  "inside-the-server": [
    { guess: "Nothing is", control: "Send", said: /^POST \/books is in the inbox/ },
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
      choose: "2. A book that is not there",
      guess: /^No status/,
      control: "Send",
      said: /^Not quite: 404 Not Found/,
    },
  ],
  "be-the-server": [
    { control: "Be the server", said: /^GET \/books\/7 waits for your answer/ },
    { guess: /^An error/, control: "Answer", said: /^200 OK.* Not quite: A page/, seen: ["You expected"] },
    { control: "Let the client ask again", said: /^GET \/books\/7 waits/ },
    { control: "Hang up", said: /^No response/ },
  ],
  "what-comes-back": [
    {
      guess: "A finished picture",
      control: "Send",
      said: /^Not quite: 200 OK, text\/html/,
      seen: ["You expected"],
    },
    { control: "Next", said: /^2 of \d+/ },
  ],
  "two-clients": [
    {
      guess: "At once",
      control: "Ask for the list",
      said: /^Ada: 200 OK.*Cycle over/,
      seen: ["3 titles, from row 1"],
    },
    { control: "Add a book", said: /^Ada: 201 Created/, seen: ["Emma"] },
    { control: /^Wait/, said: /^Ben has waited 3 seconds.*Not quite/ },
  ],
  "same-again": [
    { control: "Send", said: /^200 OK.*visit 1/ },
    { guess: "I am", control: "Send", said: /^Not quite: .*the number 2/ },
    { control: "Start over", said: /empty/ },
  ],
  "cycle-player": [
    { control: "Send", said: /^200 OK.*Cycle over/ },
    { control: "Back", said: /^Stage 5, the client/ },
    { choose: "Dune is added", control: "Next", said: /^Stage 1, the client/ },
    { control: "Next", said: /^Stage 2, the client: POST \/books left/ },
    { control: "Next", said: /^Stage 3, the server/ },
    { control: "Next", said: /^Stage 4, the server/ },
  ],
  question: [{ guess: "The server", control: "Check", said: /^Not quite/, seen: ["It waits."] }],
  check: [{ control: "Check", said: /right/ }],
  "put-in-order": [{ control: "Check", said: /right/ }],
  "my-work": [{ control: "Save to a file", said: /^Saved as my-http-work\.txt/ }],
  explain: [{ control: "Compare with a model answer", said: /model answer/ }],
};

/** The tag of the first demo on the page of a kind. */
export function tagOn(kind: string): string {
  return { "mini-browser": "demo-walk", exchange: "demo-exchange" }[kind] ?? tagOf(kind);
}

/** Do what comes before a press, and find the control: at the lowest place in the window at which the press must still show. */
export async function ready(demo: Locator, { choose, guess, control }: Press): Promise<Locator> {
  if (choose) await demo.getByRole("combobox").first().selectOption({ label: choose });
  if (guess) await demo.getByRole("radio", { name: guess, exact: true }).check();
  const pressed = demo.getByRole("button", { name: control, exact: typeof control === "string" }).first();
  await pressed.waitFor();
  await pressed.evaluate((each) => {
    const { bottom } = each.getBoundingClientRect();
    scrollBy({ top: bottom - (innerHeight * 2) / 3, behavior: "instant" });
  });
  return pressed;
}

/** What says that a press was heard. */
export function announced(demo: Locator, { said }: Press): Locator {
  return demo.getByRole("status").filter({ hasText: said }).first();
}
