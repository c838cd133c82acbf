import type { Locator, Page } from "@playwright/test";
import { fixture } from "./fixtures.ts";
import { expect, test } from "./site.ts";

test.use({ folder: fixture("demos") });

const check = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true });
const order = (page: Page): Locator => check(page, "A letter");
const question = (page: Page, name = "Question 1 of 2", within = "First check"): Locator =>
  check(page, within).getByRole("group", { name, exact: true });
const explain = (page: Page): Locator => check(page, "A letter in your own words");
const status = (group: Locator): Locator => group.getByRole("status");
const letter = ["It is written", "It is carried", "It is read", "It is answered"] as const;
const cardTexts = (page: Page) => order(page).locator(".card").allTextContents();

async function openCheck(open: (path: string) => Promise<void>, page: Page): Promise<void> {
  await open("check/");
  for (const each of await page.locator("demo-check, demo-check *[data-state]").all()) {
    await each.evaluate((element) => element.scrollIntoView());
    await expect(each).toHaveAttribute("data-state", "ready");
  }
}

async function answer(group: Locator, name: string): Promise<void> {
  await group.getByLabel(name, { exact: true }).check();
  await group.getByRole("button", { name: "Check" }).click();
}

/** Bring a card to its place with its button Up. */
async function lift(page: Page, text: string): Promise<void> {
  const up = order(page).getByRole("button", { name: `Up: ${text}` });
  const place = letter.indexOf(text as (typeof letter)[number]);
  for (let at = (await cardTexts(page)).indexOf(text); at > place; at -= 1) await up.click();
}

test("cards are put in order by buttons: a move is announced, what is wrong told why, and all that is right heard", async ({
  open,
  page,
}) => {
  await openCheck(open, page);

  await test.step("a wrong place and a wrong actor are each told why", async () => {
    expect(await cardTexts(page)).not.toEqual(letter);
    await order(page).getByLabel("Who acts: It is answered").selectOption("Writer");
    await order(page).getByRole("button", { name: "Check" }).click();
    const card = order(page).getByRole("listitem").filter({ hasText: "It is answered" });
    await expect(card).toContainText("Not here.Nobody answers what they have not read.");
    await expect(card).toContainText("Not the writer.Who was asked answers.");
    await expect(status(order(page))).toHaveText(/of 4 stand in their place; 0 of 4 actors are right\.$/);
  });

  await test.step("a move is announced, and the button keeps the focus", async () => {
    const [text] = await cardTexts(page);
    const down = order(page).getByRole("button", { name: `Down: ${text}` });
    await down.press("Enter");
    await expect(status(order(page))).toHaveText(`“${text}” is now number 2 of 4.`);
    await expect(down).toBeFocused();
  });

  await test.step("a reader puts things in order by buttons, says who acts, and hears that all is right", async () => {
    expect(await cardTexts(page)).not.toEqual(letter);
    for (const text of letter) await lift(page, text);
    expect(await cardTexts(page)).toEqual(letter);
    for (const [index, actor] of ["Writer", "Postman", "Reader", "Reader"].entries()) {
      await order(page).getByLabel(`Who acts: ${letter[index]}`).selectOption(actor);
    }
    await order(page).getByRole("button", { name: "Check" }).click();
    await expect(status(order(page))).toHaveText("All right: 4 in order, and who acts in each.");
  });
});

/** A pointer that goes down on one point and up on another, by mouse or by finger. */
const pointers = {
  mouse: async ({ mouse }: Page, x: number, from: number, to: number) => {
    await mouse.move(x, from);
    await mouse.down();
    await mouse.move(x, to, { steps: 40 });
    await mouse.up();
  },
  finger: async (page: Page, x: number, from: number, to: number) => {
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x, y }] });
    await touch("touchStart", from);
    for (let y = from; y > to; y -= 10) await touch("touchMove", y);
    await touch("touchMove", to);
    await touch("touchEnd");
  },
};

for (const [pointer, drag] of Object.entries(pointers)) {
  test(`a card can be dragged to another place by its handle, with a ${pointer}`, async ({ open, page }) => {
    await openCheck(open, page);
    const cards = order(page).getByRole("listitem");
    const [first, , last = ""] = await cardTexts(page);
    expect(first).toBeTruthy();
    await order(page).evaluate((element) => element.scrollIntoView());
    const from = await cards.filter({ hasText: last }).locator(".grip").boundingBox();
    const to = await cards.first().boundingBox();
    if (!from || !to) throw new Error("The cards have no boxes.");
    await drag(page, from.x + from.width / 2, from.y + from.height / 2, to.y + 2);
    await expect(cards.first()).toContainText(last);
    await expect(status(order(page))).toHaveText(`“${last}” is now number 1 of 4.`);
  });
}

test("a mouse drags a card by its words as well", async ({ open, page }) => {
  await openCheck(open, page);
  const cards = order(page).getByRole("listitem");
  const last = (await cardTexts(page)).at(-1) ?? "";
  await order(page).evaluate((element) => element.scrollIntoView());
  const from = await cards.filter({ hasText: last }).getByText(last, { exact: true }).boundingBox();
  const to = await cards.first().boundingBox();
  if (!from || !to) throw new Error("The cards have no boxes.");
  await pointers.mouse(page, from.x + from.width / 2, from.y + from.height / 2, to.y + 2);
  await expect(cards.first()).toContainText(last);
  expect(await page.evaluate(() => getSelection()?.toString()), "nothing is selected on the way").toBe("");
});

test("a question is answered by itself and in a check: a wrong answer is told why, several may be right, and paper has all answers", async ({
  open,
  page,
}) => {
  await openCheck(open, page);

  await test.step("on paper the questions stand with their answers", async () => {
    await page.emulateMedia({ media: "print" });
    for (const told of [
      "There is no such book, and the server says so.",
      "It hands something in.",
      "No other follows.",
    ]) {
      await expect(page.locator("demo-check").getByText(told)).toBeVisible();
    }
    await page.emulateMedia({ media: null });
  });

  await test.step("a wrong answer is told why, with the belief behind it, and may be mended", async () => {
    await answer(question(page), "Nothing");
    await expect(status(question(page))).toHaveText("Not quite.");
    await expect(question(page)).toContainText("An answer comes.");
    const belief = question(page).getByRole("paragraph").filter({ hasText: "A common belief" });
    await expect(belief).toHaveText("A common belief leads to that answer: Whatever fails is a 404.");
    await answer(question(page), "A 404");
    await expect(status(question(page))).toHaveText("Right.");
    await expect(question(page)).toContainText("There is no such book, and the server says so.");
  });

  await test.step("where several answers are right, all of them are the right answer", async () => {
    await check(page, "First check").getByRole("button", { name: "Question 2, not answered" }).click();
    const second = question(page, "Question 2 of 2");
    await expect(second).toBeFocused();
    await answer(second, "GET");
    await expect(status(second)).toHaveText("Not quite.");
    await expect(second).toContainText("That is right, and not all: there is more.");
    await answer(second, "POST");
    await expect(status(second)).toHaveText("Right.");
  });

  await test.step("a question by itself has the same controls as one in a check", async () => {
    const alone = check(page, "Question").filter({ hasText: "Who speaks first?" });
    await alone.scrollIntoViewIfNeeded();
    await answer(alone, "The server");
    await expect(status(alone)).toHaveText("Not quite.");
    await expect(alone).toContainText("It waits until it is asked.");
  });
});

test("two checks of a page know nothing of each other, and answers are there after a reload until they are cleared", async ({
  open,
  page,
}) => {
  await openCheck(open, page);
  await answer(question(page), "A 404");
  await explain(page).getByRole("textbox").fill("Somebody writes it.");
  await explain(page).getByRole("button", { name: "Compare with a model answer" }).click();
  await explain(page).getByRole("checkbox").first().check();
  await expect(status(explain(page))).toHaveText("1 of 2 points.");
  await lift(page, letter[0]);
  await page.reload();
  await openCheck(open, page);
  const first = check(page, "First check");
  await expect(first.getByRole("button", { name: "Question 1, right" })).toBeVisible();
  await expect(check(page, "Second check").getByRole("button", { name: "Question 1, not answered" })).toBeVisible();
  await expect(explain(page).getByRole("textbox")).toHaveValue("Somebody writes it.");
  expect((await cardTexts(page))[0]).toBe(letter[0]);
  await expect(first).toContainText("Your answers stay in this browser");
  const keys = () => page.evaluate(() => Object.keys(localStorage));
  expect(await keys()).toEqual(["http-cycle /check/"]);
  await first.getByRole("button", { name: "Start over" }).click();
  await expect(explain(page).getByRole("textbox")).toHaveValue("");
  await expect(first.getByRole("button", { name: "Question 1, not answered" })).toBeVisible();
  expect(await keys()).toEqual([]);
});

test("where the browser keeps nothing, the check works and says so", async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await openCheck(open, page);
  await expect(check(page, "First check")).toContainText("This browser keeps nothing for this site");
  await lift(page, letter[0]);
  expect((await cardTexts(page))[0]).toBe(letter[0]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("every question can be read, and its answers opened one at a time", async ({ open, page }) => {
    await open("check/");
    const first = check(page, "First check");
    await expect(first).toContainText("What comes back for GET /books/99?");
    await first.getByText("Nothing", { exact: true }).click();
    await expect(first.getByText("An answer comes.")).toBeVisible();
    await first.getByText("A 404", { exact: true }).click();
    await expect(first.getByText("An answer comes.")).toBeHidden();
    await expect(page.locator("demo-check button, demo-check input")).toHaveCount(0);
  });
});
