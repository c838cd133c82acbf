import { built, type Html, html } from "../../html.ts";
import {
  type Action,
  type ActionPart,
  type BuiltMessage,
  buildMessage,
  encodedWords,
  type MessageLine,
  type Piece,
} from "../../http/build-message.ts";
import type { Exchange } from "../../http/exchange.ts";
import { fieldLine, fieldValue, type RequestMessage } from "../../http/message/message.ts";
import { urlParts } from "../../http/message/url-parts.ts";
import { requestNotes } from "../../http/notes.ts";
import { notYetAsked } from "../kit/about-server.ts";
import type { Figure } from "../kit/kind.ts";
import { authorText, letterView } from "../kit/message-view.ts";
import { actionOf } from "./action.ts";
import type { MessageBuilderConfig, Start } from "./config.ts";

/** What stands for the reader’s browser while the page is built. */
const someBrowser = "Mozilla/5.0 …";

/** The demo without a script: the first action, its URL, its message. */
export function messageBuilderFigure({ task, starts: [start] }: MessageBuilderConfig): Figure {
  const { name, about } = start;
  const action = actionOf(start);
  const message = buildMessage(action, action, someBrowser);
  return {
    task,
    host: notYetAsked,
    result: panesView(
      html`<p><strong>${name}.</strong> The address is <code>${action.url}</code></p>${built(about)}`,
      html`<details open><summary>${partsTitle}</summary>${urlView(message.url)}</details>`,
      builtView(message, false),
    ),
  };
}

const partsTitle = "Where each part of the URL goes";

/** The panes before anything is chosen in them. */
export const emptyPanes: Html = panesView(
  html``,
  html`<div class="both"></div><details><summary>${partsTitle}</summary><div class="url"></div></details>`,
  html``,
);

/** The action at the left, with what becomes of its URL; the message that it becomes at the right. */
function panesView(editor: Html, parts: Html, message: Html): Html {
  return html`<div class="panes">
<div class="action writing">${editor}</div>
<div class="parts">${parts}</div>
<div class="becomes"><p class="message-title">The message that it becomes</p><div class="built">${message}</div></div>
</div>`;
}

/** The actions to begin with, as buttons of which one is pressed. */
export function startsView(starts: readonly Start[]): Html {
  const buttons = starts.map(({ name }) => html`<button type="button" aria-pressed="false">${name}</button>`);
  return html`<div class="starts controls" role="group" aria-label="The action to begin with">${buttons}</div>`;
}

/** The parts of a URL, and where each of them goes. */
export function urlView(url: URL): Html {
  return html`<table class="url-parts"><tbody>${urlParts(url).map(
    ({ name, value, isSent, where }) =>
      html`<tr data-part="${name}" class="${isSent ? "sent" : "kept"}"><th scope="row">${name}</th><td>${
        value ? html`<code>${value}</code>` : "none"
      } <span>${where}</span></td></tr>`,
  )}</tbody></table>`;
}

/**
 * The message line by line. Each piece of it is a button that a script brings to life where `isLive`, else plain text;
 * its note says who wrote it and what decided it.
 */
export function builtView({ lines, refused }: BuiltMessage, isLive: boolean): Html {
  return html`<ol class="built-lines">${lines.map((line) => lineView(line, isLive))}</ol>${
    refused.length > 0 &&
    html`<p class="refused-title">Refused by the browser, so not sent:</p><ul class="refused">${refused.map(
      (field) => html`<li><code><del>${fieldLine(field)}</del></code> ${field.why}</li>`,
    )}</ul>`
  }`;
}

function lineView({ part, pieces }: MessageLine, isLive: boolean): Html {
  const authors = [...new Set(pieces.flatMap(({ by }) => by))];
  const isHidden = pieces.some(({ hidden }) => hidden);
  return html`<li class="${part}"><code>${pieces.map((piece) => pieceView(piece, isLive))}</code>${
    isLive
      ? html`<span class="writer">${authorText(authors, isHidden)}</span>`
      : pieces.map(
          ({ name, by, hidden, why }) =>
            html`<p class="reason">${pieces.length > 1 && html`<strong>${name}</strong> `}<span class="writer">${authorText(
              by,
              hidden,
            )}</span> ${why}</p>`,
        )
  }</li>`;
}

function pieceView({ name, text, by, hidden, why }: Piece, isLive: boolean): Html {
  const gap = name === "path" || name === "version" ? " " : "";
  const shown = text || "(empty line)";
  const writers = `written by ${authorText(by, hidden)}`;
  return isLive
    ? html`${gap}<button type="button" data-piece="${name}" data-by="${writers}" data-why="${why}" aria-description="${name}, ${writers}. ${why}">${shown}</button>`
    : html`${gap}<span>${shown}</span>`;
}

/** Who wrote something, and why it is so: what is said of the piece that the reader points at. */
export function whyView(name: string, by: string, why: string): Html {
  return html`<strong>${name}</strong> <span class="writer">${by}</span> ${why}`;
}

/** The same words of a form by either method: what is in the target, and what in the content. */
export function bothMethodsView(action: Action & { kind: "form" }, url: URL): Html {
  const data = encodedWords(action.data);
  const row = (method: string, target: string, content: string): Html =>
    html`<tr><th scope="row">${method}</th><td><code>${target}</code></td><td>${
      content ? html`<code>${content}</code>` : "nothing"
    }</td></tr>`;
  const { pathname } = url;
  return html`<table class="by-method"><caption>The same words by either method: both can be read</caption><thead><tr><th scope="col">Method</th><th scope="col">In the target</th><th scope="col">In the content</th></tr></thead><tbody>${row(
    "GET",
    `${pathname}?${data}`,
    "",
  )}${row("POST", pathname, data)}</tbody></table>`;
}

/** Where the message that the server saw differs from the one that was built; all of its lines stand folded below. */
export function comparisonView({ request: wanted, refused }: BuiltMessage, exchange: Exchange): Html {
  const { request: seen, interaction } = exchange;
  const start = startOf(seen);
  const rows = [
    ...(start === startOf(wanted) ? [] : [rowView("changed", start, "changed by the browser")]),
    ...seen.fields.flatMap((field) => {
      const value = fieldValue(wanted.fields, field.name);
      if (value === field.value) return [];
      const mark = value === null ? "added" : "changed";
      return [rowView(mark, fieldLine(field), `${mark} by ${authorText(["browser"], field.hidden)}`)];
    }),
    ...[...wanted.fields, ...refused]
      .filter(({ name }) => fieldValue(seen.fields, name) === null)
      .map((field) => rowView("missing", html`<del>${fieldLine(field)}</del>`, "not seen")),
    ...(seen.content === wanted.content ? [] : [rowView("changed", seen.content || "(no content)", "changed")]),
  ];
  const all = letterView(requestNotes(seen, interaction.kind));
  const lines = seen.fields.length + 1;
  return html`<div class="seen" role="group" aria-label="What the server saw">
<p>The server saw <code>${start}</code>${rows.length === 0 && ", and every line as it was built"}.</p>${
    rows.length > 0 &&
    html`<table><caption>Other than the message that you built</caption><thead><tr><th scope="col">Line</th><th scope="col">Compared</th></tr></thead><tbody>${rows}</tbody></table>`
  }<details><summary>All ${lines} lines that the server saw</summary>${all}</details>
</div>`;
}

function startOf({ method, target, version }: RequestMessage): string {
  return `${method} ${target} ${version}`;
}

function rowView(mark: string, line: string | Html, how: string): Html {
  return html`<tr data-mark="${mark}"><td><code>${line}</code></td><td><strong>${how}</strong></td></tr>`;
}

/** The controls for what an action of this kind holds; the client's name sets them apart from others in the page. */
export function editorView(action: Action, about: string, client: string): Html {
  const described = html`aria-describedby="${client}-error"`;
  const box = (label: string, part: ActionPart, value: string, name = "") =>
    html`<label>${label}<input data-edits="${part}" name="${name}" value="${value}" ${described} autocapitalize="off" autocomplete="off" spellcheck="false"></label>`;
  const area = (label: string, part: ActionPart, value: string) =>
    html`<label>${label}<textarea data-edits="${part}" ${described} rows="3" autocapitalize="off" spellcheck="false">\n${value}</textarea></label>`;
  return html`${built(about)}${
    action.kind === "form" &&
    html`<label>Method<select data-edits="method">${["GET", "POST"].map(
      (method) => html`<option${method === action.method && html` selected`}>${method}</option>`,
    )}</select></label>`
  }${action.kind === "fetch" && box("Method", "method", action.method)}${box("URL", "url", action.url)}${
    action.kind === "form" && action.data.map(([name, value]) => box(`You type, in “${name}”`, "content", value, name))
  }${
    action.kind === "fetch" &&
    html`${area("Fields, one on each line", "fields", action.fields)}${area("Content", "content", action.content)}`
  }<p class="editor-error" id="${client}-error" aria-live="polite"></p>`;
}
