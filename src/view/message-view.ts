import { type Html, html } from "../html.ts";
import type { Author } from "../http/message.ts";
import type { Note } from "../http/notes.ts";

/** Who wrote a line, in the words that stand beside it. */
export const authorWords: Record<Author, string> = {
  you: "you",
  page: "the page",
  browser: "the browser",
  reconstructed: "reconstructed",
  server: "the server",
};

/** A message line by line: the line itself, who wrote it, what it is. Lines that begin with a `marked` one stand out. */
export function messageView(notes: readonly Note[], marked: readonly string[] = []): Html {
  const isMarked = (line: string) => marked.some((start) => start !== "" && line.startsWith(start));
  return html`<ol class="message-lines">${notes.map((note) => lineView(note, isMarked(note.line)))}</ol>`;
}

/** A message as it stands, with who wrote each line, and nothing explained. */
export function letterView(notes: readonly Note[]): Html {
  return html`<ol class="letter">${notes.map(
    ({ line, part, by }) =>
      html`<li>${part === "content" ? html`<pre><code>${line}</code></pre>` : html`<code>${line || " "}</code>`}${
        part !== "empty" && html`<span class="by" data-by="${by}">${authorWords[by]}</span>`
      }</li>`,
  )}</ol>`;
}

function lineView({ line, part, what, by }: Note, isMarked: boolean): Html {
  const text =
    part === "content" ? html`<pre><code>${line}</code></pre>` : html`<code>${line || "(empty line)"}</code>`;
  const author = part === "empty" ? null : html`<span class="by" data-by="${by}">${authorWords[by]}</span>`;
  return html`<li class="${part}${isMarked && " marked"}">${text}${author}<span class="note">${what}</span></li>`;
}
