import { html } from "../../html.ts";
import type { Call, Reply } from "../engine/handler.ts";
import { pictures } from "./pictures.ts";
import { style } from "./style.ts";

/** GET /: the home page. Its style sheet and its picture are resources of their own: the browser asks for each. */
export function showHome({ library }: Call): Reply {
  return {
    status: 200,
    page: {
      title: "Welcome to the library",
      main: html`<img src="/pictures/old-books.svg" alt="Old books" width="320" height="160">
<p>We lend ${library.books.length} <a href="/books">books</a>. <a href="/tour">Take a tour</a></p>
<form action="/search">
<p><label>Search <input type="search" name="q"></label></p>
<button>Search</button>
</form>`,
    },
    reads: ["books"],
  };
}

/** GET /exhibition: a page with two pictures and a style sheet, so that showing it takes four requests. */
export function showExhibition(): Reply {
  return {
    status: 200,
    page: {
      title: "Exhibition",
      main: html`<img src="/pictures/old-books.svg" alt="Old books" width="320" height="160">
<img src="/pictures/new-books.svg" alt="New books" width="320" height="160">`,
    },
  };
}

/** GET /style.css: how the pages look. A client may use its copy for ten minutes without asking again. */
export function sendStyle(): Reply {
  return { status: 200, file: { type: "text/css; charset=utf-8", content: style }, ...fixedFile };
}

/**
 * GET /pictures/:id: a picture. Where a picture is missing, browsers show no page, so the status says
 * all that RFC 9110 section 15.5 would have a page explain.
 */
export function sendPicture({ id }: Call): Reply {
  const content = pictures.get(id);
  return content === undefined
    ? { status: 404 }
    : { status: 200, file: { type: "image/svg+xml", content }, ...fixedFile };
}

const fixedFile = { cache: "max-age=600", changed: "2025-01-07T08:00:00.000Z" };
