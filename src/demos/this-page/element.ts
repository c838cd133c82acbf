import { html } from "../../html.ts";
import { again, missingCode } from "../../lab/page/missing-code.ts";
import { tellDone } from "../kit/done.ts";
import { part, show } from "../kit/element-parts.ts";
import { Framed } from "../kit/framed.ts";
import type { ThisPageConfig } from "./config.ts";
import { fromDisk } from "./figure.ts";
import { pageRows } from "./own-cycle.ts";
import { loadCount, loadsView, networkPanel, rowsView } from "./view.ts";

/** What the browser tells of the cycle that brought this page; on a press the fields of its response. */
export class ThisPage extends Framed<ThisPageConfig> {
  protected start(): void {
    if (!/^https?:$/.test(location.protocol)) {
      this.place("result").textContent = fromDisk;
      return;
    }
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    show(
      this.place("question"),
      html`${rowsView(page ? pageRows(page) : [])}<details class="loads"><summary></summary><div></div></details>${networkPanel}`,
    );
    this.#showLoads();
    part(this, ".loads").addEventListener("toggle", () => this.#showLoads(), { signal: this.signal });
    this.action("Show the fields of the response", () => this.#ask());
  }

  /** What the page has loaded by now. The list stays as it is while it is read. */
  #showLoads(): void {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    part(this, ".loads > summary").textContent = loadCount(entries);
    show(part(this, ".loads > div"), loadsView(entries, location.origin));
  }

  async #ask(): Promise<void> {
    if (this.state === "sending") return;
    this.state = "sending";
    this.place("result").replaceChildren();
    this.say("Looking …");
    const code = await import("./answer.ts").catch(again).catch(() => null);
    if (!code) return this.#fail(missingCode());
    try {
      const answer = await code.answerAt(location.href.replace(/#.*/s, ""));
      show(this.place("result"), code.answerView(answer, this.config.mock, location.host));
      this.say(code.answerWords(answer));
      this.state = "done";
      tellDone(this);
    } catch {
      this.#fail("No answer came: your browser has no copy of this page, and its host cannot be reached.");
    }
  }

  #fail(why: string): void {
    this.say(why);
    this.state = "failed";
  }
}

customElements.define("this-page", ThisPage);
