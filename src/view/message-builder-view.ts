import { type Html, html } from "../html.ts";
import { type Action, type BuiltMessage, encodedWords, type MessageLine, type Piece } from "../http/build-message.ts";
import { type Author, fieldLine, fieldValue, type RequestMessage } from "../http/message.ts";
import { urlParts } from "../http/url-parts.ts";
import { notYetAsked } from "./about-server.ts";
import { authorWords } from "./message-view.ts";

/** The whole element as the build writes it: an action, its URL, its message. Each part is a place that a script fills anew. */
export function figureView(name: string, url: string, built: BuiltMessage): Html {
  return html`<message-builder class="demo wide" role="group" aria-labelledby="builder-title" data-state="static" data-host="build"><div class="exchange-head"><p class="exchange-title" id="builder-title">From an action to its message</p><p class="host-line">${notYetAsked}</p></div><div class="builder-panes"><div class="builder-editor"><p><strong>${name}.</strong> The link’s address is <code>${url}</code></p></div><div class="builder-parts">${urlView(
    built.url,
  )}</div><div class="builder-message"><p class="builder-label">The message that it becomes</p><div class="builder-built">${builtView(
    built,
    false,
  )}</div></div></div><p role="status"></p><div class="builder-result"></div></message-builder>`;
}

/** The parts of a URL, and where each of them goes. */
export function urlView(url: URL): Html {
  return html`<table class="builder-url"><caption>The URL’s parts, and where each goes</caption><tbody>${urlParts(
    url,
  ).map(
    ({ name, value, isSent, where }) =>
      html`<tr data-part="${name}" class="${isSent ? "builder-sent" : "builder-kept"}"><th scope="row">${name}</th><td>${
        value ? html`<code>${value}</code>` : "none"
      } <span>${where}</span></td></tr>`,
  )}</tbody></table>`;
}

/**
 * The message line by line. Each piece of it is a button that a script brings to life where `isLive`, else plain text;
 * its note says who wrote it and what decided it.
 */
export function builtView({ lines, refused }: BuiltMessage, isLive: boolean): Html {
  return html`<ol class="builder-lines">${lines.map((line) => lineView(line, isLive))}</ol>${
    refused.length > 0 &&
    html`<p class="builder-refused-title">Refused by the browser, so not sent:</p><ul class="builder-refused">${refused.map(
      (field) => html`<li><code><del>${fieldLine(field)}</del></code> ${field.why}</li>`,
    )}</ul>`
  }`;
}

function lineView({ part, pieces }: MessageLine, isLive: boolean): Html {
  const authors = [...new Set(pieces.flatMap(({ by }) => by))];
  return html`<li class="builder-${part}"><code>${pieces.map((piece) => pieceView(piece, isLive))}</code>${
    isLive
      ? html`<span class="builder-by">${words(authors)}</span>`
      : pieces.map(
          ({ name, by, why }) =>
            html`<p class="builder-note">${pieces.length > 1 && html`<strong>${name}</strong> `}<span class="builder-by">${words(
              by,
            )}</span> ${why}</p>`,
        )
  }</li>`;
}

function pieceView({ name, text, by, why }: Piece, isLive: boolean): Html {
  const gap = name === "path" || name === "version" ? " " : "";
  const shown = text || "(empty line)";
  return isLive
    ? html`${gap}<button type="button" data-piece="${name}" data-by="${words(by)}" data-why="${why}" aria-describedby="builder-why">${shown}</button>`
    : html`${gap}<span>${shown}</span>`;
}

/** Who wrote something, and why it is so: what is said of the piece that the reader points at. */
export function whyView(name: string, by: string, why: string): Html {
  return html`<strong>${name}</strong> <span class="builder-by">written by ${by}</span> ${why}`;
}

/** The same words of a form by either method: what is in the target, and what in the content. */
export function bothMethodsView(action: Action & { kind: "form" }, url: URL): Html {
  const data = encodedWords(action.data);
  const row = (method: string, target: string, content: string): Html =>
    html`<tr><th scope="row">${method}</th><td><code>${target}</code></td><td>${
      content ? html`<code>${content}</code>` : "nothing"
    }</td></tr>`;
  const { pathname } = url;
  return html`<table class="builder-both"><caption>The same words by either method: both can be read</caption><thead><tr><th scope="col">Method</th><th scope="col">In the target</th><th scope="col">In the content</th></tr></thead><tbody>${row(
    "GET",
    `${pathname}?${data}`,
    "",
  )}${row("POST", pathname, data)}</tbody></table>`;
}

/** The message that the server saw, against the one that was built. */
export function comparisonView({ request: built, refused }: BuiltMessage, seen: RequestMessage): Html {
  const lines = seen.fields.map((field) => {
    const wanted = fieldValue(built.fields, field.name);
    const isSame = wanted === field.value;
    const mark = isSame ? null : wanted === null ? "added" : "changed";
    return {
      line: fieldLine(field),
      mark,
      how: field.by === "reconstructed" ? "reconstructed" : `${mark} by the browser`,
    };
  });
  const missing = [...built.fields, ...refused].filter(({ name }) => fieldValue(seen.fields, name) === null);
  const same = html`<td>as built</td>`;
  const start = `${seen.method} ${seen.target} ${seen.version}`;
  return html`<table class="builder-seen"><caption>The message that the server saw, beside the one you built</caption><thead><tr><th scope="col">Line</th><th scope="col">Compared</th></tr></thead><tbody><tr><td><code>${start}</code></td>${
    start === `${built.method} ${built.target} ${built.version}` ? same : html`<td>changed by the browser</td>`
  }</tr>${lines.map(
    ({ line, mark, how }) =>
      html`<tr${mark && html` data-mark="${mark}"`}><td><code>${line}</code></td>${
        mark ? html`<td><strong>${how}</strong></td>` : same
      }</tr>`,
  )}${missing.map(
    (field) =>
      html`<tr data-mark="missing"><td><code><del>${fieldLine(field)}</del></code></td><td><strong>not seen</strong></td></tr>`,
  )}${
    seen.content !== "" &&
    html`<tr><td><code>${seen.content}</code></td>${seen.content === built.content ? same : html`<td>changed</td>`}</tr>`
  }</tbody></table>`;
}

const words = (by: readonly Author[]): string => by.map((author) => authorWords[author]).join(" and ");
