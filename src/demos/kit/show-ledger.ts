import type { Html } from "../../html.ts";
import type { Exchange } from "../../http/exchange.ts";
import { copyButton } from "./copy-button.ts";
import { show } from "./element-parts.ts";
import { type Ledger, ledgerView } from "./ledger-view.ts";

/** Show a ledger in the place of the one before, with a button that copies its cycles. */
export function showLedger(place: Element, ledger: Ledger): void {
  showRecord(place, ledgerView(ledger), ledger.exchanges);
}

/**
 * Show what is recorded of cycles in the place of what was before, with a button that copies them; a reader who has the focus in
 * it keeps it, and their place. What came of copying is said in the demo's own status line.
 */
export function showRecord(place: Element, record: Html, exchanges: readonly Exchange[]): void {
  const before = place.querySelector("section");
  const focused = place.contains(document.activeElement) ? document.activeElement?.localName : null;
  const { scrollLeft = 0 } = before ?? {};
  show(place, record);
  const after = place.querySelector("section");
  if (after) after.scrollLeft = scrollLeft;
  const copy = exchanges.length > 0 ? copyOf(place, exchanges) : null;
  if (focused === "section") after?.focus();
  else if (focused === "button") copy?.focus();
}

function copyOf(place: Element, exchanges: readonly Exchange[]): HTMLButtonElement {
  const controls = document.createElement("div");
  controls.className = "controls";
  const copy = copyButton({
    isOneRequest: false,
    cycles: async () => ({ exchanges, request: null, demo: "" }),
    say: (text) => {
      const status = place.closest(".demo")?.querySelector("[role=status]");
      if (status) status.textContent = text;
    },
  });
  controls.append(copy);
  place.append(controls);
  return copy;
}
