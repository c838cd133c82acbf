import { codeMissing, LabError } from "../../lab/page/lab.ts";
import { awaited, button, part } from "../kit/element-parts.ts";
import type { TaskConfig } from "./config.ts";

/** A task, which reads whole until its reader begins it. What they then use comes with that press. */
class Task extends HTMLElement {
  #figure: string | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#figure ??= this.innerHTML;
    this.#listening = new AbortController();
    const bar = document.createElement("div");
    bar.className = "actions";
    const begin: HTMLButtonElement = button("Begin", () => awaited(begin, this.#begin()), this.#listening.signal);
    begin.className = "primary";
    bar.append(begin);
    const said = document.createElement("p");
    said.className = "said";
    said.setAttribute("role", "status");
    part(this, ":scope > .result").before(bar, said);
    this.dataset["state"] = "ready";
    this.#recall(said);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.innerHTML = this.#figure ?? "";
    this.dataset["state"] = "static";
    delete this.dataset["host"];
  }

  async #begin(): Promise<void> {
    const { signal } = this.#listening;
    const said = part(this, ":scope > [role=status]");
    try {
      const { TaskDesk } = await import("./desk.ts").catch(codeMissing);
      if (signal.aborted || this.querySelector(":scope > .on-paper")) return;
      said.textContent = "";
      new TaskDesk(this, signal).focus();
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      said.textContent = `The code behind this button could not be loaded. ${error.remedy}`;
    }
  }

  /** Say what the reader has done here before. A reader who is new needs no code for that. */
  async #recall(said: HTMLElement): Promise<void> {
    if (!keepsSomething()) return;
    const { taskKey, workAt } = await import("./kept-work.ts");
    const { version } = JSON.parse(part(this, ":scope > script").textContent) as TaskConfig;
    const { solvedBy, tries } = workAt(taskKey(this.dataset["client"] ?? "task", version));
    if (solvedBy !== null && this.dataset["state"] === "ready") said.textContent = `Solved at try ${tries}.`;
  }
}

function keepsSomething(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

customElements.define("demo-task", Task);
