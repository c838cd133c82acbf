import { formType } from "../../http/rules/content.ts";
import type { Handler, Reply } from "../engine/handler.ts";
import { addBook, amendBook, listBooks, removeBook, replaceBook, sendBooks, showBook } from "./books.ts";
import { sendChapter } from "./chapter.ts";
import { sendPicture, sendStyle, showExhibition, showHome } from "./home.ts";
import { brewCoffee, keepQuiet, showCount, showHours, startCount } from "./house.ts";
import { lendBook, takeBack } from "./loans.ts";
import { openArchive, openReadingRoom } from "./members.ts";
import { leadToBookOfTheMonth, moveCatalogue, moveOldService, sendFromDesk } from "./moved.ts";
import { searchBooks, searchOnRation } from "./search.ts";
import { showTour } from "./tour.ts";
import { recommendBooks, refuseScan, showPlan } from "./trouble.ts";
import { countVisit } from "./visits.ts";
import { sendWritten, type WrittenResource } from "./written.ts";

/** Which handler answers which method of which path. */
export interface Route {
  /** Method and path; `:id` stands for any one part of a path. */
  readonly on: string;
  /** The handler, under its own name, which so outlives minification: the server's steps tell it. */
  readonly run: Readonly<Record<string, Handler>>;
  /** The media types of content that the handler understands. */
  readonly takes?: readonly string[];
  /** What it answers, where a page of the site says that. */
  readonly written?: Reply;
}

const json = "application/json";
const mergePatch = "application/merge-patch+json";

/** What library.example has on every site. HEAD goes where GET goes; OPTIONS is answered for all of them. */
export const libraryRoutes: readonly Route[] = [
  { on: "GET /", run: { showHome } },
  { on: "GET /style.css", run: { sendStyle } },
  { on: "GET /pictures/:id", run: { sendPicture } },
  { on: "GET /books", run: { listBooks } },
  { on: "POST /books", run: { addBook }, takes: [formType, json] },
  { on: "GET /books/:id", run: { showBook } },
  { on: "PUT /books/:id", run: { replaceBook }, takes: [json] },
  { on: "PATCH /books/:id", run: { amendBook }, takes: [mergePatch, json] },
  { on: "DELETE /books/:id", run: { removeBook } },
  { on: "GET /search", run: { searchBooks } },
  { on: "GET /api/books", run: { sendBooks } },
  { on: "GET /api/search", run: { searchOnRation } },
  { on: "POST /books/:id/loan", run: { lendBook }, takes: [formType, json] },
  { on: "POST /returns", run: { takeBack }, takes: [formType, json] },
  { on: "GET /books/1/chapter.txt", run: { sendChapter } },
  { on: "GET /tour", run: { showTour } },
  { on: "GET /exhibition", run: { showExhibition } },
  { on: "GET /hours", run: { showHours } },
  { on: "GET /visits", run: { countVisit } },
  { on: "GET /quiet-room", run: { keepQuiet } },
  { on: "GET /catalogue", run: { moveCatalogue } },
  { on: "GET /book-of-the-month", run: { leadToBookOfTheMonth } },
  { on: "GET /desk", run: { sendFromDesk } },
  { on: "POST /desk", run: { sendFromDesk } },
  { on: "GET /v1/books", run: { moveOldService } },
  { on: "POST /v1/books", run: { moveOldService } },
  { on: "GET /members", run: { openReadingRoom } },
  { on: "GET /members/archive", run: { openArchive } },
  { on: "POST /inventory", run: { startCount } },
  { on: "GET /inventory", run: { showCount } },
  { on: "GET /cafe/coffee", run: { brewCoffee } },
  { on: "GET /broken", run: { showPlan } },
  { on: "GET /recommendations", run: { recommendBooks } },
  { on: "GET /scanner", run: { refuseScan } },
];

/** Every resource of library.example on this site. */
export let routes = libraryRoutes;

/**
 * Say what the site's pages add to the library, in place of what they added before: once where the server begins, and in the
 * editor's loop after each change. No path may be one of the library's own.
 */
export function addResources(resources: readonly WrittenResource[]): void {
  const added = resources.map(({ path, reply }) => ({ on: `GET ${path}`, run: { sendWritten }, written: reply }));
  routes = [...libraryRoutes, ...added];
}
