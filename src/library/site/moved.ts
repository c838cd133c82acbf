import type { Call, Reply } from "../engine/handler.ts";

/** GET /catalogue: the old address of the books. They have moved for good. */
export function moveCatalogue(): Reply {
  return { status: 301, fields: { Location: "/books" } };
}

/** GET /book-of-the-month: leads to another book each month, so the client should ask here again next time. */
export function leadToBookOfTheMonth({ library, now }: Call): Reply {
  const book = library.books[now.getUTCMonth() % library.books.length];
  return { status: 302, fields: { Location: book ? `/books/${book.id}` : "/books" }, reads: ["books"] };
}

/** GET and POST /desk: the desk is closed today. Ask at /books, with the same method and the same content. */
export function sendFromDesk(): Reply {
  return { status: 307, fields: { Location: "/books" } };
}

/** GET and POST /v1/books: the old address for programs. It has moved for good; keep method and content. */
export function moveOldService(): Reply {
  return { status: 308, fields: { Location: "/books" } };
}
