/** The library's data: all that the server remembers between two requests. Plain JSON, never changed in place. */
export type Library = {
  readonly books: readonly Book[];
  /** The number that the next book gets. Numbers are never given twice, so a lower one without a book was withdrawn. */
  readonly nextBook: number;
  readonly visitors: readonly Visitor[];
  readonly nextVisitor: number;
  /** How often the search service was used in the minute that began at `since`. */
  readonly searches: { readonly since: string; readonly count: number };
  /** When the count of the shelves was last begun. */
  readonly inventory: string | null;
};

/** Times are ISO 8601 text in UTC. */
export type Book = {
  readonly id: number;
  readonly title: string;
  readonly author: string;
  readonly year: number | null;
  /** The reader who has the book; null while it stands on the shelf. */
  readonly lentTo: string | null;
  readonly changed: string;
};

/** Somebody who carries our cookie. */
export type Visitor = { readonly id: number; readonly visits: number };

/** The data must not grow without end: it lives in the reader's browser. */
export const limits = { books: 200, visitors: 50, contentOctets: 20_000, targetLength: 8_000, searchesPerMinute: 3 };

/** The library as it is before anybody has asked for anything. */
export const seed: Library = {
  books: [
    {
      id: 1,
      title: "Alice’s Adventures in Wonderland",
      author: "Lewis Carroll",
      year: 1865,
      lentTo: null,
      changed: "2025-01-07T09:00:00.000Z",
    },
    {
      id: 2,
      title: "Frankenstein",
      author: "Mary Shelley",
      year: 1818,
      lentTo: "Ada",
      changed: "2025-02-11T09:30:00.000Z",
    },
    {
      id: 3,
      title: "The Time Machine",
      author: "H. G. Wells",
      year: 1895,
      lentTo: null,
      changed: "2025-01-07T09:10:00.000Z",
    },
  ],
  nextBook: 4,
  visitors: [],
  nextVisitor: 1,
  searches: { since: "2025-01-07T09:00:00.000Z", count: 0 },
  inventory: null,
};
