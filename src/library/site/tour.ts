import { html } from "../../html.ts";
import type { Reply } from "../engine/handler.ts";

/** GET /tour: links to every kind of answer that this library gives. */
export function showTour(): Reply {
  return {
    status: 200,
    page: {
      title: "Tour",
      main: html`<ul>\n${stops.map((path) => html`<li><a href="/${path}">${path}</a></li>\n`)}</ul>`,
    },
  };
}

const stops: readonly string[] = [
  "exhibition",
  "catalogue",
  "book-of-the-month",
  "desk",
  "visits",
  "quiet-room",
  "books/0",
  "books/99",
  "pictures/lost.svg",
  "members",
  "returns",
  "cafe/coffee",
  "inventory",
  "recommendations",
  "broken",
  "scanner",
];
