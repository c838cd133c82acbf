import type { Locator, Page } from "@playwright/test";
import { clues, questions } from "../src/view/lesson-check-questions.ts";
import { accessibilityProblems } from "./accessibility.ts";
import { expect, test } from "./site.ts";

const check = (page: Page): Locator => page.locator("lesson-check");
const partOf = (page: Page, name: string): Locator => check(page).getByRole("region", { name });
const order = (page: Page) => partOf(page, "Put the five stages in order");
const quiz = (page: Page) => partOf(page, "Ten questions");
const explain = (page: Page) => partOf(page, "Explain the cycle");
const plain = (text: string) => text.replaceAll("`", "");
const clue = (stage: number) => clues.find((each) => each.stage === stage)?.text ?? "";
const cardTexts = (page: Page) => order(page).locator("li > p:first-of-type").allTextContents();

async function openCheck(open: () => Promise<void>, page: Page): Promise<void> {
  await open();
  await check(page).scrollIntoViewIfNeeded();
  await expect(check(page)).toHaveAttribute("data-state", "ready");
}

/** Bring a stage to its place with its button Up. */
async function lift(page: Page, stage: number): Promise<void> {
  const texts = await cardTexts(page);
  const up = order(page).getByRole("button", { name: `Up: ${clue(stage)}` });
  for (let at = texts.indexOf(clue(stage)); at > stage - 1; at -= 1) await up.click();
}

test("a reader puts the stages in order by buttons, says who acts, and hears that all is right", async ({
  open,
  page,
}) => {
  await openCheck(open, page);
  for (const stage of [1, 2, 3, 4, 5]) await lift(page, stage);
  expect(await cardTexts(page)).toEqual([1, 2, 3, 4, 5].map(clue));
  for (const { stage, text } of clues) {
    const actor = stage === 3 || stage === 4 ? "Server" : "Client";
    await order(page).getByLabel(`Who acts: ${text}`).selectOption(actor);
  }
  await order(page).getByRole("button", { name: "Check the order" }).click();
  await expect(order(page).getByRole("status")).toHaveText("All right: five stages in order, and who acts in each.");
});

test("a move is announced, and the button keeps the focus", async ({ open, page }) => {
  await openCheck(open, page);
  const first = order(page).getByRole("button", { name: `Down: ${clue(4)}` });
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(order(page).getByRole("status")).toHaveText(`“${clue(4)}” is now number 2 of 5.`);
  await expect(first).toBeFocused();
});

test("a wrong order and a wrong actor are each told why", async ({ open, page }) => {
  await openCheck(open, page);
  await order(page)
    .getByLabel(`Who acts: ${clue(4)}`)
    .selectOption("Client");
  await order(page).getByRole("button", { name: "Check the order" }).click();
  const card = order(page)
    .getByRole("listitem")
    .filter({ hasText: clue(4) });
  const [four] = clues.filter(({ stage }) => stage === 4);
  await expect(card).toContainText(`Not here. ${four?.place}`);
  await expect(card).toContainText(`Not the client. ${four?.actor}`);
  await expect(order(page).getByRole("status")).toHaveText("1 of 5 stand in their place; 0 of 5 actors are right.");
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
    await order(page).scrollIntoViewIfNeeded();
    const from = await cards
      .filter({ hasText: clue(1) })
      .locator(".stage-order-grip")
      .boundingBox();
    const to = await cards.first().boundingBox();
    if (!from || !to) throw new Error("The cards have no boxes.");
    await drag(page, from.x + from.width / 2, from.y + from.height / 2, to.y + 2);
    await expect(cards.first()).toContainText(clue(1));
    await expect(order(page).getByRole("status")).toHaveText(`“${clue(1)}” is now number 1 of 5.`);
  });
}

for (const [index, question] of questions.entries()) {
  test(`question ${index + 1} sets right: ${question.belief}`, async ({ open, page }) => {
    await openCheck(open, page);
    await quiz(page)
      .getByRole("button", { name: `Question ${index + 1},` })
      .click();
    await expect(quiz(page).getByRole("group", { name: plain(question.text) })).toBeVisible();
    for (const option of question.options) {
      await quiz(page)
        .getByRole("radio", { name: plain(option.text), exact: true })
        .check();
      await quiz(page).getByRole("button", { name: "Check the answer" }).click();
      const verdict = quiz(page).locator(".lesson-check-verdict");
      await expect(verdict).toContainText(plain(option.why));
      await expect(quiz(page).getByRole("status")).toHaveText(option.belief ? /^Not so\./ : /^Right\./);
      if (option.belief) await expect(verdict.locator("q")).toHaveText(option.belief);
    }
  });
}

test("answers are there after a reload, and can be cleared", async ({ open, page }) => {
  await openCheck(open, page);
  const right = questions[0]?.options.find(({ belief }) => !belief)?.text ?? "";
  await quiz(page).getByRole("radio", { name: right }).check();
  await quiz(page).getByRole("button", { name: "Check the answer" }).click();
  await explain(page).getByRole("textbox").fill("The client asks, the server answers.");
  await explain(page).getByRole("button", { name: "Compare with a model answer" }).click();
  await explain(page).getByRole("checkbox").first().check();
  await expect(explain(page).getByRole("status")).toHaveText("1 of 8 points.");
  await lift(page, 1);
  await page.reload();
  await openCheck(open, page);
  await expect(quiz(page).getByRole("button", { name: "Question 1, right" })).toBeVisible();
  await expect(explain(page).getByRole("textbox")).toHaveValue("The client asks, the server answers.");
  expect((await cardTexts(page))[0]).toBe(clue(1));
  await expect(check(page)).toContainText("Your answers stay in this browser");
  const keys = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("check")));
  expect(await keys()).toEqual(["http-cycle check /"]);
  await check(page).getByRole("button", { name: "Clear my answers" }).click();
  await expect(explain(page).getByRole("textbox")).toHaveValue("");
  await expect(quiz(page).getByRole("button", { name: "Question 1, not answered" })).toBeVisible();
  expect(await keys()).toEqual([]);
});

test("is accessible before and after wrong and right answers, in light and in dark colours", async ({ open, page }) => {
  await openCheck(open, page);
  expect(await accessibilityProblems(page, "lesson-check")).toEqual([]);
  await order(page).getByRole("button", { name: "Check the order" }).click();
  await explain(page).getByRole("button", { name: "Compare with a model answer" }).click();
  for (const [colorScheme, option] of [
    ["light", 0],
    ["dark", 1],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await quiz(page).getByRole("radio").nth(option).check();
    await quiz(page).getByRole("button", { name: "Check the answer" }).click();
    expect(await accessibilityProblems(page, "lesson-check")).toEqual([]);
  }
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
  await expect(check(page)).toContainText("This browser keeps nothing for this site");
  await lift(page, 1);
  expect((await cardTexts(page))[0]).toBe(clue(1));
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("every question can be read, and its answer opened", async ({ open, page }) => {
    await open();
    for (const { text } of questions) await expect(check(page)).toContainText(plain(text));
    await check(page).getByText("Answer", { exact: true }).nth(1).click();
    await expect(check(page).getByText(questions[0]?.options[1]?.why ?? "")).toBeVisible();
    await expect(check(page).getByRole("button")).toHaveCount(0);
  });
});

test("on paper the questions stand with their answers", async ({ open, page }) => {
  await openCheck(open, page);
  await page.emulateMedia({ media: "print" });
  for (const { options } of questions) {
    const right = options.find(({ belief }) => !belief);
    await expect(check(page).getByText(plain(right?.why ?? ""))).toBeVisible();
  }
});
