import type { Field, RequestMessage } from "../http/message.ts";
import { reasonPhrase, statusClass } from "../http/status.ts";
import type { Choice } from "./prediction-view.ts";

/** A request whose status can be guessed. */
export interface StatusCase {
  /** What the request stands for. */
  readonly name: string;
  readonly request: RequestMessage;
  /** Null where no response comes, because the server is switched off. */
  readonly status: number | null;
  /** What else a reader may expect, and the belief behind it. A status of null stands for no response. */
  readonly others: readonly (readonly [status: number | null, belief: string])[];
  /** Why this status, in words for whoever guessed right or wrong. */
  readonly why: string;
}

const json = "application/json";
const form = "application/x-www-form-urlencoded";

export const statusCases: readonly StatusCase[] = [
  {
    name: "A link leads to a book",
    request: message("GET", "/books/1"),
    status: 200,
    others: [
      [201, "Every answer makes something new."],
      [303, "The server always leads me on to a page."],
    ],
    why: "The request succeeded, and the content is what was asked for.",
  },
  {
    name: "A program adds a book",
    request: message("POST", "/books", json, '{"title": "Dune", "author": "Frank Herbert"}'),
    status: 201,
    others: [
      [200, "Every success is a 200."],
      [303, "Whatever sends data is led on to another page, as a form is."],
    ],
    why: "Something new was made. The field Location says where it is.",
  },
  {
    name: "A form adds the same book",
    request: message("POST", "/books", form, "title=Dune&author=Frank+Herbert"),
    status: 303,
    others: [
      [200, "The answer to a form is the next page itself."],
      [201, "The same work always has the same status."],
    ],
    why: "The work is done, and the browser is to get the result at Location. So a reload does not add the book once more.",
  },
  {
    name: "A link leads to a book that is not there",
    request: message("GET", "/books/99"),
    status: 404,
    others: [
      [null, "A 404 means that the server did not answer."],
      [500, "If there is nothing to show, the server has failed."],
    ],
    why: "There is a status line, so the server did answer. It says that it has nothing at this address.",
  },
  {
    name: "The same link, with the server switched off",
    request: message("GET", "/books/99"),
    status: null,
    others: [
      [404, "A 404 means that the server did not answer."],
      [503, "A server that is switched off can still say so."],
    ],
    why: "Nothing answered, so there is no status line and no code. It is an error of the network, not of HTTP.",
  },
  {
    name: "A program deletes the list of books",
    request: message("DELETE", "/books", json),
    status: 405,
    others: [
      [404, "What cannot be done is not found."],
      [500, "If a request is not carried out, the server has failed."],
    ],
    why: "The list exists, but it does not take this method. The field Allow lists those that it takes.",
  },
  {
    name: "A form adds a book without a title",
    request: message("POST", "/books", form, "title=&author=Anon"),
    status: 422,
    others: [
      [303, "A form that arrives is a form that is accepted."],
      [500, "Wrong data make the server fail."],
    ],
    why: "The server read the data well, and refuses what they say. The fault is in the request, so it is a 4xx.",
  },
  {
    name: "A link leads to the plan of the shelves",
    request: message("GET", "/broken"),
    status: 500,
    others: [
      [404, "Every error is a 404."],
      [422, "If it does not work, I must have asked wrongly."],
    ],
    why: "The request is fine. The server’s own data are damaged, so it failed: a 5xx.",
  },
  {
    name: "A link leads to a page that failed",
    request: message("GET", "/recommendations"),
    status: 200,
    others: [
      [500, "The status always tells what really happened."],
      [404, "Every error is a 404."],
    ],
    why: "The status line says success, and the content says “Something went wrong”. Programs believe the status. So 200 does not mean that all is well, only that the server says so.",
  },
];

/** What a reader can choose from, in the order of the codes; the right one has no belief to dispel. */
export function choicesOf({ status, others }: StatusCase): readonly (Choice & { readonly status: number | null })[] {
  const all = [...others, [status, null] as const].sort(([a], [b]) => (a ?? 999) - (b ?? 999));
  return all.map(([code, belief]) => ({
    status: code,
    text: code === null ? "No status: nothing comes back" : `${code} ${reasonPhrase(code)}, ${className(code)}`,
    ...(belief !== null && { belief }),
  }));
}

const className = (status: number): string => statusClass(status)?.name.toLowerCase() ?? "";

function message(method: string, target: string, type = "", content = ""): RequestMessage {
  const line = (name: string, value: string): Field => ({ name, value, by: "page" });
  const fields = [
    { name: "Host", value: "library.example", by: "reconstructed" } as const,
    line("Accept", type === json ? json : "text/html"),
    ...(content === "" ? [] : [line("Content-Type", type)]),
  ];
  return { method, target, version: "HTTP/1.1", fields, content };
}
