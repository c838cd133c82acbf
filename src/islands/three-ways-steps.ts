import type { Exchange } from "../http/exchange.ts";
import type { Happening, Question } from "../view/prediction-view.ts";

/** What followed from one action of the reader: requests, or the reason why there was none. */
export interface Episode {
  readonly requests: readonly Exchange[];
  readonly stay: string | null;
}

/** One thing to do in the browser, with a question before it. */
export interface Step {
  readonly todo: string;
  readonly question: Question;
  /** What happened, where the episode is what the step asked for; else null. */
  readonly happened: (episode: Episode) => Happening | null;
}

const onePage = "One page is one request.";
const privatePost = "POST is private, and GET carries no data.";

export const steps: readonly Step[] = [
  {
    todo: "Press Go to open the home page of library.example. It shows a picture.",
    question: {
      text: "How many rows will the server’s ledger get?",
      choices: [
        { text: "One: a page is a request", belief: onePage },
        { text: "Three: the page, its style sheet, its picture" },
        { text: "None, until I click something in the page", belief: "Only a click makes a request." },
      ],
    },
    happened: ({ requests }) => {
      const [page, ...parts] = requests;
      if (page?.request.target !== "/") return null;
      const choice = parts.length === 2 ? 1 : parts.length === 0 ? 0 : null;
      const why =
        parts.length > 0
          ? "The HTML names a style sheet and a picture, and does not contain them. The browser asks for each by itself, in a cycle of its own."
          : "The HTML names a style sheet and a picture, but the browser has fresh copies of both, so it asks nobody for them.";
      return { choice, text: rows(requests.length), why };
    },
  },
  {
    todo: "In the page, type the word dune into the search field. Do not submit it yet.",
    question: {
      text: "What will the server see?",
      choices: [
        { text: "A row for each letter", belief: "The server sees what I type." },
        { text: "One row, with the whole word", belief: "The server sees what I type." },
        { text: "Nothing" },
      ],
    },
    happened: ({ stay }) =>
      stay?.startsWith("Typing in a field") ? { choice: 2, text: "No row. The server sees nothing.", why: stay } : null,
  },
  {
    todo: "Now submit the search: press Enter in its field, or its button. The form’s method is GET.",
    question: {
      text: "Where will your word stand in the request?",
      choices: [
        { text: "In the target, after a ?" },
        { text: "In the content" },
        { text: "Nowhere: a GET carries no data", belief: privatePost },
      ],
    },
    happened: ({ requests }) => {
      const request = requests[0]?.request;
      if (requests[0]?.interaction.kind !== "form" || request?.method !== "GET") return null;
      const why = "A GET form puts what you typed into the target. Everyone who sees the address can read it.";
      return { choice: request.target.includes("?") ? 0 : 2, text: `The target is ${request.target}.`, why };
    },
  },
  {
    todo: "Click the link “Books” at the top of the page. Then click “Add one”, a link whose address is #add.",
    question: {
      text: "What will “Add one” send?",
      choices: [
        { text: "GET /books#add", belief: "The part after # is sent." },
        { text: "GET /books" },
        { text: "Nothing at all" },
      ],
    },
    happened: ({ stay }) =>
      stay?.includes("fragment") ? { choice: 2, text: "No row. Nothing was sent.", why: stay } : null,
  },
  {
    todo: "Fill in a title and an author, and press Add. The form’s method is POST.",
    question: {
      text: "Where will your words stand?",
      choices: [
        { text: "Where nobody can read them", belief: privatePost },
        { text: "In the target, as those of the search did" },
        { text: "In the content, as readable as the search was" },
      ],
    },
    happened: ({ requests }) => {
      const request = requests[0]?.request;
      if (request?.method !== "POST") return null;
      const led = requests.length > 1 ? " The answer named another address, so the browser asked again by itself." : "";
      const why = `A POST form puts what you typed into the content. It is not in the address, but it is not hidden either.${led}`;
      return { choice: 2, text: `The content is ${request.content}`, why };
    },
  },
  {
    todo: "Type the address library.example/books/1#cover and press Enter.",
    question: {
      text: "What will be the target of the request?",
      choices: [{ text: "/books/1#cover", belief: "The part after # is sent." }, { text: "/books/1" }],
    },
    happened: ({ requests }) => {
      const [page] = requests;
      if (page?.interaction.kind !== "address" || page.request.target !== "/books/1") return null;
      const why =
        "A typed address makes a GET, as a link does. The browser keeps the part after # to itself, to find the place in the page.";
      return { choice: 1, text: "The target is /books/1.", why };
    },
  },
];

/** What an action led to, in one short sentence. */
export function episodeLine({ requests, stay }: Episode): string {
  if (requests.length === 0) return `No row. ${stay ?? ""}`;
  const [first] = requests;
  const status = first?.response ? `${first.response.status} ${first.response.reason}` : "no response";
  const others = requests.length > 1 ? `, and ${requests.length - 1} by the browser itself` : "";
  return `${rows(requests.length)} ${first?.request.method} ${first?.request.target}: ${status}${others}.`;
}

function rows(count: number): string {
  return count === 1 ? "One row." : `${["No", "", "Two", "Three", "Four", "Five"][count] ?? count} rows.`;
}
