import { type Html, html } from "../../html.ts";
import type { Author } from "../../http/message/message.ts";
import type { Note } from "../../http/notes.ts";

const authorWords: Record<Author, string> = {
  you: "you",
  page: "the page",
  browser: "the browser",
  server: "the server",
};

/** Who wrote a line, in the words that stand beside it: "the page and you". */
export function authorText(by: readonly Author[], hidden = false): string {
  const words = by.map((author) => authorWords[author]);
  const [last] = words.slice(-1);
  const text = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : (last ?? "");
  return hidden ? `${text}, hidden from this page` : text;
}

/** How a message is laid out for its reader. */
export interface MessageOptions {
  /** Lines that begin with one of these stand out. */
  readonly marked?: readonly string[];
  /** Names of fields, in lower case, that have been explained further up in the page; "" is the empty line. */
  readonly known?: readonly string[];
}

/** Fields that say nothing to a beginner: how a page may be used, and what kind of device asks. */
const laterFields =
  /^(?:content-security-policy|permissions-policy|referrer-policy|cross-origin-|x-|sec-|upgrade-insecure-requests|strict-transport-security)/i;

/** How many lines of content stand open, and how few more are not worth folding. */
const [openLines, fewLines] = [8, 3];

/**
 * A message line by line: the line itself, who wrote it where that changes, what it is where that has not been said.
 * Fields for later and long content are folded.
 */
export function messageView(notes: readonly Note[], { marked = [], known = [] }: MessageOptions = {}): Html {
  const isMarked = (line: string) => marked.some((start) => start !== "" && line.startsWith(start));
  const isLater = ({ line, part }: Note) => part === "field" && laterFields.test(line) && !isMarked(line);
  const lines = notes.map((note, index) => {
    const before = notes.slice(0, index).findLast(({ by }) => by.length > 0);
    const isSameAuthor = before !== undefined && authorView(before).text === authorView(note).text;
    const isKnown = (note.part === "field" || note.part === "empty") && known.includes(fieldKey(note));
    return { note, view: lineView(note, isMarked(note.line), isSameAuthor, isKnown) };
  });
  const runs: { later: boolean; views: Html[] }[] = [];
  for (const { note, view } of lines) {
    const later = isLater(note);
    const run = runs.at(-1);
    if (run && run.later === later) run.views.push(view);
    else runs.push({ later, views: [view] });
  }
  return html`<ol class="message-lines">${runs.map(({ later, views }) =>
    later
      ? html`<li class="later"><details><summary>${views.length} more ${views.length === 1 ? "field" : "fields"}</summary><ol class="folded-lines">${views}</ol></details></li>`
      : html`${views}`,
  )}</ol>`;
}

/** The name under which the note of a line is known once it has been read. */
export function fieldKey({ line }: Note): string {
  return line.slice(0, Math.max(0, line.indexOf(":"))).toLowerCase();
}

/** A message as it stands, with who wrote each line, and nothing explained. */
export function letterView(notes: readonly Note[]): Html {
  return html`<ol class="letter">${notes.map(
    (note) =>
      html`<li>${
        note.part === "content" ? html`<pre><code>${note.line}</code></pre>` : html`<code>${note.line || " "}</code>`
      }${authorView(note)}</li>`,
  )}</ol>`;
}

function authorView({ by, hidden }: Note): Html {
  if (by.length === 0) return html``;
  return html`<span class="by" data-by="${by.join(" ")}"${hidden && html` data-hidden`}><span class="unseen">written by </span>${authorText(by, hidden)}</span>`;
}

function lineView(note: Note, isMarked: boolean, isSameAuthor: boolean, isKnown: boolean): Html {
  const { line, part, what } = note;
  const text = part === "content" ? contentView(line) : html`<code>${line || "(empty line)"}</code>`;
  return html`<li class="${part}${isMarked && " marked"}">${text}${!isSameAuthor && authorView(note)}${
    !isKnown && html`<span class="note">${what}</span>`
  }</li>`;
}

function contentView(content: string): Html {
  const lines = content.split("\n");
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  if (count <= openLines + fewLines) return html`<pre><code>${content}</code></pre>`;
  const rest = lines.slice(openLines).join("\n");
  return html`<div class="long"><pre><code>${lines.slice(0, openLines).join("\n")}</code></pre><details><summary>All ${count} lines</summary><pre><code>${rest}</code></pre></details></div>`;
}
