import { again, codeMissed } from "../../lab/page/missing-code.ts";
import { holdPlace } from "./hold-place.ts";
import { tagOf } from "./tag.ts";
import { unfold } from "./unfold.ts";

/** The code of each kind of demo, by its tag. It loads when a demo comes near, so that the text never waits for it. */
const demos: Record<string, () => Promise<unknown>> = Object.fromEntries(
  Object.entries(import.meta.glob("../*/element.ts")).map(([file, load]) => [tagOf(file.split("/")[1] ?? ""), load]),
);

const tags = Object.keys(demos).join();

/** Resolved as soon as demos may change their height without moving what the reader sees. */
const anchored = CSS.supports("overflow-anchor", "auto")
  ? Promise.resolve()
  : import("./scroll-anchor.ts").then(({ anchor }) => anchor(outermost(tags))).catch(() => {});

/** The tags whose elements have all that they need in the page. */
const whole = ["demo-exchange", "first-cycle"];

// Figures stay covered for the code that comes now. Those that a late script finds on show are left so.
if (performance.now() < 5000) document.documentElement.dataset["demos"] = "coming";

let data: Promise<void> | null = null;

/** What the page's other demos need, put in its place where it stands in a file of its own. Rejects where that does not come. */
function demoData(): Promise<void> {
  data ??= fetchData().catch((error) => {
    data = null;
    throw error;
  });
  return data;
}

async function fetchData(): Promise<void> {
  const file = document.querySelector<HTMLLinkElement>("link[rel=demo-data]");
  if (!file) return;
  const configs: readonly unknown[] = await (await fetch(file.href)).json();
  for (const [index, script] of document.querySelectorAll('script[type="application/json"]:empty').entries()) {
    script.textContent = JSON.stringify(configs[index]);
  }
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target.localName);
  },
  { rootMargin: "100% 0px" },
);

for (const element of document.querySelectorAll(tags)) near.observe(element);

// The transcripts are the lesson's common instrument, so theirs comes as soon as the browser has nothing better to do.
if (document.querySelector("demo-exchange")) {
  const soon = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  addEventListener("load", () => soon(() => load("demo-exchange")));
}

// Who selects something may copy it.
document.addEventListener(
  "selectstart",
  () => import("./copy-lines.ts").then(({ copyLines }) => document.addEventListener("copy", copyLines)).catch(() => {}),
  { once: true },
);

addEventListener("hashchange", () => {
  openLink();
  const target = document.querySelector(":target");
  if (target) holdPlace(target);
});
openLink();

/** A link may lead to what is folded, or bring a request along. Only its first letters are looked at here. */
function openLink(): void {
  const { hash } = location;
  const target = document.querySelector(":target");
  // Not every browser looks into what is folded.
  if (target && unfold(target)) target.scrollIntoView();
  if (!hash.startsWith("#request=")) return;
  Promise.all([import("../exchange/shared-request.ts"), demos["demo-exchange"]?.()])
    .then(([{ open }]) => open(hash))
    .catch(() => document.querySelector("demo-exchange")?.before(missingNote("link")));
}

/** What is on its way, by tags, so that it is asked for once where several demos of a kind are near. */
const loading = new Map<string, Promise<boolean>>();

/** Load the code behind a tag. Where that fails its elements stay the figures that they are, and a note before each says so. */
async function load(tag: string): Promise<void> {
  const coming =
    loading.get(tag) ??
    Promise.all([anchored, whole.includes(tag) || demoData()])
      .then(() => demos[tag]?.().catch(again))
      .then(
        () => true,
        () => false,
      )
      .finally(() => loading.delete(tag));
  loading.set(tag, coming);
  // What is there already is there, whatever a further try came to.
  const came = (await coming) || customElements.get(tag) !== undefined;
  for (const note of document.querySelectorAll(`.missing.${tag}`)) note.remove();
  if (came) return;
  for (const demo of outermost(tag)) demo.before(missingNote(tag));
}

/** The elements that stand in no other demo. */
function outermost(selector: string): readonly Element[] {
  return [...document.querySelectorAll(selector)].filter((element) => !element.parentElement?.closest(tags));
}

addEventListener("online", () => {
  for (const note of document.querySelectorAll(".missing")) load(note.classList[0] ?? "");
});

let pressed: Element | null = null;
addEventListener("click", ({ target }) => (pressed = target as Element), true);

// The reader has acted, and what the act needs did not come. The note stands below what was pressed, once.
addEventListener(codeMissed, () => {
  const place = pressed?.closest(`.controls, .actions, mini-browser, ${tags}`);
  if (!place?.nextElementSibling?.matches(".missing")) place?.after(missingNote("act"));
});

/** Says that code did not come, and what helps. A new version of the lesson may have taken the place of this one's files. */
function missingNote(of: string): Element {
  const note = document.createElement("p");
  note.className = `${of} missing wide`;
  note.append("This part could not be loaded. ");
  if (navigator.onLine) {
    const reload = document.createElement("button");
    reload.textContent = "Reload the page";
    reload.onclick = () => location.reload();
    note.append("The lesson may be newer than this page. ", reload);
    if (navigator.cookieEnabled) note.append(" Your answers are kept.");
  } else note.append("It comes when you are online.");
  return note;
}
