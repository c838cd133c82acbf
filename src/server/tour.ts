import { html } from "../html.ts";
import type { Reply } from "./handler.ts";

/** GET /tour: a way to every kind of answer that this library gives. */
export function showTour(): Reply {
  return {
    status: 200,
    page: {
      title: "A tour of our answers",
      main: html`<ul>
${stops.map(([path, what]) => html`<li><a href="${path}">${what}</a></li>\n`)}</ul>
<form method="post" action="/inventory"><button>Count the books</button></form>`,
    },
  };
}

const stops: readonly (readonly [path: string, what: string])[] = [
  ["/exhibition", "Two pictures on one page"],
  ["/catalogue", "The old catalogue, moved for good"],
  ["/book-of-the-month", "The book of the month"],
  ["/desk", "The desk, closed today"],
  ["/hours", "Opening hours, slowly"],
  ["/visits", "Do we know you?"],
  ["/quiet-room", "The quiet room, without content"],
  ["/books/0", "A book that was withdrawn"],
  ["/books/99", "A book that we never had"],
  ["/pictures/lost.svg", "A picture that we never had"],
  ["/members", "The members’ reading room"],
  ["/returns", "The returns box, which takes only POST"],
  ["/cafe/coffee", "A cup of coffee"],
  ["/recommendations", "An error under the status 200"],
  ["/broken", "Something that breaks"],
  ["/scanner", "The scanner, out of service"],
];
