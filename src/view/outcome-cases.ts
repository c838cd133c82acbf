import type { Exchange } from "../http/exchange.ts";
import { fieldValue } from "../http/message.ts";
import type { Choice, Happening, Question } from "./prediction-view.ts";

/** What was seen when a case was fired. */
export interface Findings {
  /** The cycles of the browser's visit, in order. */
  readonly cycles: readonly Exchange[];
  /** Targets that the browser took from its own copies, without a cycle. */
  readonly copies: readonly string[];
  /** The page that stayed, or is shown: its address. */
  readonly address: string;
  /** The cycles of the same request by fetch. */
  readonly fetched: readonly Exchange[];
}

/** Something that may come back, or not, and what a reader may expect of it. */
export interface OutcomeCase {
  readonly id: string;
  readonly name: string;
  /** What the browser is sent to. */
  readonly target: string;
  /** A page that it shows before. */
  readonly before?: string;
  /** The server is switched off. */
  readonly off?: true;
  /** Afterwards a script asks whether the copy of this target is still good. */
  readonly revalidates?: string;
  readonly question: Question;
  readonly happened: (findings: Findings) => Happening;
}

const finished = "The server sends a finished picture.";
const onePage = "One page is one request.";
const moved = "A redirect moves me by the server’s hand.";
const unanswered = "A 404 means that the server did not answer.";
const rejects = "A network error is an HTTP error, and fetch rejects on 404.";
const cached = "A cached view asked the server.";

const ask = (text: string, ...choices: readonly (readonly [text: string, belief?: string])[]): Question => ({
  text,
  choices: choices.map(([choice, belief]): Choice => (belief ? { text: choice, belief } : { text: choice })),
});

const typeOf = (exchange: Exchange | undefined): string =>
  (exchange?.response && fieldValue(exchange.response.fields, "Content-Type")) ?? "no content";

const statusOf = (exchange: Exchange | undefined): string =>
  exchange?.response ? `${exchange.response.status} ${exchange.response.reason}` : "No response";

const count = (cycles: number): string =>
  cycles === 1 ? "One cycle." : `${["No", "", "Two", "Three", "Four"][cycles] ?? cycles} cycles.`;

export const outcomeCases: readonly OutcomeCase[] = [
  {
    id: "page",
    name: "A page",
    target: "/books/1",
    question: ask("What does the server send?", ["A picture of the page, ready to show", finished], ["A text"]),
    happened: ({ cycles }) => ({
      choice: typeOf(cycles[0]).startsWith("text/") ? 1 : null,
      text: `It sent ${typeOf(cycles[0])}.`,
      why: "The content is HTML, which is text. You can read it in the message. The page that you see is the browser’s drawing of it.",
    }),
  },
  {
    id: "parts",
    name: "A page with a style sheet and two pictures",
    target: "/exhibition",
    question: ask("How many cycles does it take to show this page?", ["One", onePage], ["Two"], ["Four"]),
    happened: ({ cycles }) => ({
      choice: { 1: 0, 2: 1, 4: 2 }[cycles.length] ?? null,
      text: count(cycles.length),
      why: "The HTML names a style sheet and two pictures, and does not contain them. The browser asks for each in a cycle of its own.",
    }),
  },
  {
    id: "picture",
    name: "A picture",
    target: "/pictures/old-books.svg",
    question: ask(
      "How does the browser know that this is a picture?",
      ["By the field Content-Type"],
      ["By the .svg in the address", "The end of an address says what the thing is."],
    ),
    happened: ({ cycles }) => ({
      choice: 0,
      text: `Content-Type says ${typeOf(cycles[0])}.`,
      why: "An address can end in anything. What the content is, the server says in a field, and the browser decodes and draws it accordingly.",
    }),
  },
  {
    id: "data",
    name: "JSON, data for programs",
    target: "/api/books",
    question: ask(
      "What will the browser show?",
      ["A page with a list of books", "The browser knows what the data mean."],
      ["The data as text"],
    ),
    happened: ({ cycles }) => ({
      choice: 1,
      text: `It shows the text of ${typeOf(cycles[0])}.`,
      why: "Nobody told the browser how these data should look. A script would get the same text by fetch, and could use it as data.",
    }),
  },
  {
    id: "redirect",
    name: "A redirect",
    target: "/catalogue",
    question: ask(
      "How do you get to the new address?",
      ["The server moves me there, in one cycle", moved],
      ["The browser asks again, in a second cycle"],
    ),
    happened: ({ cycles, address }) => {
      const pages = cycles.filter(({ interaction }) => interaction.kind !== "subresource");
      return {
        choice: pages.length === 2 ? 1 : null,
        text: `${count(pages.length)} You are at ${address}.`,
        why: `The server answered ${statusOf(pages[0])} and named another address in Location. That cycle was over. The browser then made a new request by itself.${
          cycles.length > pages.length
            ? " What the new page names, such as its style sheet, takes cycles of its own."
            : ""
        }`,
      };
    },
  },
  {
    id: "empty",
    name: "204, no content",
    before: "/tour",
    target: "/quiet-room",
    question: ask("What becomes of the page that is on show?", ["It stays"], ["It goes blank"], ["An error is shown"]),
    happened: ({ cycles, address }) => ({
      choice: address.endsWith("/tour") ? 0 : 1,
      text: `${statusOf(cycles[0])}. You are still at ${address}.`,
      why: "A 204 says that all went well and that there is nothing to show. So the browser stays where it is.",
    }),
  },
  {
    id: "missing",
    name: "404, with a page",
    target: "/books/99",
    question: ask("Does the server answer?", ["No", unanswered], ["Yes, and it sends a page"]),
    happened: ({ cycles }) => ({
      choice: cycles[0]?.response ? 1 : 0,
      text: `It answered ${statusOf(cycles[0])}.`,
      why: "A 404 is an answer: the server is there, understood the request and has nothing at that address. The page that says so came with it.",
    }),
  },
  {
    id: "missing-bare",
    name: "404, without a page",
    target: "/pictures/lost.svg",
    question: ask("A script fetches this. What does its promise do?", ["It rejects", rejects], ["It is fulfilled"]),
    happened: ({ cycles, fetched }) => ({
      choice: fetched.at(-1)?.response ? 1 : 0,
      text: `${statusOf(cycles[0])}, and the promise is ${fetched.at(-1)?.response ? "fulfilled" : "rejected"}.`,
      why: "There is nothing to show, but a response came, so fetch did its work. Whether it pleases you, response.ok says: false.",
    }),
  },
  {
    id: "copy",
    name: "A copy that is still fresh",
    before: "/exhibition",
    target: "/exhibition",
    revalidates: "/style.css",
    question: ask(
      "The page was just on show. How many cycles do its style sheet and two pictures take now?",
      ["Three, as before", cached],
      ["None"],
    ),
    happened: ({ cycles, copies }) => {
      const asked = cycles.filter(({ interaction }) => interaction.kind === "subresource").length;
      const why =
        copies.length > 0
          ? `Cache-Control: max-age=600 lets a client use its copy for ten minutes. Your browser took ${copies.length} from copies of its own, and asked nobody for them. Only when a copy is old does it ask whether it is still good: a 304 says yes, and that is a full cycle.`
          : "Cache-Control: max-age=600 would let your browser use its copies for ten minutes, but it keeps none of what a mock server inside it sends. From another server, these would take no cycle.";
      return {
        choice: asked === 0 ? 1 : asked === 3 ? 0 : null,
        text: asked === 0 ? "No cycle for any of the three." : count(asked),
        why,
      };
    },
  },
  {
    id: "off",
    name: "Nothing: the server is switched off",
    target: "/books",
    off: true,
    question: ask("What is the status code?", ["404", unanswered], ["500", rejects], ["There is none"]),
    happened: ({ cycles }) => ({
      choice: cycles[0]?.response ? null : 2,
      text: `${statusOf(cycles[0])}, so there is no status code.`,
      why: "A status code is a part of a response. Here nothing came: an error of the network, not of HTTP. Only this makes the promise of fetch reject.",
    }),
  },
];
