import type { RequestMessage } from "../http/message.ts";

/** A request that the reader can have brought to the server, and what it stands for. */
export interface Delivery {
  readonly name: string;
  readonly request: RequestMessage;
}

const book = "title=Dune&author=Frank+Herbert";

/** The requests to choose from. The mark of the DELETE is that of book 3 as the library has it at first. */
export const deliveries: readonly Delivery[] = [
  { name: "A form adds a book", request: form("/books", book) },
  {
    name: "A program adds a book",
    request: json("POST", "/books", {}, '{"title": "Dune", "author": "Frank Herbert"}'),
  },
  { name: "A link leads to a book", request: page("GET", "/books/1") },
  {
    name: "A program withdraws a book, if it is as it was",
    request: json("DELETE", "/books/3", { "If-Match": '"64175f25"' }),
  },
  { name: "A link has a typing error", request: page("GET", "/boks/1") },
  { name: "A program uses a wrong method", request: json("DELETE", "/books") },
];

function page(method: string, target: string): RequestMessage {
  return message(method, target, { Accept: "text/html" });
}

function json(method: string, target: string, fields: Readonly<Record<string, string>> = {}, content = "") {
  const type = content === "" ? {} : { "Content-Type": "application/json" };
  return message(method, target, { Accept: "application/json", ...type, ...fields }, content);
}

function form(target: string, content: string): RequestMessage {
  return message("POST", target, { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded" }, content);
}

/** A message whose lines are the page's, but for the Host, which browsers add out of sight. */
function message(
  method: string,
  target: string,
  fields: Readonly<Record<string, string>>,
  content = "",
): RequestMessage {
  const written = Object.entries(fields).map(([name, value]) => ({ name, value, by: "page" }) as const);
  const host = { name: "Host", value: "library.example", by: "reconstructed" } as const;
  return { method, target, version: "HTTP/1.1", fields: [host, ...written], content };
}
