import { html } from "../../html.ts";
import type { Call, Reply } from "../engine/handler.ts";
import { bookList } from "./books.ts";
import { type Book, type Library, limits } from "./library.ts";

/** GET /search?q=…: looks for books. The form's field `q` comes in the target's query. */
export function searchBooks({ query, library }: Call): Reply {
  const wanted = query.get("q") ?? "";
  const found = find(library, wanted);
  return {
    status: 200,
    page: {
      title: "Search",
      main: html`<form action="/search">
<p><label>Title or author <input type="search" name="q" value="${wanted}"></label></p>
<button>Search</button>
</form>
${wanted !== "" && html`<p>${found.length} found for “${wanted}”.</p>`}
${bookList(found)}`,
    },
    json: found,
    reads: ["books"],
  };
}

/** GET /api/search?q=…: the same for programs, three times a minute and no more. */
export function searchOnRation({ query, library, now }: Call): Reply {
  const secondsLeft = 60 - Math.floor((now.getTime() - Date.parse(library.searches.since)) / 1000);
  const sameMinute = secondsLeft > 0 && secondsLeft <= 60;
  const count = sameMinute ? library.searches.count + 1 : 1;
  if (count > limits.searchesPerMinute) {
    return {
      status: 429,
      problem: `That was search ${count} in a minute. Wait ${secondsLeft} s.`,
      fields: { "Retry-After": String(secondsLeft) },
      reads: ["searches"],
    };
  }
  return {
    status: 200,
    json: find(library, query.get("q") ?? ""),
    library: { ...library, searches: { since: sameMinute ? library.searches.since : now.toISOString(), count } },
    reads: ["searches", "books"],
  };
}

function find(library: Library, wanted: string): readonly Book[] {
  const words = wanted.toLowerCase();
  return library.books.filter((book) => `${book.title} ${book.author}`.toLowerCase().includes(words));
}
