import type { Done } from "../demos/kit/done.ts";

/** Where a part counts as being read: when it has passed this share of the window's height, from the top. */
const line = 0.35;

const links = [...document.querySelectorAll<HTMLAnchorElement>(".rail a")];
const parts = links.map(({ hash }) => document.getElementById(hash.slice(1)));
let current: HTMLAnchorElement | undefined;

/** At the page's end the last part is being read, however short it is. */
const isAtEnd = () => scrollY > 0 && innerHeight + scrollY > document.documentElement.scrollHeight - 2;
let wasAtEnd = false;

/** Mark the part that is being read, and let the address name it, so that a reload and a shared link lead there. */
function follow(): void {
  const next = isAtEnd()
    ? links.at(-1)
    : links.findLast((_, index) => (parts[index]?.getBoundingClientRect().top ?? 1) < innerHeight * line);
  if (next === current) return;
  current?.removeAttribute("aria-current");
  next?.setAttribute("aria-current", "location");
  // A link that brought a request along, or led to a place within a part, keeps its address until the reader goes on.
  if (started && !location.hash.startsWith("#request=")) {
    history.replaceState(history.state, "", next?.hash ?? location.pathname + location.search);
  }
  current = next;
  if (started && next) path(({ notePlace }) => notePlace(next.hash.slice(1)));
}

/** What is kept of the reader's way: its code comes when there is something to keep, or was. */
function path(act: (code: typeof import("./path.ts")) => void): void {
  import("./path.ts").then(act).catch(() => {});
}

/** On a narrow screen the bar's rings open into a list of the parts by name. */
function addParts(rail: HTMLElement): void {
  const opener = document.createElement("button");
  opener.textContent = "Parts";
  const open = (isOpen: boolean): void => {
    rail.toggleAttribute("data-open", isOpen);
    opener.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) (current ?? links[0])?.focus();
  };
  open(false);
  opener.addEventListener("click", () => open(!rail.hasAttribute("data-open")));
  addEventListener("click", ({ target }) => target !== opener && open(false));
  rail.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !rail.hasAttribute("data-open")) return;
    open(false);
    opener.focus();
  });
  rail.append(opener);
}

let started = false;
const observer = new IntersectionObserver(
  () => {
    follow();
    started = true;
  },
  { rootMargin: `0px 0px ${(line - 1) * 100}%` },
);
for (const part of parts) if (part) observer.observe(part);
addEventListener(
  "scroll",
  () => {
    if (isAtEnd() === wasAtEnd) return;
    wasAtEnd = !wasAtEnd;
    follow();
  },
  { passive: true },
);

const rail = document.querySelector<HTMLElement>(".rail");
if (rail) {
  addParts(rail);
  document.addEventListener("done", (event) => path(({ noteDone }) => noteDone(event as Done)));
  try {
    if (localStorage.length > 0) path(({ comeBack }) => comeBack());
  } catch {
    // The browser keeps nothing for this site.
  }
}
