import { type Ledger, ledgerView } from "../view/ledger-view.ts";
import { show } from "./element-parts.ts";

/** Show a ledger in the place of the one before; a reader who has the focus in it keeps it, and their place. */
export function showLedger(place: Element, ledger: Ledger): void {
  const before = place.querySelector("section");
  const hadFocus = before !== null && before === document.activeElement;
  const { scrollLeft = 0 } = before ?? {};
  show(place, ledgerView(ledger));
  const after = place.querySelector("section");
  if (after) after.scrollLeft = scrollLeft;
  if (hadFocus) after?.focus();
}
