import { type Html, html } from "../html.ts";
import { fieldValue, type ResponseMessage } from "../http/message.ts";
import { reasonPhrase } from "../http/status.ts";
import type { WrittenParts } from "../http/written-response.ts";
import type { Happening, Question } from "./prediction-view.ts";

/** An answer to start from. */
export interface Draft extends WrittenParts {
  readonly name: string;
}

const page = "Content-Type: text/html; charset=utf-8";
const book = "<!doctype html>\n<title>Moby-Dick</title>\n<h1>Moby-Dick</h1>\n<p>Call me Ishmael.</p>\n";

/** What the reader can start from when a request for a book waits. */
export const drafts: readonly Draft[] = [
  { name: "Here is the book", status: "200", fields: page, content: book },
  {
    name: "No such book, with a page",
    status: "404",
    fields: page,
    content: "<!doctype html>\n<title>Not here</title>\n<h1>We have no book 7</h1>\n",
  },
  { name: "No such book, without a page", status: "404", fields: "", content: "" },
  { name: "Look elsewhere", status: "303", fields: "Location: /books", content: "" },
  { name: "Done, and nothing to show", status: "204", fields: "", content: "" },
  { name: "The book, called plain text", status: "200", fields: "Content-Type: text/plain", content: book },
  { name: "Made just now, with its page", status: "201", fields: `Location: /books/7\n${page}`, content: book },
];

/** The draft as the first lines of a message. */
export function draftHead({ status, fields }: Draft): Html {
  const lines = [`${status} ${reasonPhrase(Number(status))}`, ...fields.split("\n").filter((line) => line !== "")];
  return html`${lines.map((line) => html`<code>${line}</code> `)}`;
}

/** The parts of an answer to be written, filled with a draft; `name` sets the controls apart from others in the page. */
export function answerForm(name: string): Html {
  return html`<label>Start from <select name="draft">${drafts.map(
    (draft, index) => html`<option value="${index}">${draft.status}: ${draft.name}</option>`,
  )}</select></label><label>Status <input name="status" inputmode="numeric" maxlength="3" autocomplete="off" aria-describedby="${name}-error"></label><label class="whole">Fields, one on each line <textarea name="fields" rows="3" spellcheck="false" autocapitalize="off" aria-describedby="${name}-error"></textarea></label><label class="whole">Content <textarea name="content" rows="6" spellcheck="false" autocapitalize="off" aria-describedby="${name}-error"></textarea></label><p class="editor-error" role="alert" id="${name}-error"></p>`;
}

/** Asked before an answer goes out. */
export const clientQuestion: Question = {
  text: "Before you answer: what will the client show?",
  choices: [
    { text: "A page, drawn from your content", belief: "The server sends a finished picture." },
    { text: "Your content as it is written, tags and all" },
    { text: "What it showed before" },
    { text: "Nothing yet: it sends another request", belief: "A server can ask the client for something." },
    { text: "An error of its own", belief: "A 404 means that the server did not answer." },
  ],
};

/** What the client did with an answer, and why. */
export function clientHappening(response: ResponseMessage | null): Happening {
  if (!response) {
    return {
      choice: 4,
      text: "It showed an error of its own.",
      why: "No response came: there is no status to act on.",
    };
  }
  const { status, content, fields } = response;
  const type = (fieldValue(fields, "Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (status > 300 && status < 400 && fieldValue(fields, "Location") !== null) {
    const why = `${status} with Location tells it where to ask next. It asks by itself; you cannot move it.`;
    return { choice: 3, text: "It sent another request.", why };
  }
  if (status === 204 || status === 205 || status === 304) {
    return { choice: 2, text: "It kept what it showed.", why: `${status} says that there is no content to show.` };
  }
  if (content === "") {
    const why = "The status alone is no page. What you see in its place is the browser’s own.";
    return { choice: status < 400 ? null : 4, text: "It got no page from you.", why };
  }
  if (type === "text/html") {
    const why =
      status < 400
        ? "Content-Type says HTML, so it read your text and drew a page from it."
        : `${status} is an answer like any other: the client draws the page that comes with it.`;
    return { choice: 0, text: "It drew a page from your content.", why };
  }
  if (type === "text/plain") {
    const why = "Content-Type says that this is plain text. The client believes the field, not the content.";
    return { choice: 1, text: "It showed your content as it is written.", why };
  }
  const why = type === "" ? "Without Content-Type it had to guess." : `Content-Type says ${type}.`;
  return { choice: null, text: "It did what it does with such content.", why };
}
