import { type Html, html } from "../../html.ts";
import type { Json } from "../../http/exchange.ts";
import type { Call, Page, Reply } from "../engine/handler.ts";
import { type Book, type Library, limits } from "./library.ts";

/** GET /books: all books. */
export function listBooks({ library }: Call): Reply {
  return {
    status: 200,
    page: booksPage(library.books),
    json: library.books,
    cache: "no-cache",
    reads: ["books"],
  };
}

/** GET /api/books: all books as data, for programs. There is no page of it. */
export function sendBooks({ library }: Call): Reply {
  return { status: 200, json: library.books, cache: "no-cache", reads: ["books"] };
}

/** POST /books: adds a book. A form's sender is led to the new book's page; a program gets the new book as JSON. */
export function addBook({ input, fromForm, library, now }: Call): Reply {
  const { book, faults } = readBook(input);
  if (faults.length > 0) return { status: 422, problem: faults.join(" "), page: faultyPage(faults, input) };
  if (library.books.length >= limits.books) {
    return { status: 507, problem: `The shelves hold ${limits.books} books, and are full.` };
  }
  const id = library.nextBook;
  const added: Book = { id, ...book, lentTo: null, changed: now.toISOString() };
  return {
    ...(fromForm ? { status: 303 } : { status: 201, json: added }),
    fields: { Location: `/books/${id}` },
    library: { ...library, books: [...library.books, added], nextBook: id + 1 },
    reads: ["nextBook"],
  };
}

/** GET /books/:id: one book. */
export function showBook({ id, library }: Call): Reply {
  const book = findBook(library, id);
  if (!book) return noBook(library, id);
  return {
    status: 200,
    page: bookPage(book),
    json: book,
    cache: "no-cache",
    changed: book.changed,
    reads: [`books/${id}`],
  };
}

/** PUT /books/:id: puts a new description in the place of the old one. */
export function replaceBook({ id, input, library, now }: Call): Reply {
  const old = findBook(library, id);
  if (!old) return noBook(library, id);
  const { book, faults } = readBook(input);
  if (faults.length > 0) return { status: 422, problem: faults.join(" ") };
  const replaced = { ...old, ...book, changed: now.toISOString() };
  return { status: 200, json: replaced, library: withBook(library, replaced), reads: [`books/${id}`] };
}

/** PATCH /books/:id: changes only what the content names (a JSON merge patch, RFC 7396). */
export function amendBook(call: Call): Reply {
  const old = findBook(call.library, call.id);
  if (!old) return noBook(call.library, call.id);
  return replaceBook({ ...call, input: new Map<string, Json>([...Object.entries(old), ...call.input]) });
}

/** DELETE /books/:id: withdraws a book. */
export function removeBook({ id, library }: Call): Reply {
  const book = findBook(library, id);
  if (!book) return noBook(library, id);
  return {
    status: 204,
    library: { ...library, books: library.books.filter((other) => other !== book) },
    reads: [`books/${id}`],
  };
}

/** The book with this number, if the library has it. */
export function findBook(library: Library, id: string): Book | undefined {
  return library.books.find((book) => String(book.id) === id);
}

/** The library with this book in the place of its former self. */
export function withBook(library: Library, changed: Book): Library {
  return { ...library, books: library.books.map((book) => (book.id === changed.id ? changed : book)) };
}

/** 404 for a number that no book ever had, 410 for one whose book was withdrawn. */
export function noBook(library: Library, id: string): Reply {
  const given = /^\d+$/.test(id) && Number(id) < library.nextBook;
  return given
    ? { status: 410, problem: `Book ${id} was withdrawn for good.`, reads: ["books"] }
    : { status: 404, problem: `There is no book ${id}.`, reads: ["books"] };
}

/** The books as a list of links. */
export function bookList(books: readonly Book[]): Html {
  return html`<ul>
${books.map((book) => html`<li><a href="/books/${book.id}">${book.title}</a>, ${book.author}</li>\n`)}</ul>`;
}

type Description = Pick<Book, "title" | "author" | "year">;

/** The description of a book in a request's content, and what is wrong with it. */
function readBook(input: ReadonlyMap<string, Json>): { book: Description; faults: readonly string[] } {
  const title = textOf(input, "title");
  const author = textOf(input, "author") || "Unknown";
  const year = textOf(input, "year") === "" ? null : Number(textOf(input, "year"));
  const faults = [
    title === "" && "A book needs a title.",
    !isLine(title) && "The title is too long, or not one line.",
    !isLine(author) && "The author is too long, or not one line.",
    year !== null && !(Number.isInteger(year) && Math.abs(year) <= 9999) && "The year is no whole number.",
  ];
  return { book: { title, author, year }, faults: faults.filter((fault) => fault !== false) };
}

/** A value as the text of one field of a form; what is no text and no number counts as empty. */
export function textOf(input: ReadonlyMap<string, Json>, name: string): string {
  const value = input.get(name);
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

const isLine = (text: string): boolean => text.length <= 120 && !/\p{Cc}/u.test(text);

function booksPage(books: readonly Book[]): Page {
  return {
    title: "Books",
    main: html`<p>${books.length} books. <a href="#add">Add one</a></p>
${bookList(books)}
<h2 id="add">Add a book</h2>
${addForm(new Map())}`,
  };
}

function bookPage(book: Book): Page {
  return {
    title: book.title,
    main: html`<p>by ${book.author}${book.year !== null && html`, ${book.year}`}</p>
${
  book.lentTo
    ? html`<p>Lent to ${book.lentTo}.</p>
<form method="post" action="/returns"><button name="book" value="${book.id}">Bring it back</button></form>`
    : html`<p>On the shelf.</p>
<form method="post" action="/books/${book.id}/loan">
<p><label>Your name <input name="reader"></label></p>
<button>Borrow</button>
</form>`
}${
  book.id === 1 &&
  html`
<p><a href="/books/1/chapter.txt">Read how it begins</a></p>`
}`,
  };
}

function faultyPage(faults: readonly string[], input: ReadonlyMap<string, Json>): Page {
  return {
    title: "Not added",
    main: html`<p role="alert">${faults.join(" ")}</p>
${addForm(input)}`,
  };
}

function addForm(input: ReadonlyMap<string, Json>): Html {
  const box = (name: string, label: string): Html =>
    html`<p><label>${label} <input name="${name}" value="${textOf(input, name)}"></label></p>`;
  return html`<form method="post" action="/books">
${box("title", "Title")}
${box("author", "Author")}
${box("year", "Year")}
<button>Add</button>
</form>`;
}
