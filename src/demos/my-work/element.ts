import { button, part, show } from "../kit/element-parts.ts";
import { type Kept, nothingKept, readKept, writeKept } from "../kit/kept.ts";
import { saveFile } from "../kit/save-file.ts";
import { siteRoot } from "../kit/site-root.ts";
import { reportText, reportView } from "./view.ts";
import { isPage, type KeptPages, merged, readWorkFile, reportOf, type TriedTask, workFile } from "./work-file.ts";

/** A larger file is no work of a reader’s: it would not fit into what a browser keeps for a site. */
const largest = 5_000_000;

/** What a reader did on this site, out of their browser’s store: to print, to save, and to open again elsewhere. */
class MyWork extends HTMLElement {
  #figure: string | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#figure ??= this.innerHTML;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const bar = document.createElement("div");
    bar.className = "actions";
    const file = document.createElement("input");
    file.type = "file";
    file.hidden = true;
    file.setAttribute("aria-label", "A file with work");
    file.addEventListener("change", () => this.#open(file), { signal });
    const save = button("Save to a file", () => this.#save(), signal);
    save.className = "primary";
    bar.append(
      save,
      button("Open a file", () => file.click(), signal),
      button("Print", () => print(), signal),
      file,
    );
    const said = document.createElement("p");
    said.className = "said";
    said.setAttribute("role", "status");
    part(this, ":scope > .result").before(bar, said);
    this.dataset["state"] = "ready";
    document.addEventListener("done", () => this.#render(), { signal });
    // Tries are kept without a word. What stands here is right when a reader comes to it.
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#render();
    });
    seen.observe(this);
    signal.addEventListener("abort", () => seen.disconnect());
    addEventListener("beforeprint", () => this.#render(), { signal });
    this.#render();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.innerHTML = this.#figure ?? "";
    this.dataset["state"] = "static";
  }

  #render(): void {
    const pages = keptPages();
    const place = part(this, ":scope > .result");
    if (pages) show(place, reportView(reportOf(pages), nameOf));
    else place.textContent = "This browser keeps nothing for this site, so there is nothing to show.";
  }

  #save(): void {
    const pages = keptPages();
    this.#render();
    if (!pages) {
      this.#say("There is nothing to save: this browser keeps nothing for this site.");
      return;
    }
    saveFile("my-http-work.txt", "text/plain", workFile(reportText(reportOf(pages), nameOf), pages));
    this.#say("Saved as my-http-work.txt. It holds your report, and what another browser needs to go on from here.");
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > largest ? "" : await file.text().catch(() => "");
    input.value = "";
    this.#say(take(text, file.name));
    this.#render();
  }

  #say(text: string): void {
    part(this, ":scope > [role=status]").textContent = text;
  }
}

/** Take what a file holds into the browser’s store; gives the sentence on what came of it. */
function take(text: string, name: string): string {
  const file = readWorkFile(text);
  switch (file.kind) {
    case "foreign":
      return `${name} holds no work of this lesson. Nothing has changed.`;
    case "damaged":
      return `${name} is damaged: a part of it is missing or was changed. Nothing has changed here.`;
    case "other version":
      return `${name} comes from another version of this lesson, which cannot be read here. Nothing has changed.`;
    case "work":
      break;
  }
  try {
    for (const [page, kept] of file.pages) {
      const text = writeKept(merged(keptOf(page), kept));
      if (text !== null) localStorage.setItem(prefix() + page, text);
    }
  } catch {
    return "This browser keeps nothing more for this site, so the file could not be taken in whole.";
  }
  return `${name} is open: its work is here now, beside what was here before. Reload the page to see it in the tasks.`;
}

/** How the names begin under which the pages of this site keep what they keep, as src/demos/kit/kept.ts has them. */
function prefix(): string {
  return `http-cycle ${siteRoot().pathname}`;
}

/** What is kept of a page. Throws where it is of another version, which is left alone. */
function keptOf(page: string): Kept {
  const stored = readKept(localStorage.getItem(prefix() + page));
  if (stored.kind === "other version") throw new Error(`Expected what is kept of ${page}; found another version.`);
  return stored.kind === "kept" ? stored.kept : nothingKept;
}

/** All that is kept of the site’s pages; null where the browser keeps nothing. */
function keptPages(): KeptPages | null {
  try {
    const start = prefix();
    const names = Object.keys(localStorage).filter(
      (name) => name.startsWith(start) && isPage(name.slice(start.length)),
    );
    const found = names.sort().flatMap((name): [string, Kept][] => {
      const stored = readKept(localStorage.getItem(name));
      return stored.kind === "kept" ? [[name.slice(start.length), stored.kept]] : [];
    });
    return new Map(found);
  } catch {
    return null;
  }
}

/** A task by its title, where it stands on this page; else by its id. */
function nameOf({ id }: TriedTask): string {
  const title = document.querySelector(
    `demo-task[data-client="${CSS.escape(id)}"] > .head > :first-child`,
  )?.textContent;
  return title ?? id.replaceAll("-", " ");
}

customElements.define("my-work", MyWork);
