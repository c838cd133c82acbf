import { type BeliefStory, beliefStories } from "../demos/kit/belief-stories.ts";
import type { Done, Guess } from "../demos/kit/done.ts";
import { button, show } from "../demos/kit/element-parts.ts";
import { forget, keep, kept } from "../demos/kit/kept.ts";
import { forgetTexts } from "../demos/kit/kept-text.ts";
import { html } from "../html.ts";
import styles from "./path.css?inline";
import { afterDone, beliefLine, type LessonPart, partsDone, toAskAgain } from "./progress.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

const links = [...document.querySelectorAll<HTMLAnchorElement>(".rail a")];
const idOf = ({ hash }: HTMLAnchorElement): string => hash.slice(1);
const ever = new AbortController().signal;

const parts: readonly LessonPart[] = links.map((link) => {
  const demos = document.querySelectorAll<HTMLElement>(`#${CSS.escape(idOf(link))} [data-must]`);
  return { id: idOf(link), acts: [...demos].map(({ dataset }) => dataset["client"] ?? "") };
});

const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.querySelector(".rail")?.append(status);

/** Keep what a reader did. The element that tells of it stands in a demo, and that in a part. */
export function noteDone({ target, detail }: Done, from = target as Element): void {
  const demo = from.closest<HTMLElement>("[data-client]")?.dataset["client"];
  if (demo !== undefined) note(demo, from.closest("section.part")?.id ?? "", detail);
}

function note(demo: string, part: string, guess: Guess | null): void {
  const before = partsDone(parts, kept().acts);
  keep((was) => afterDone(was, demo, part, guess));
  const done = partsDone(parts, kept().acts);
  draw();
  const fresh = done.find((id) => !before.includes(id));
  const name = links
    .find((link) => idOf(link) === fresh)
    ?.querySelector(".name")
    ?.firstChild?.textContent?.trim();
  if (name) status.textContent = `Done: ${name}. ${done.length} of ${parts.length} parts.`;
}

/** Keep the part that is being read. */
export function notePlace(place: string): void {
  if (place !== kept().place) keep((was) => ({ ...was, place }));
}

/** Show what is kept, and offer the way on, unless the reader came for a place of their own. */
export function comeBack(): void {
  draw();
  const { place } = kept();
  const link = links.find((each) => idOf(each) === place);
  if (!link || location.hash || scrollY > 0) return;
  const bar = document.createElement("aside");
  bar.className = "go-on";
  bar.setAttribute("aria-label", "Go on where you left");
  const on = document.createElement("a");
  on.href = link.hash;
  on.textContent = `Go on: ${nameOf(link)}`;
  on.addEventListener("click", () => bar.remove());
  const told = document.createElement("p");
  told.textContent = `${partsDone(parts, kept().acts).length} of ${parts.length} parts done. ${keptSentence()}`;
  const close = button("Not now", () => bar.remove(), ever);
  const startOver = button(
    "Forget all",
    () => {
      forgetAll();
      bar.remove();
    },
    ever,
  );
  bar.append(on, close, told, startOver);
  document.querySelector("main")?.append(bar);
}

/** A part as it is named: a stage with its number. */
function nameOf(link: HTMLAnchorElement): string {
  const ring = link.querySelector(".ring")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const name = link.querySelector(".name")?.firstChild?.textContent?.trim() ?? "";
  return /\d/.test(ring) ? `${ring}, ${name}` : name;
}

function keptSentence(): string {
  return keep((was) => was)
    ? "Your place, ticks and guesses stay in this browser."
    : "This browser keeps nothing of this page: your ticks and guesses are gone when you leave it.";
}

function forgetAll(): void {
  forget();
  forgetTexts();
  // Taken out and put in again, a demo is as it was at first.
  for (const demo of document.querySelectorAll(".demo:not(.demo .demo)")) demo.replaceWith(demo);
  for (const question of document.querySelectorAll(".again")) question.remove();
  draw();
  status.textContent = "All is forgotten: your place, ticks, guesses, answers and what you were writing.";
}

/** Show in the rail, at the acts, before the parts and at the end what is kept. */
function draw(): void {
  const { acts, guesses } = kept();
  const done = partsDone(parts, acts);
  for (const link of links) {
    const isDone = done.includes(idOf(link));
    if (isDone === "ticked" in link.dataset) continue;
    link.toggleAttribute("data-ticked", isDone);
    link.querySelector(".tick")?.remove();
    if (isDone) link.querySelector(".name")?.insertAdjacentHTML("beforeend", '<span class="tick unseen">, done</span>');
  }
  for (const act of document.querySelectorAll<HTMLElement>("[data-must]")) {
    act.toggleAttribute("data-done", acts.includes(act.dataset["client"] ?? ""));
  }
  for (const [part, belief] of toAskAgain(guesses, parts)) askAgain(part, belief);
  showBeliefs(beliefStories(guesses));
}

/** The place of the page that sets a belief right; null where the page has none. */
function correctionOf(belief: string): { readonly place: HTMLElement; readonly text: string } | null {
  const place = [...document.querySelectorAll<HTMLElement>("details.belief")].find(
    (each) => each.querySelector(".claim")?.textContent === belief,
  );
  const text = place?.querySelector("strong")?.textContent;
  return place && text ? { place, text } : null;
}

/** Ask once more, at the head of a part, of a belief that was held in the part before. */
function askAgain(part: string, belief: string): void {
  const section = document.querySelector(`#${CSS.escape(part)}`);
  const head = section?.querySelector(":scope > .actor") ?? section?.querySelector(":scope > h2");
  const correction = correctionOf(belief);
  if (!head || !correction || section?.querySelector(":scope > .again")) return;
  const question = document.createElement("div");
  question.className = "again";
  question.dataset["client"] = `again-${part}`;
  question.setAttribute("role", "group");
  question.setAttribute("aria-label", "Once more: true or false?");
  show(
    question,
    html`<p><span class="label">Once more: true or false?</span> <q>${belief}</q></p><div class="actions"></div><p role="status"></p>`,
  );
  const answer = (said: "True" | "False") => {
    const held = said === "True" ? [belief] : [];
    note(`again-${part}`, part, { asked: belief, expected: said, beliefs: [belief], held });
    const verdict = said === "False" ? "Right. " : "Not quite. ";
    const place = question.querySelector("[role=status]");
    if (place) place.textContent = verdict + correction.text;
  };
  question.querySelector(".actions")?.append(
    button("True", () => answer("True"), ever),
    button("False", () => answer("False"), ever),
  );
  head.after(question);
}

/** Tell at the end what the reader believed at first, and what changed it. */
function showBeliefs(stories: readonly BeliefStory[]): void {
  const place = document.querySelector<HTMLElement>(".what-you-believed");
  const line = beliefLine(stories);
  if (!place) return;
  place.hidden = line === null;
  if (line === null) return;
  const told = stories.flatMap(({ belief, first, changed, isHeld }) => {
    if (!first) return [];
    const then = changed
      ? html` Then you said “${changed.expected}” ${linkTo(changed.demo, "here")}.`
      : html` ${correctionOf(belief)?.text ?? ""}`;
    return html`<li data-held="${String(isHeld)}"><q>${belief}</q> You expected “${first.expected}” ${linkTo(first.demo, "here")}.${then}${isHeld && changed && html` The last time, you still believed it.`}</li>`;
  });
  show(
    place,
    html`<h3>What you believed</h3><p><strong>${line}</strong> So many false sentences could show in what you guessed.</p><ul>${told}</ul><p>${keptSentence()}</p>`,
  );
  place.append(button("Forget all", forgetAll, ever));
}

/** A link to a demo of the page; only the words where it is gone. */
function linkTo(demo: string, words: string) {
  const at = document.querySelector(`[data-client="${CSS.escape(demo)}"]`);
  const id = at?.querySelector("[id$=-title]")?.id || at?.closest("section.part")?.id;
  return id ? html`<a href="#${id}">${words}</a>` : html`${words}`;
}
