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
  return html`${lines.map((line) => html`<code class="line">${line}</code>`)}`;
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

/** What the client shows after an answer, and why. */
export function clientHappening(response: ResponseMessage | null): Happening {
  if (!response) return happening(4, "No response came, so there is no status to act on.");
  const { status, content, fields } = response;
  const type = (fieldValue(fields, "Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (status > 300 && status < 400 && fieldValue(fields, "Location") !== null) {
    return happening(
      3,
      `${status} with Location names another address. The client asks there by itself; you cannot move it.`,
    );
  }
  if (status === 204 || status === 205 || status === 304) {
    return happening(2, `${status} says that there is nothing to show, so the client stays where it is.`);
  }
  if (content === "" && status < 400) return other("A blank page", "No content came, and the status is no error.");
  if (content === "")
    return happening(4, "Your answer arrived, but without a page. So the browser draws one of its own.");
  if (type === "text/html" && status < 400) {
    return happening(0, "Content-Type says HTML, so the client reads your text and draws a page from it.");
  }
  if (type === "text/html") {
    return happening(0, `${status} is an answer like any other, and the client draws the page that came with it.`);
  }
  if (type === "text/plain") {
    return happening(1, "Content-Type says plain text. The client believes the field, not the content.");
  }
  return other(
    "What it makes of such content",
    type ? `Content-Type says ${type}.` : "Without Content-Type it guesses.",
  );
}

function happening(choice: number, why: string): Happening {
  return { choice, text: `${clientQuestion.choices[choice]?.text}.`, why };
}

function other(text: string, why: string): Happening {
  return { choice: null, text: `${text}.`, why };
}
