import { type CopyForm, type Cycles, copyForms } from "./copies.ts";
import { button } from "./element-parts.ts";
import { saveFile } from "./save-file.ts";
import { isOneFile } from "./site-root.ts";

/** What a menu copies from, and where it says what came of it. */
export interface CopySource {
  /** Whether the menu is about one request, which can be sent again from elsewhere. */
  readonly isOneRequest: boolean;
  /** What is on show when a form is chosen; null where it cannot be read, and the reader has been told so. */
  readonly cycles: () => Promise<Cycles | null>;
  readonly say: (text: string) => void;
}

/**
 * Open the menu of a Copy button below it, or close it. The menu goes when a form is chosen, with Escape or Tab, and when
 * the reader presses elsewhere; arrow keys lead through it.
 */
export function toggleCopyMenu(opener: HTMLButtonElement, source: CopySource): void {
  const open = opener.nextElementSibling;
  if (open?.matches(".copy-menu")) {
    opener.dispatchEvent(new Event("close-menu"));
    return;
  }
  const listening = new AbortController();
  const { signal } = listening;
  const menu = document.createElement("div");
  menu.className = "copy-menu";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", "Copy as");
  // A press inside keeps the focus inside, also in browsers whose buttons do not take it.
  menu.tabIndex = -1;
  const close = () => {
    const hadFocus = menu.contains(document.activeElement);
    listening.abort();
    menu.remove();
    opener.setAttribute("aria-expanded", "false");
    if (hadFocus) opener.focus();
  };
  const items = copyForms(source.isOneRequest, isWindows(), isOneFile()).map((form) => {
    const item = button(form.label, () => choose(form), signal);
    item.setAttribute("role", "menuitem");
    item.tabIndex = -1;
    return item;
  });
  const choose = (form: CopyForm) => {
    close();
    copy(form, source);
  };
  menu.append(...items);
  menu.addEventListener("keydown", (event) => walk(event, items, close), { signal });
  opener.addEventListener("close-menu", close, { signal });
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (target instanceof Node && !menu.contains(target) && !opener.contains(target)) close();
    },
    { signal },
  );
  menu.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget) && relatedTarget !== opener) close();
    },
    { signal },
  );
  opener.after(menu);
  // Only now does the opener's place count from the row of buttons, as the menu's does.
  menu.style.setProperty("--opener", `${opener.offsetLeft}px`);
  opener.setAttribute("aria-expanded", "true");
  items[0]?.focus();
}

/** Move among the items of a menu as its keys say. */
function walk(event: KeyboardEvent, items: readonly HTMLElement[], close: () => void): void {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
  if (to !== undefined) items.at(to % items.length)?.focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  // Tab goes on from the button to which the focus returns.
  if (event.key !== "Tab") event.preventDefault();
}

async function copy(form: CopyForm, source: CopySource): Promise<void> {
  const cycles = await source.cycles();
  if (!cycles) return;
  const { text, note } = form.copy(cycles);
  if (text === "") return source.say(note);
  if (form.file) saveFile(form.file, "application/json", text);
  else {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return source.say(`The browser did not allow copying. ${note} Here is the text: ${text}`);
    }
  }
  source.say(`${form.done} ${note}`.trim());
}

/** Whether the reader's own shells are those of Windows. */
function isWindows(): boolean {
  const { userAgentData, platform } = navigator as Navigator & { userAgentData?: { readonly platform: string } };
  return /^win/i.test(userAgentData?.platform ?? platform);
}
