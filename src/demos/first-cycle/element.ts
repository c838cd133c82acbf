import type { Exchange } from "../../http/exchange.ts";
import { tellDone } from "../kit/done.ts";
import { awaited, button, part } from "../kit/element-parts.ts";

/** The picture at the head of the lesson. A press on its link sends a real request, and shows it again slowly. */
export class FirstCycle extends HTMLElement {
  /** The latest cycle, as plain data. */
  exchange: Exchange | null = null;
  /** Whether a page has come, of which this client keeps a copy. */
  #hasCopy = false;
  /** Ends the replay that is on. */
  #skip: AbortController | null = null;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { link = "", invitation = "" } = this.dataset;
    const press = button(link, () => this.#press(false), signal);
    press.className = "link";
    part(this, ".scene").append(press);
    const invite = document.createElement("p");
    invite.className = "invitation";
    invite.textContent = invitation;
    part(this, ".captions").prepend(invite);
    const foot = document.createElement("div");
    foot.className = "first-cycle-foot";
    foot.innerHTML = '<p role="status"></p><div class="controls"></div><div class="added"></div>';
    const added: HTMLButtonElement = button(
      "What did the browser add?",
      () => awaited(added, this.#showAdded()),
      signal,
    );
    part(foot, ".controls").append(
      button("With the server switched off", () => this.#press(true), signal),
      button("The same page again", () => this.#again(), signal),
      added,
    );
    this.append(foot);
    addEventListener("keydown", ({ key }) => key === "Escape" && this.#skip?.abort(), { signal });
    this.dataset["state"] = "ready";
  }

  disconnectedCallback(): void {
    this.#listening.abort();
    this.#skip?.abort();
    for (const element of this.querySelectorAll(".scene > .link, .invitation, .first-cycle-foot")) element.remove();
    this.dataset["state"] = "still";
  }

  /** Send the request, then show what happened; a press while that goes on ends it. */
  async #press(off: boolean): Promise<void> {
    if (this.#skip) {
      this.#skip.abort();
      return;
    }
    const skip = new AbortController();
    this.#skip = skip;
    this.#say("");
    part(this, ".added").replaceChildren();
    this.dataset["state"] = "playing";
    try {
      const { replay, told } = await import("./replay.ts");
      const exchange = await this.#fire(off);
      await replay(this, exchange, skip.signal);
      this.dataset["state"] = exchange.response ? "done" : "failed";
      this.#hasCopy ||= exchange.response !== null;
      this.#say(told(exchange));
      tellDone(this);
    } catch {
      this.dataset["state"] = "ready";
      this.#say("The code for this could not be loaded. Press again.");
    }
    this.#skip = null;
  }

  async #fire(off: boolean): Promise<Exchange> {
    const { ask } = await import("./replay.ts");
    const { client = "", target = "/", link = "" } = this.dataset;
    this.exchange = await ask(client, target, link, off);
    return this.exchange;
  }

  /** Show the page once more from the copy of it, which asks no server. */
  async #again(): Promise<void> {
    this.#skip?.abort();
    if (!this.#hasCopy) {
      this.#say(`There is no copy yet: press ${this.dataset["link"]} first.`);
      return;
    }
    part(this, ".added").replaceChildren();
    const { showCopy } = await import("./replay.ts");
    this.dataset["state"] = "copy";
    this.#say(showCopy(this));
  }

  /** The request's lines, each with who wrote it. */
  async #showAdded(): Promise<void> {
    this.#skip?.abort();
    const place = part(this, ".added");
    try {
      const [{ showAdded }, exchange] = await Promise.all([import("./replay.ts"), this.exchange ?? this.#fire(false)]);
      this.#say(showAdded(place, exchange.request));
    } catch {
      this.#say("The code for this could not be loaded. Press again.");
    }
  }

  #say(text: string): void {
    part(this, "[role=status]").textContent = text;
  }
}

customElements.define("first-cycle", FirstCycle);
