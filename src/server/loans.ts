import { findBook, noBook, textOf, withBook } from "./books.ts";
import type { Call, Reply } from "./handler.ts";

/** GET /books/:id/loan: who has the book. */
export function showLoan({ id, library }: Call): Reply {
  const book = findBook(library, id);
  if (!book) return noBook(library, id);
  if (!book.lentTo) return { status: 404, problem: `Book ${id} is not lent.`, reads: [`books/${id}/lentTo`] };
  return { status: 200, json: { book: book.id, lentTo: book.lentTo }, reads: [`books/${id}/lentTo`] };
}

/** POST /books/:id/loan: borrows the book. Nobody can borrow what another reader has: that is a conflict. */
export function lendBook({ id, input, fromForm, library, now }: Call): Reply {
  const book = findBook(library, id);
  if (!book) return noBook(library, id);
  if (book.lentTo)
    return { status: 409, problem: `“${book.title}” is lent to ${book.lentTo}.`, reads: [`books/${id}`] };
  const lentTo = textOf(input, "reader").slice(0, 60) || "a visitor";
  return {
    ...(fromForm
      ? { status: 303, fields: { Location: `/books/${id}` } }
      : { status: 201, json: { book: book.id, lentTo }, fields: { Location: `/books/${id}/loan` } }),
    library: withBook(library, { ...book, lentTo, changed: now.toISOString() }),
    reads: [`books/${id}`],
  };
}

/** DELETE /books/:id/loan: ends the loan. */
export function endLoan({ id, library, now }: Call): Reply {
  const book = findBook(library, id);
  if (!book) return noBook(library, id);
  if (!book.lentTo) return { status: 404, problem: `Book ${id} is not lent.`, reads: [`books/${id}`] };
  return {
    status: 204,
    library: withBook(library, { ...book, lentTo: null, changed: now.toISOString() }),
    reads: [`books/${id}`],
  };
}

/** POST /returns: the returns box, for pages: a form can only GET and POST. */
export function takeBack({ input, library, now }: Call): Reply {
  const id = textOf(input, "book");
  const book = findBook(library, id);
  if (!book)
    return { status: 422, problem: `The field “book” gives the number of one of our books; here it is “${id}”.` };
  return {
    status: 303,
    fields: { Location: `/books/${id}` },
    library: withBook(library, { ...book, lentTo: null, changed: now.toISOString() }),
    reads: [`books/${id}`],
  };
}
