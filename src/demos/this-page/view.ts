import { type Html, html } from "../../html.ts";
import { count, type LoadEntry, type Row, type Source, sourceOf } from "./own-cycle.ts";

/** What the browser tells of the page's cycle. */
export function rowsView(rows: readonly Row[]): Html {
  return html`<dl>${rows.map(
    ({ name, value, note }) =>
      html`<dt>${name}</dt><dd>${value}${note !== undefined && html`<span class="note">${note}</span>`}</dd>`,
  )}</dl>`;
}

/** How much the page took so far beside itself. */
export function loadCount(entries: readonly LoadEntry[]): string {
  const copies = entries.filter((entry) => sourceOf(entry) === "copy").length;
  const files = entries.length === 1 ? "file" : "files";
  const copied = copies === 0 ? "" : `, ${count(copies)} of them from a copy, without a request`;
  return `With it came ${count(entries.length)} more ${files} so far${copied}`;
}

/** What the page took, in the order in which it was asked for. `root` is the address of the host. */
export function loadsView(entries: readonly LoadEntry[], root: string): Html {
  const row = (entry: LoadEntry): Html =>
    html`<tr><td class="own-line"><code>${entry.name.startsWith(`${root}/`) ? entry.name.slice(root.length) : entry.name}</code></td><td>${kinds[entry.initiatorType] ?? entry.initiatorType}</td><td>${entry.encodedBodySize > 0 && `${count(entry.encodedBodySize)} bytes`}</td><td>${sourceWords(sourceOf(entry))}</td></tr>`;
  return html`<section class="ledger" role="group" aria-label="What the page took" tabindex="0"><table><thead><tr><th scope="col">Address</th><th scope="col">Kind</th><th scope="col">Content</th><th scope="col">Source</th></tr></thead><tbody>${entries.map(row)}</tbody></table></section><p class="note">The browser lists neither the lesson’s service worker nor, in some browsers, the page’s icon.</p>`;
}

const kinds: Readonly<Record<string, string>> = {
  script: "script",
  link: "file that the page names",
  img: "picture",
  css: "file that a style sheet names",
  fetch: "data for a script",
  iframe: "page in a frame",
  icon: "icon",
  other: "by the browser itself",
};

function sourceWords(source: Source): string {
  switch (source) {
    case "host":
      return "the host";
    case "host or confirmed":
      return "the host, or a copy that it confirmed";
    case "confirmed":
      return "a copy that the host confirmed";
    case "copy":
      return "a copy, without a request";
    case "copy or confirmed":
      return "a copy";
    case "worker":
      return "a service worker";
    case null:
      return "";
  }
}

/** Where a reader finds what no page is told. */
export const networkPanel = html`<details><summary>What your browser sent, no page is told. How to see it</summary><ol><li>On a computer, press <kbd>F12</kbd>, or on a Mac <kbd>⌥</kbd> <kbd>⌘</kbd> <kbd>I</kbd>. In Safari first tick “Show features for web developers” in its settings, under Advanced.</li><li>Choose “Network”, and reload the page.</li><li>Choose the first row. “Headers” shows the fields of the request and of the response.</li></ol><p>A phone’s browser has no such panel. On a computer that the phone is joined to by a cable, Chrome shows it under <code>chrome://inspect</code>, Safari in its Develop menu.</p></details>`;
