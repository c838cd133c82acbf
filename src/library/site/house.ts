import { html } from "../../html.ts";
import type { Call, Reply } from "../engine/handler.ts";

/** GET /hours: when the library is open. The porter takes two seconds to look it up. */
export function showHours(): Reply {
  return {
    status: 200,
    page: { title: "Opening hours", main: html`<p>Monday to Saturday, 9 to 18.</p>` },
    delay: 2000,
  };
}

/** GET /quiet-room: all is well, and there is nothing to show: the browser stays on its page. */
export function keepQuiet(): Reply {
  return { status: 204 };
}

/** GET /cafe/coffee: the café has only one pot, and it is short and stout. */
export function brewCoffee(): Reply {
  return { status: 418, problem: "This pot is a teapot. It cannot brew coffee." };
}

/** POST /inventory: starts counting the books. That takes a while, so the answer comes before the result. */
export function startCount({ now, library }: Call): Reply {
  return {
    status: 202,
    page: { title: "Counting", main: html`<p>We count. <a href="/inventory">Are we done?</a></p>` },
    json: { state: "counting", result: "/inventory" },
    library: { ...library, inventory: now.toISOString() },
  };
}

/** GET /inventory: how the count goes. It is done after five seconds. */
export function showCount({ now, library }: Call): Reply {
  const reads = ["inventory", "books"];
  if (!library.inventory) return { status: 404, problem: "POST here to begin a count.", reads };
  const done = now.getTime() - Date.parse(library.inventory) >= 5000;
  const books = library.books.length;
  return {
    status: 200,
    page: { title: "Inventory", main: html`<p>${done ? `Done: ${books} books.` : "Still counting."}</p>` },
    json: done ? { state: "done", books } : { state: "counting" },
    reads,
  };
}
