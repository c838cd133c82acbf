import { codeMissing, LabError } from "../../lab/page/lab.ts";
import type { CopySource } from "./copy-menu.ts";
import { awaited } from "./element-parts.ts";

/** A button that opens the menu of what can be copied; the menu's code comes with the first press. */
export function copyButton(source: CopySource): HTMLButtonElement {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "opens-menu";
  opener.textContent = "Copy";
  opener.setAttribute("aria-haspopup", "menu");
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", async () => {
    try {
      const { toggleCopyMenu } = await awaited(opener, import("./copy-menu.ts").catch(codeMissing));
      toggleCopyMenu(opener, source);
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      source.say(`The code behind this button could not be loaded. ${error.remedy}`);
    }
  });
  return opener;
}
