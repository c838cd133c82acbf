import { built, html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { connect, connected } from "../../lab/page/connect.ts";
import { notYetAsked } from "./about-server.ts";
import { tellDone } from "./done.ts";
import { button, part } from "./element-parts.ts";
import { hostLine } from "./exchange-view.ts";
import { Framed } from "./framed.ts";
import { sayHost } from "./keep-place.ts";
import { changesLine } from "./library-changes.ts";
import type { Came } from "./question-view.ts";

/** A live demo whose requests a mock server answers. */
export abstract class Demo<Config> extends Framed<Config> {
  override connectedCallback(): void {
    sayHost(this, notYetAsked);
    super.connectedCallback();
  }

  /** Say which server made an exchange, and whether an answer came. */
  protected heard(exchange: Exchange): void {
    this.dataset["host"] = exchange.host;
    this.state = exchange.response ? "done" : "failed";
    sayHost(this, hostLine(exchange, connected()));
    tellDone(this);
  }

  /**
   * Set what came beside the guess; returns the sentence to announce. Where it is not what was recorded, no guess is judged, and
   * it is said what may have changed the library; `again` sends once more, on a fresh one.
   */
  protected compare(came: Came, again: () => void): string {
    if (came.right !== null) return this.question.compare(came);
    const why = html`${built(came.why)}<p>${changesLine(connected()?.changes ?? [])}</p>`;
    const said = this.question.compare({ ...came, why: why.text });
    const controls = document.createElement("div");
    controls.className = "controls";
    const afresh = (): void => {
      part<HTMLElement>(this, ":scope > .actions > .primary").focus();
      this.resetLibrary().then(again);
    };
    controls.append(button("Take a fresh library, and send again", afresh, this.signal));
    this.place("verdict").append(controls);
    return said;
  }

  /** Give the library its first books again; true where there was a server to do it. */
  protected async resetLibrary(): Promise<boolean> {
    return connect()
      .then((lab) => lab.reset())
      .then(() => true)
      .catch(() => false);
  }
}
