import type { Call, Reply } from "../engine/handler.ts";
import { findBook, noBook, textOf, withBook } from "./books.ts";

/** POST /books/:id/loan: borrows the book. Nobody can borrow what another reader has: that is a conflict. */
export function lendBook({ id, input, fromForm, library, now }: Call): Reply {
  const book = findBook(library, id);
  if (!book) return noBook(library, id);
  const reads = [`books/${id}`];
  if (book.lentTo) return { status: 409, problem: `“${book.title}” is lent to ${book.lentTo}.`, reads };
  const lent = { ...book, lentTo: textOf(input, "reader").slice(0, 60) || "a visitor", changed: now.toISOString() };
  return {
    ...(fromForm ? { status: 303, fields: { Location: `/books/${id}` } } : { status: 200, json: lent }),
    library: withBook(library, lent),
    reads,
  };
}

/**
 * POST /returns: the returns box, where a form gives the number of a book that is brought back. The program at the desk
 * sends one number after the other, so it is told to clear its form for the next.
 */
export function takeBack({ input, fromForm, library, now }: Call): Reply {
  const id = textOf(input, "book");
  const book = findBook(library, id);
  if (!book) return { status: 422, problem: "Give the number of one of our books, as “book”.", reads: ["books"] };
  return {
    ...(fromForm ? { status: 303, fields: { Location: `/books/${id}` } } : { status: 205 }),
    library: withBook(library, { ...book, lentTo: null, changed: now.toISOString() }),
    reads: [`books/${id}`],
  };
}
